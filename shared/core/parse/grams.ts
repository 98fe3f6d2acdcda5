import { isHan } from './characters.ts';

/**
 * The pairs of neighbouring Chinese characters of a page, counted. Pairs are numbered as they first come; two may share a number by the chance of
 * a hash table without chains, which blurs the counts a little and costs nothing.
 */
export type Grams = {
  readonly pairs: readonly Int32Array[]; // of each block, in order, repeats included
  readonly frequency: Int32Array; // occurrences on the page, by pair
  readonly rarity: Float64Array; // log(1 + blocks / blocks that hold it), by pair
  readonly seen: (first: number, second: number) => number; // occurrences of two UTF-16 units side by side
};

/** Counts the pairs of the given texts, one a block. */
export function countGrams(texts: readonly string[]): Grams {
  let total = 0;
  let longest = 0;
  for (const text of texts) {
    total += text.length;
    longest = Math.max(longest, text.length);
  }
  let size = 1024;
  while (size < total * 4 && size < 1 << 22) size *= 2;
  const slotOf = (first: number, second: number) => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ (first >>> 3)) & (size - 1);
  const numbers = new Int32Array(size); // of the pair in each slot, counted from 1
  const most = Math.min(total, size);
  const frequency = new Int32Array(most);
  const blocks = new Int32Array(most);
  const seenIn = new Int32Array(most); // the last block that holds it, counted from 1
  const scratch = new Int32Array(longest);
  let distinct = 0;
  const pairs = texts.map((text, index) => {
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
        if (numbers[slot] === 0) numbers[slot] = distinct += 1;
        const pair = numbers[slot]! - 1;
        scratch[count] = pair;
        count += 1;
        frequency[pair]! += 1;
        if (seenIn[pair] !== index + 1) {
          seenIn[pair] = index + 1;
          blocks[pair]! += 1;
        }
      }
      previous = unit;
    }
    return scratch.slice(0, count);
  });
  const rarity = new Float64Array(distinct);
  for (let pair = 0; pair < distinct; pair += 1) rarity[pair] = Math.log(1 + texts.length / blocks[pair]!);
  return {
    pairs,
    frequency: frequency.slice(0, distinct),
    rarity,
    seen: (first, second) => {
      const number = numbers[slotOf(first, second)]!;
      return number === 0 ? 0 : frequency[number - 1]!;
    },
  };
}

/** Compares the wording of blocks: how much of one stands in the others, rare pairs of characters weighing more. */
export type Overlap = {
  /** The share of the blocks `of` found in the blocks `within`, 0..1. */
  readonly share: (of: readonly number[], within: readonly number[]) => number;
  /** The likeness of two sets of blocks, 0..1 (cosine of how often each pair occurs times its rarity). */
  readonly likeness: (left: readonly number[], right: readonly number[]) => number;
  /** The likeness of the last `most` of `blocks` before each place to the first `most` from there on; one number a place, both ends included. */
  readonly sliding: (blocks: readonly number[], most: number) => Float64Array;
};

/** Masses smaller than this are what adding and taking away leaves of nothing. */
const ROUNDING = 1e-9;

export function overlapOf({ pairs, rarity }: Grams): Overlap {
  const left = new Float64Array(rarity.length);
  const right = new Float64Array(rarity.length);
  const add = (masses: Float64Array, blocks: readonly number[]) => {
    for (const block of blocks) {
      const list = pairs[block]!;
      for (let i = 0; i < list.length; i += 1) masses[list[i]!]! += rarity[list[i]!]!;
    }
  };
  const clear = (masses: Float64Array, blocks: readonly number[]) => {
    for (const block of blocks) {
      const list = pairs[block]!;
      for (let i = 0; i < list.length; i += 1) masses[list[i]!] = 0;
    }
  };
  return {
    share(of, within) {
      add(left, within);
      let all = 0;
      let common = 0;
      for (const block of of) {
        const list = pairs[block]!;
        for (let i = 0; i < list.length; i += 1) {
          const pair = list[i]!;
          all += rarity[pair]!;
          if (left[pair]! > 0) common += rarity[pair]!;
        }
      }
      clear(left, within);
      return all === 0 ? 0 : common / all;
    },
    sliding(blocks, most) {
      const found = new Float64Array(blocks.length + 1);
      let [common, first, second] = [0, 0, 0];
      const move = (block: number | undefined, sign: 1 | -1, ahead: boolean) => {
        if (block === undefined) return;
        const [mine, theirs] = ahead ? [right, left] : [left, right];
        const list = pairs[block]!;
        let norm = 0;
        for (let i = 0; i < list.length; i += 1) {
          const pair = list[i]!;
          const weight = rarity[pair]! * sign;
          const mass = mine[pair]!;
          norm += weight * (2 * mass + weight);
          common += weight * theirs[pair]!;
          mine[pair] = mass + weight;
        }
        if (ahead) second += norm;
        else first += norm;
      };
      for (let i = 0; i < most; i += 1) move(blocks[i], 1, true);
      for (let i = 1; i <= blocks.length; i += 1) {
        move(blocks[i - 1], -1, true);
        move(blocks[i - 1], 1, false);
        move(blocks[i - 1 - most], -1, false);
        move(blocks[i - 1 + most], 1, true);
        if (first > ROUNDING && second > ROUNDING) found[i] = Math.max(0, common) / Math.sqrt(first * second);
      }
      left.fill(0); // what adding and taking away left of rounding
      right.fill(0);
      return found;
    },
    likeness(before, after) {
      add(left, before);
      add(right, after);
      let [common, first, second] = [0, 0, 0];
      for (const block of before) {
        const list = pairs[block]!;
        for (let i = 0; i < list.length; i += 1) {
          const pair = list[i]!;
          const mass = left[pair]!;
          first += mass * mass;
          common += mass * right[pair]!;
          left[pair] = 0; // its later occurrences add nothing
        }
      }
      for (const block of after) {
        const list = pairs[block]!;
        for (let i = 0; i < list.length; i += 1) {
          const mass = right[list[i]!]!;
          second += mass * mass;
          right[list[i]!] = 0;
        }
      }
      return first === 0 || second === 0 ? 0 : common / Math.sqrt(first * second);
    },
  };
}
