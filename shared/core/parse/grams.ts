import { isHan } from './characters.ts';

/**
 * The pairs of neighbouring Chinese characters of a page, counted. A pair is a slot of a table that grows with the page; two pairs may share a
 * slot, which blurs the counts a little and costs nothing.
 */
export type Grams = {
  readonly slots: readonly Int32Array[]; // of each block, in order, repeats included
  readonly frequency: Int32Array; // occurrences on the page, by slot
  readonly rarity: Float64Array; // log(1 + blocks / blocks that hold it), by slot
  readonly slotOf: (first: number, second: number) => number; // of two UTF-16 units
};

/** Counts the pairs of the given texts, one a block. */
export function countGrams(texts: readonly string[]): Grams {
  let total = 0;
  for (const text of texts) total += text.length;
  let size = 1024;
  while (size < total * 4 && size < 1 << 22) size *= 2;
  const mask = size - 1;
  const slotOf = (first: number, second: number) => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ (first >>> 3)) & mask;
  const frequency = new Int32Array(size);
  const blocks = new Int32Array(size);
  const seenIn = new Int32Array(size); // the last block that holds it, counted from 1
  const scratch = new Int32Array(texts.reduce((most, text) => Math.max(most, text.length), 0));
  const slots = texts.map((text, index) => {
    let count = 0;
    let previous = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (!isHan(unit)) {
        previous = 0;
        continue;
      }
      if (previous !== 0) {
        const slot = slotOf(previous, unit);
        scratch[count] = slot;
        count += 1;
        frequency[slot]! += 1;
        if (seenIn[slot] !== index + 1) {
          seenIn[slot] = index + 1;
          blocks[slot]! += 1;
        }
      }
      previous = unit;
    }
    return scratch.slice(0, count);
  });
  const rarity = new Float64Array(size);
  for (let slot = 0; slot < size; slot += 1) {
    if (blocks[slot]! > 0) rarity[slot] = Math.log(1 + texts.length / blocks[slot]!);
  }
  return { slots, frequency, rarity, slotOf };
}

/** Compares the wording of blocks: how much of one stands in the others, rare pairs of characters weighing more. */
export type Overlap = {
  /** The share of block `of` found in the blocks `within`, 0..1. */
  readonly share: (of: number, within: readonly number[]) => number;
  /** The likeness of two sets of blocks, 0..1 (cosine of how often each pair occurs times its rarity). */
  readonly likeness: (left: readonly number[], right: readonly number[]) => number;
};

export function overlapOf(grams: Grams): Overlap {
  const left = new Float64Array(grams.rarity.length);
  const right = new Float64Array(grams.rarity.length);
  const each = (blocks: readonly number[], visit: (slot: number) => void) => {
    for (const block of blocks) for (const slot of grams.slots[block]!) visit(slot);
  };
  return {
    share(of, within) {
      each(within, (slot) => {
        left[slot] = 1;
      });
      let all = 0;
      let common = 0;
      for (const slot of grams.slots[of]!) {
        const weight = grams.rarity[slot]!;
        all += weight;
        if (left[slot] === 1) common += weight;
      }
      each(within, (slot) => {
        left[slot] = 0;
      });
      return all === 0 ? 0 : common / all;
    },
    likeness(before, after) {
      each(before, (slot) => {
        left[slot]! += grams.rarity[slot]!;
      });
      each(after, (slot) => {
        right[slot]! += grams.rarity[slot]!;
      });
      let [common, first, second] = [0, 0, 0];
      each(before, (slot) => {
        first += left[slot]! ** 2;
        common += left[slot]! * right[slot]!;
        left[slot] = 0; // its later occurrences add nothing
      });
      each(after, (slot) => {
        second += right[slot]! ** 2;
        right[slot] = 0;
      });
      return first === 0 || second === 0 ? 0 : common / Math.sqrt(first * second);
    },
  };
}
