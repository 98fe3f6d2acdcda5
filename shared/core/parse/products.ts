import { doubles } from '#util/scratch.ts';
import type { Grams } from './grams.ts';
import { type Postings, firstFrom } from './postings.ts';

/** The inner product of two blocks of a page as vectors of pairs, each pair counted as often as it occurs and by its rarity. */
export type Product = (one: number, other: number) => number;

/** How many numbers the table of neighbouring blocks may hold, and how many neighbours it knows at least. */
const TABLE = 1 << 20;
const NEIGHBOURS = 32;

/**
 * The inner products of blocks as vectors of pairs. Those of neighbours are summed up beforehand, pair by pair: most pairs stand in one block only and
 * cost nothing. Others are worked out when asked for.
 */
export function productsOf({ starts, rarity }: Grams, postings: Postings): Product {
  const { from, blocks, times, alone } = postings;
  const count = starts.length - 1;
  const width = Math.min(count, Math.max(NEIGHBOURS, Math.floor(TABLE / count)));
  const table = doubles(count * width); // of each block with itself and those after it
  for (let block = 0; block < count; block += 1) table[block * width] = alone[block]!;
  for (let pair = 0; pair < rarity.length; pair += 1) {
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
    for (let at = postings.starts[upper]!; at < postings.starts[upper + 1]!; at += 1) {
      const pair = postings.pairs[at]!;
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
