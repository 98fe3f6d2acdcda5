import { doubles, integers } from '#util/scratch.ts';
import type { Grams } from './grams.ts';
import { type Postings, firstFrom } from './postings.ts';

/** Windows of blocks, of which no two have a block in common; their blocks lie from `first` to `last`. */
type Windows = { readonly of: Int32Array; readonly first: Int32Array; readonly last: Int32Array };

/** A list of holders no longer than this is gone through from its beginning. */
const FEW = 16;

/**
 * The share of each of some lists of blocks (rarities of pairs of characters) that is found in the window of its number, and in each of the `ahead` (30 at most) windows after it:
 * that of list l in window l + k, 0..1, stands at l * (ahead + 1) + k. No window may hold a block of a list. Where else a pair stands is looked up but once for all windows.
 */
export function sharesAhead({ rarity }: Pick<Grams, 'rarity'>, postings: Postings, lists: readonly (readonly number[])[], windows: readonly (readonly number[])[], ahead: number): Float64Array {
  const { whole, starts, pairs, from, blocks: holders } = postings;
  const width = ahead + 1;
  const shares = doubles(lists.length * width);
  const { of, first, last } = gather(windows, whole.length);
  for (let list = 0; list < lists.length; list += 1) {
    const base = list * width;
    let low = whole.length;
    let high = -1;
    for (let window = list; window < list + width && window < windows.length; window += 1) {
      if (first[window]! < low) low = first[window]!;
      if (last[window]! > high) high = last[window]!;
    }
    if (high < 0) continue;
    let all = 0;
    for (const block of lists[list]!) {
      all += whole[block]!;
      for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
        const pair = pairs[at]!;
        const end = from[pair + 1]!;
        let found = 0; // bits, by window
        for (let place = end - from[pair]! > FEW ? firstFrom(postings, pair, low) : from[pair]!; place < end && holders[place]! <= high; place += 1) {
          const window = of[holders[place]!]! - list;
          if (window >= 0 && window < width) found |= 1 << window;
        }
        for (let k = 0; found !== 0; k += 1, found >>>= 1) if ((found & 1) === 1) shares[base + k]! += rarity[pair]!;
      }
    }
    if (all !== 0) for (let k = 0; k < width; k += 1) shares[base + k]! /= all;
  }
  return shares;
}

/** The window of every block, -1 for none, and where the blocks of each window lie: from the number of blocks to -1 if it has none. */
function gather(windows: readonly (readonly number[])[], blocks: number): Windows {
  const gathered = { of: integers(blocks).fill(-1), first: integers(windows.length).fill(blocks), last: integers(windows.length).fill(-1) };
  for (let window = 0; window < windows.length; window += 1) {
    for (const block of windows[window]!) {
      gathered.of[block] = window;
      if (block < gathered.first[window]!) gathered.first[window] = block;
      if (block > gathered.last[window]!) gathered.last[window] = block;
    }
  }
  return gathered;
}
