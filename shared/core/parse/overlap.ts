import type { Grams, Postings } from './grams.ts';

/** Compares the wording of blocks: how much of one stands in the others, rare pairs of characters weighing more. */
export type Overlap = {
  /** The share of the blocks `of` found in the blocks `within`, 0..1. */
  readonly share: (of: readonly number[], within: readonly number[]) => number;
  /** The likeness of two sets of blocks, 0..1 (cosine of how often each pair occurs times its rarity). */
  readonly likeness: (left: readonly number[], right: readonly number[]) => number;
  /** Gets ready to slide two windows along `blocks`. */
  readonly along: (blocks: readonly number[]) => Sliding;
};

/**
 * The likeness of the last `most` blocks before each place to the first `most` from there on; one number a place, both ends included.
 * At most `WIDEST` blocks a window.
 */
export type Sliding = (most: number) => Float64Array;

/** How many blocks a window of `Sliding` may hold. */
export const WIDEST = 12;

/** How many numbers the table of neighbouring blocks may hold, and how many neighbours it knows at least. */
const TABLE = 1 << 20;
const NEIGHBOURS = 32;

/**
 * The inner products of blocks as vectors of pairs. Those of neighbours are summed up beforehand, pair by pair: most pairs stand in one block only and
 * cost nothing. Others are worked out when asked for.
 */
function productsOf({ starts, pairs, rarity, frequency, holders, postings }: Grams): (one: number, other: number) => number {
  const { from, blocks, times } = postings;
  const count = starts.length - 1;
  const width = Math.min(count, Math.max(NEIGHBOURS, Math.floor(TABLE / count)));
  const table = new Float64Array(count * width); // of each block with itself and those after it
  for (let block = 0; block < count; block += 1) {
    let own = 0;
    for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
      const pair = pairs[at]!;
      if (holders[pair] === 1) own += frequency[pair]! * rarity[pair]! * rarity[pair]!;
    }
    table[block * width] = own;
  }
  for (let pair = 0; pair < holders.length; pair += 1) {
    const end = from[pair + 1]!;
    for (let left = from[pair]!; left < end; left += 1) {
      const weight = times[left]! * rarity[pair]! * rarity[pair]!;
      const row = blocks[left]! * width;
      for (let right = left; right < end && blocks[right]! - blocks[left]! < width; right += 1) {
        table[row + blocks[right]! - blocks[left]!]! += weight * times[right]!;
      }
    }
  }
  const far = (upper: number, lower: number): number => {
    let sum = 0;
    for (let at = starts[upper]!; at < starts[upper + 1]!; at += 1) {
      const pair = pairs[at]!;
      const place = firstFrom(postings, pair, lower);
      if (place < from[pair + 1]! && blocks[place] === lower) sum += times[place]! * rarity[pair]! * rarity[pair]!;
    }
    return sum;
  };
  return (one, other) => {
    const upper = one < other ? one : other;
    const lower = one < other ? other : one;
    return lower - upper < width ? table[upper * width + lower - upper]! : far(upper, lower);
  };
}

/** The rarities of all pairs of each block, added up. */
function wholesOf({ starts, pairs, rarity }: Grams): Float64Array {
  const wholes = new Float64Array(starts.length - 1);
  for (let block = 0; block < wholes.length; block += 1) {
    let sum = 0;
    for (let at = starts[block]!; at < starts[block + 1]!; at += 1) sum += rarity[pairs[at]!]!;
    wholes[block] = sum;
  }
  return wholes;
}

/** A list no longer than this is gone through from its beginning. */
const FEW = 16;

/** The place of the first block from `block` on that holds the pair; the end of its list if there is none. */
function firstFrom({ from, blocks }: Postings, pair: number, block: number): number {
  let low = from[pair]!;
  let high = from[pair + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]! < block) low = middle + 1;
    else high = middle;
  }
  return low;
}

const cosine = (common: number, first: number, second: number): number => (first === 0 || second === 0 ? 0 : common / Math.sqrt(first * second));

export function overlapOf(grams: Grams): Overlap {
  const { starts, pairs, rarity, holders, postings } = grams;
  const product = productsOf(grams);
  const whole = wholesOf(grams);
  const asked = new Int32Array(starts.length); // the last question about `share` in which the block was to be searched
  let question = 0;

  /** Whether one of the blocks asked about holds the pair; they lie from `first` to `last`. */
  const isHeld = (pair: number, first: number, last: number): boolean => {
    const end = postings.from[pair + 1]!;
    const begin = postings.from[pair]!;
    for (let place = end - begin > FEW ? firstFrom(postings, pair, first) : begin; place < end && postings.blocks[place]! <= last; place += 1) {
      if (asked[postings.blocks[place]!] === question) return true;
    }
    return false;
  };
  const sumOver = (left: readonly number[], right: readonly number[]): number => {
    let sum = 0;
    for (const one of left) for (const other of right) sum += product(one, other);
    return sum;
  };
  return {
    share(of, within) {
      question += 1;
      let [first, last] = [starts.length, -1];
      for (const block of within) {
        asked[block] = question;
        if (block < first) first = block;
        if (block > last) last = block;
      }
      let all = 0;
      let common = 0;
      for (const block of of) {
        all += whole[block]!;
        if (asked[block] === question) common += whole[block]!;
        else if (last >= 0) {
          for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
            const pair = pairs[at]!;
            if (holders[pair]! > 1 && isHeld(pair, first, last)) common += rarity[pair]!;
          }
        }
      }
      return all === 0 ? 0 : common / all;
    },
    likeness: (before, after) => cosine(sumOver(before, after), sumOver(before, before), sumOver(after, after)),
    along: (blocks) => slidingOver(blocks, product),
  };
}

function slidingOver(blocks: readonly number[], product: (one: number, other: number) => number): Sliding {
  const { length } = blocks;
  const reach = 2 * WIDEST;
  const products = new Float64Array(length * reach); // of each block with itself and those after it
  for (let i = 0; i < length; i += 1) {
    for (let ahead = 0; ahead < reach && i + ahead < length; ahead += 1) products[i * reach + ahead] = product(blocks[i]!, blocks[i + ahead]!);
  }
  return (most) => {
    const norms = new Float64Array(length + 1); // of the window that begins at each place
    for (let i = 0; i < length; i += 1) {
      const end = Math.min(length, i + most);
      let norm = 0;
      for (let one = i; one < end; one += 1) {
        norm += products[one * reach]!;
        for (let ahead = 1; one + ahead < end; ahead += 1) norm += 2 * products[one * reach + ahead]!;
      }
      norms[i] = norm;
    }
    const found = new Float64Array(length + 1);
    let growing = 0; // of the first window, while it is shorter than the others
    for (let i = 1; i < length; i += 1) {
      const start = Math.max(0, i - most);
      const end = Math.min(length, i + most);
      let common = 0;
      for (let one = start; one < i; one += 1) {
        for (let ahead = i - one; one + ahead < end; ahead += 1) common += products[one * reach + ahead]!;
      }
      if (i <= most) {
        growing += products[(i - 1) * reach]!;
        for (let one = 0; one < i - 1; one += 1) growing += 2 * products[one * reach + i - 1 - one]!;
      }
      found[i] = cosine(common, i <= most ? growing : norms[start]!, norms[i]!);
    }
    return found;
  };
}
