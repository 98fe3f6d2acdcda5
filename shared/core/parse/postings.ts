import { doubles, integers, wholes } from '#util/scratch.ts';
import type { Grams } from './grams.ts';

/**
 * Where else pairs stand. Most pairs of a page stand in one block only; the others are what blocks have in common. `from`, `blocks`, `times`: which
 * blocks hold a pair that more than one holds, and how often: those of pair p from `from[p]` to `from[p + 1]`, in ascending order.
 */
export type Postings = {
  readonly from: Int32Array;
  readonly blocks: Uint16Array | Int32Array;
  readonly times: Uint16Array | Int32Array;
  readonly starts: Int32Array; // where such pairs of each block begin in `pairs`, and after the last where they end
  readonly pairs: Uint16Array | Int32Array; // repeats included
  readonly whole: Float64Array; // the rarities of all pairs of each block added up, repeats included
  readonly alone: Float64Array; // the inner product of each block with itself, of pairs that no other holds
};

export function postingsOf({ starts, pairs, holders, rarity, frequency }: Grams): Postings {
  const from = integers(holders.length + 1);
  for (let pair = 0; pair < holders.length; pair += 1) from[pair + 1] = from[pair]! + (holders[pair]! > 1 ? holders[pair]! : 0);
  const blocks = wholes(from[holders.length]!, starts.length);
  const times = wholes(blocks.length, pairs.length);
  const next = from.slice();
  const held = { starts: integers(starts.length), pairs: wholes(pairs.length, holders.length) };
  const whole = doubles(starts.length - 1);
  const alone = doubles(starts.length - 1);
  let count = 0;
  for (let block = 0; block + 1 < starts.length; block += 1) {
    let sum = 0;
    let own = 0;
    for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
      const pair = pairs[at]!;
      const weight = rarity[pair]!;
      sum += weight;
      if (holders[pair]! < 2) {
        own += frequency[pair]! * weight * weight;
        continue;
      }
      held.pairs[count] = pair;
      count += 1;
      let place = next[pair]!;
      if (place === from[pair] || blocks[place - 1] !== block) {
        blocks[place] = block;
        next[pair] = place += 1;
      }
      times[place - 1]! += 1;
    }
    whole[block] = sum;
    alone[block] = own;
    held.starts[block + 1] = count;
  }
  return { from, blocks, times, ...held, whole, alone };
}

/** The place of the first block from `block` on that holds the pair; the end of its list if there is none. */
export function firstFrom({ from, blocks }: Postings, pair: number, block: number): number {
  let low = from[pair]!;
  let high = from[pair + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]! < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
