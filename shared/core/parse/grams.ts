import { doubles, integers, wholes } from '#util/scratch.ts';
import type { Block } from './blocks.ts';
import { isHan } from './characters.ts';

/**
 * The pairs of neighbouring Chinese characters of a page, counted. Pairs are numbered as they first come; two may share a number by the chance of
 * a hash table without chains, which blurs the counts a little and costs nothing.
 */
export type Grams = {
  readonly starts: Int32Array; // where the pairs of each block begin in `pairs`, and after the last where they end
  readonly pairs: Uint16Array | Int32Array; // of all blocks, in order, repeats included
  readonly fresh: Int32Array; // how many pairs come in each block for the first time
  readonly frequency: Uint16Array | Int32Array; // occurrences on the page, by pair
  readonly holders: Uint16Array | Int32Array; // blocks that hold it, by pair
  readonly rarity: Float64Array; // log(1 + blocks / blocks that hold it), by pair
  readonly seen: (first: number, second: number) => number; // occurrences of two UTF-16 units side by side
};

/** Counts the pairs of the blocks of a text whose units these are. */
export function countGrams(units: Uint16Array, blocks: readonly Pick<Block, 'range'>[]): Grams {
  let total = 0;
  for (const { range } of blocks) total += range.to - range.from;
  let size = 1024;
  while (size < total * 4 && size < 1 << 22) size *= 2;
  const most = Math.min(total, size);
  const numbers = wholes(size, most); // of the pair in each slot, counted from 1
  const counts = wholes(3 * most, total); // of each pair, side by side: occurrences, blocks that hold it, the last of them (counted from 1)
  const starts = integers(blocks.length + 1);
  const pairs = wholes(total, most);
  const fresh = integers(blocks.length);
  const distinct = countInto(units, blocks, numbers, counts, starts, pairs, fresh);
  const frequency = wholes(distinct, total);
  const holders = wholes(distinct, total);
  for (let pair = 0; pair < distinct; pair += 1) {
    frequency[pair] = counts[3 * pair]!;
    holders[pair] = counts[3 * pair + 1]!;
  }
  return {
    starts,
    pairs: pairs.subarray(0, starts[blocks.length]),
    fresh,
    frequency,
    holders,
    rarity: raritiesOf(holders, blocks.length),
    seen: (first, second) => {
      const number = numbers[slotOf(first, second, numbers.length - 1)]!;
      return number === 0 ? 0 : frequency[number - 1]!;
    },
  };
}

/** Where the number of a pair stands in a table whose last slot is `last`. */
const slotOf = (first: number, second: number, last: number): number => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ (first >>> 3)) & last;

/** 1 for 0, and 0 for all others. */
const isNone = (number: number): number => 1 - ((number | -number) >>> 31);

/** Numbers and counts all pairs; returns how many different ones there are. A function of its own, so that its tables are at hand and not looked up at every character. */
function countInto(
  units: Uint16Array,
  blocks: readonly Pick<Block, 'range'>[],
  numbers: Uint16Array | Int32Array,
  counts: Uint16Array | Int32Array,
  starts: Int32Array,
  pairs: Uint16Array | Int32Array,
  news: Int32Array,
): number {
  const last = numbers.length - 1;
  let distinct = 0;
  let count = 0;
  for (let block = 0; block < blocks.length; block += 1) {
    const { from, to } = blocks[block]!.range;
    const known = distinct;
    let previous = 0;
    for (let i = from; i < to; i += 1) {
      const unit = units[i]!;
      if (!isHan(unit)) {
        previous = 0;
        continue;
      }
      if (previous !== 0) {
        // Whether a pair is new, to the page or to the block, is not asked but added up: nothing tells it beforehand.
        const slot = slotOf(previous, unit, last);
        const held = numbers[slot]!;
        const fresh = isNone(held);
        distinct += fresh;
        const pair = held + fresh * distinct - 1;
        numbers[slot] = pair + 1;
        pairs[count] = pair;
        count += 1;
        const at = 3 * pair;
        counts[at]! += 1;
        counts[at + 1]! += 1 - isNone(counts[at + 2]! - block - 1);
        counts[at + 2] = block + 1;
      }
      previous = unit;
    }
    starts[block + 1] = count;
    news[block] = distinct - known;
  }
  return distinct;
}

/** Few numbers of holders occur, and logarithms are dear: each is worked out once. */
function raritiesOf(holders: Uint16Array | Int32Array, blocks: number): Float64Array {
  const rarities = doubles(holders.length);
  const known = doubles(blocks + 1);
  for (let pair = 0; pair < holders.length; pair += 1) {
    const count = holders[pair]!;
    if (known[count] === 0) known[count] = Math.log(1 + blocks / count);
    rarities[pair] = known[count]!;
  }
  return rarities;
}
