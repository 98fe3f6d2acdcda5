import { isHan } from '../parse/characters.ts';
import { type Grams, countOfFour, countOfThree, countOfTwo } from './grams.ts';
import type { SeenWith } from './seen-with.ts';
import type { Evidence } from './suspects.ts';
import { PADDING, unitsOf } from './units.ts';
import { latticeOf } from './word-lattice.ts';
import type { WordTree } from './word-lattice.ts';

/** A character that is likely lost: before what stands at `at` in a text (UTF-16 offset), what it is, how likely, and what the archive has with it. */
export type Loss = { readonly at: number; readonly meant: string; readonly probability: number; readonly seen: SeenWith };

const SEEN = 3; // times the archive has the character between those that stand here side by side
const OFTEN = 6;
const GAIN = { seen: 2, often: 1 }; // by which the best cut into words is better with it, as a logarithm
const NEXT = 3; // so often the two may stand side by side elsewhere
const AROUND = 6; // units on either side by which it is cut into words
const SURE = { most: 0.8, less: 0.9 };

/**
 * Characters that were lost inside a text: two that are hardly ever neighbours stand side by side, and with one between them they are what the archive has again and
 * again. It has to read better as words, too. `own`: how often the text itself is among what was counted (0 or 1).
 */
export function lossesOf(text: string, { model: { grams }, words }: Evidence, own: number): readonly Loss[] {
  const { units, at } = unitsOf(text);
  const followers = followersIn(grams);
  const found: Loss[] = [];
  for (let i = PADDING; i + PADDING < units.length; i += 1) {
    const [b, c, d, e] = [units[i - 2]!, units[i - 1]!, units[i]!, units[i + 1]!];
    if (!isHan(c) || !isHan(d) || (!isHan(b) && !isHan(e))) continue;
    const after = followers.get(c);
    if (after === undefined || countOfThree(grams, b, c, d) > own || countOfThree(grams, c, d, e) > own || countOfTwo(grams, c, d) > own + NEXT) continue;
    let best: Loss | null = null;
    for (const x of after) {
      if (x === c || x === d || countOfTwo(grams, x, d) < SEEN) continue;
      const [before, behind] = [isHan(b) ? countOfFour(grams, b, c, x, d) : 0, isHan(e) ? countOfFour(grams, c, x, d, e) : 0];
      const times = Math.max(before, behind);
      if (times < SEEN || gainOf(units, i, x, words) < (times < OFTEN ? GAIN.seen : GAIN.often)) continue;
      const probability = SURE.most - SURE.less / times;
      if (best !== null && best.probability >= probability) continue;
      const [meant, read] = before >= behind ? [[b, c, x, d], [b, c, d]] : [[c, x, d, e], [c, d, e]];
      best = { at: at[i]!, meant: String.fromCharCode(x), probability, seen: { meant: String.fromCharCode(...meant), times, read: String.fromCharCode(...read), timesRead: 0 } };
    }
    if (best) found.push(best);
  }
  return found;
}

/** By how much the best way to cut the surroundings of a place into words is better with a unit put there, as a logarithm. */
function gainOf(units: Uint16Array, place: number, unit: number, words: WordTree): number {
  let [from, to] = [place, place];
  while (from > 0 && place - from < AROUND && isHan(units[from - 1]!)) from -= 1;
  while (to < units.length && to - place < AROUND && isHan(units[to]!)) to += 1;
  const [before, behind] = [units.subarray(from, place), units.subarray(place, to)];
  return scoreOf(Uint16Array.of(...before, unit, ...behind), words) - scoreOf(Uint16Array.of(...before, ...behind), words);
}

const scoreOf = (units: Uint16Array, words: WordTree): number => latticeOf(units, words).ahead[units.length]!;

const known = new WeakMap<Grams, ReadonlyMap<number, readonly number[]>>();

/** The Chinese characters that stand behind each often enough. */
function followersIn(grams: Grams): ReadonlyMap<number, readonly number[]> {
  const before = known.get(grams);
  if (before) return before;
  const followers = new Map<number, number[]>();
  const { slots } = grams.twos;
  for (let slot = 0; slot < slots.length; slot += 2) {
    if (slots[slot + 1]! < SEEN) continue;
    const [first, second] = [slots[slot]! >>> 16, slots[slot]! & 0xffff]; // see `twoOf`
    if (isHan(first) && isHan(second)) followers.set(first, [...(followers.get(first) ?? []), second]);
  }
  known.set(grams, followers);
  return followers;
}
