import { readingsOf } from '#util/pinyin.ts';
import { isHan } from '../parse/characters.ts';
import { type Grams, countOfTwo } from './grams.ts';
import { type Alike, FAR, type LookAlikes } from './look-alikes.ts';
import type { Lattice, Placed, WordTree } from './word-lattice.ts';

/** The rank of what does not look alike: beyond all lists. */
export const UNLIKE = 200;

const OFTEN = 3; // times that the archive has two characters side by side, from which on one is thought of beside the other
const HABITUAL = 3; // so often a misreading may stand beside the same character elsewhere
const MOST = 48; // that are thought of beside each neighbour: those that are there oftenest
const GAIN = { words: 4, together: 9 }; // by words, and by words and characters: where shapes say nothing, all else has to say much

/** What may be meant where a character stands that looks like none that would fit, and what it gains. */
export type Stranger = { readonly alike: Alike; readonly placed: Placed; readonly gain: number; readonly characters: number };

const NONE: readonly number[] = [];

type Known = { readonly grams: Grams; readonly words: WordTree; readonly lookAlikes: LookAlikes };

/**
 * The character that would fit best where one stands alone, in no word, beside neighbours that it hardly ever has in the archive: of those that these neighbours often
 * have there and that make a word with them, whatever they look like. A part of a character that was read alone (公安, read 公案), or one that only sounds alike, is on no
 * list of shapes. Null where none gains enough. `score`: of the best cut as it stands; `charactersWith`: what the characters around gain with one there.
 */
export function strangerAt({ units }: Lattice, i: number, { grams, words, lookAlikes }: Known, place: (unit: number) => Placed, score: number, own: number, charactersWith: (unit: number) => number): Stranger | null {
  const [a, b, x, d] = [units[i - 2]!, units[i - 1]!, units[i]!, units[i + 1]!];
  if (countOfTwo(grams, b, x) > own + HABITUAL || countOfTwo(grams, x, d) > own + HABITUAL) return null;
  const { behind, before } = companionsIn(grams);
  const inWords = words.follow(a, b);
  let best: Stranger | null = null;
  const weigh = (unit: number): void => {
    const makesWord = words.follow(b, unit) >= 0 || words.follow(unit, d) >= 0 || (inWords >= 0 && words.follow(inWords, unit) >= 0);
    if (!makesWord) return;
    const placed = place(unit);
    const gain = placed.score - score;
    if (placed.length < 2 || gain < GAIN.words || unit === x || lookAlikes.of(x).some((alike) => alike.unit === unit)) return;
    const characters = charactersWith(unit);
    if (gain + characters >= GAIN.together && (best === null || gain + characters > best.gain + best.characters)) best = { alike: { unit, rank: UNLIKE, farther: FAR }, placed, gain, characters };
  };
  for (const unit of behind.get(b) ?? NONE) weigh(unit);
  for (const unit of before.get(d) ?? NONE) weigh(unit);
  return best;
}

/** Whether two characters may be read with the same syllable. */
export function soundAlike(one: number, other: number): boolean {
  const readings = readingsOf(String.fromCharCode(other));
  return readingsOf(String.fromCharCode(one)).some((reading) => readings.includes(reading));
}

type Companions = { readonly behind: ReadonlyMap<number, readonly number[]>; readonly before: ReadonlyMap<number, readonly number[]> };

const known = new WeakMap<Grams, Companions>();

/** The Chinese characters that an archive often has behind and before each, the oftenest first. */
function companionsIn(grams: Grams): Companions {
  const there = known.get(grams);
  if (there) return there;
  const [behind, before] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const add = (to: Map<number, number[]>, unit: number, companion: number) => {
    const list = to.get(unit);
    if (list) list.push(companion);
    else to.set(unit, [companion]);
  };
  const pairs: (readonly [number, number, number])[] = [];
  const { slots } = grams.twos;
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [first, second] = [slots[slot]! >>> 16, slots[slot]! & 0xffff]; // see `twoOf`
    if (slots[slot + 1]! >= OFTEN && isHan(first) && isHan(second)) pairs.push([first, second, slots[slot + 1]!]);
  }
  pairs.sort((one, other) => other[2] - one[2] || one[0] - other[0] || one[1] - other[1]);
  for (const [first, second] of pairs) {
    if ((behind.get(first)?.length ?? 0) < MOST) add(behind, first, second);
    if ((before.get(second)?.length ?? 0) < MOST) add(before, second, first);
  }
  const made = { behind, before };
  known.set(grams, made);
  return made;
}
