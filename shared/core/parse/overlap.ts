import { integers } from '#util/scratch.ts';
import type { Grams } from './grams.ts';
import { type Postings, firstFrom } from './postings.ts';
import { productsOf } from './products.ts';
import { sharesAhead } from './shares.ts';
import { type Sliding, cosine, slidingOver } from './sliding.ts';

/** Compares the wording of blocks: how much of one stands in the others, rare pairs of characters weighing more. */
export type Overlap = {
  /** The share of the blocks `of` found in the blocks `within`, 0..1. */
  readonly share: (of: readonly number[], within: readonly number[]) => number;
  /** The share of each list of blocks found in the window of its number and in those after it (shares.ts). */
  readonly sharesAhead: (lists: readonly (readonly number[])[], windows: readonly (readonly number[])[], ahead: number) => Float64Array;
  /** The likeness of two sets of blocks, 0..1 (cosine of how often each pair occurs times its rarity). */
  readonly likeness: (left: readonly number[], right: readonly number[]) => number;
  /** The same of two blocks. */
  readonly alike: (one: number, other: number) => number;
  /** Gets ready to slide two windows along `blocks`. */
  readonly along: (blocks: readonly number[]) => Sliding;
};

/** A list of blocks no longer than this is gone through from its beginning. */
const FEW = 16;

export function overlapOf(grams: Grams, postings: Postings): Overlap {
  const { rarity } = grams;
  const { whole, starts, pairs } = postings;
  const product = productsOf(grams, postings);
  const asked = integers(whole.length); // the last search in which the block was to be searched
  let search = 0;

  /** Whether one of the blocks that are searched holds the pair; they lie from `first` to `last`. */
  const isHeld = (pair: number, first: number, last: number): boolean => {
    const begin = postings.from[pair]!;
    const end = postings.from[pair + 1]!;
    for (let place = end - begin > FEW ? firstFrom(postings, pair, first) : begin; place < end && postings.blocks[place]! <= last; place += 1) {
      if (asked[postings.blocks[place]!] === search) return true;
    }
    return false;
  };
  const share = (of: readonly number[], blocks: readonly number[]): number => {
    let first = whole.length;
    let last = -1;
    search += 1;
    for (const block of blocks) {
      asked[block] = search;
      if (block < first) first = block;
      if (block > last) last = block;
    }
    let all = 0;
    let common = 0;
    for (const block of of) {
      all += whole[block]!;
      if (asked[block] === search) common += whole[block]!;
      else if (last >= 0) for (let at = starts[block]!; at < starts[block + 1]!; at += 1) if (isHeld(pairs[at]!, first, last)) common += rarity[pairs[at]!]!;
    }
    return all === 0 ? 0 : common / all;
  };
  const sumOver = (left: readonly number[], right: readonly number[]): number => {
    let sum = 0;
    for (const one of left) for (const other of right) sum += product(one, other);
    return sum;
  };
  return {
    share,
    sharesAhead: (lists, windows, ahead) => sharesAhead(grams, postings, lists, windows, ahead),
    likeness: (before, after) => cosine(sumOver(before, after), sumOver(before, before), sumOver(after, after)),
    alike: (one, other) => cosine(product(one, other), product(one, one), product(other, other)),
    along: (blocks) => slidingOver(blocks, product),
  };
}
