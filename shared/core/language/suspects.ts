import { isHan } from '../parse/characters.ts';
import { type Grams, countOfFour, countOfThree, countOfTwo } from './grams.ts';
import type { Alike, LookAlikes } from './look-alikes.ts';
import { type CharacterModel, type Less, likelihoodOf } from './model.ts';
import { soundAlike, strangerAt } from './strangers.ts';
import { PADDING, unitsOf } from './units.ts';
import { type WordGrams, type WordTimes, wordTimes } from './word-grams.ts';
import { type Placed, type WordTree, latticeOf, placing } from './word-lattice.ts';

/** What is known of a language to judge characters by. */
export type Evidence = { readonly model: CharacterModel; readonly words: WordTree; readonly wordGrams: WordGrams; readonly lookAlikes: LookAlikes };

/** A character that another like it would stand better in place of, and what speaks for that. */
export type Suspect = {
  readonly at: number; // UTF-16 offset in the text
  readonly read: string;
  readonly meant: string;
  readonly signs: Signs;
};

/** What speaks for another character. Gains are logarithms of how many times likelier the text is with it; counts are of the archive without this place. */
export type Signs = {
  readonly words: number; // gain by the best way to cut into words
  readonly characters: number; // gain by the characters around
  readonly rank: number; // how near the shapes are: 0 is nearest, `UNLIKE` where they are not
  readonly sounds: boolean; // whether they are read alike
  readonly farther: number; // the same by the list that has them farther
  readonly length: number; // of the word that the other makes
  readonly lengthRead: number; // of the word that what was read makes
  readonly seen: Seen;
  readonly seenRead: Seen;
  readonly times: WordTimes; // of the words that the other makes
  readonly timesRead: WordTimes;
  readonly rarity: number; // of the other alone, in the dictionary
  readonly rarityRead: number;
  readonly share: number; // logarithm of the other's share of the archive
  readonly shareRead: number;
  readonly margin: number; // how much better than the best of the others that are thought of here
};

/** How much of its surroundings a character is seen with in the archive. `most`: 0 nothing, 1 a pair, 3 a triple, 5 a four; one more if twice or oftener. */
export type Seen = { readonly most: number; readonly before: number; readonly behind: number; readonly triple: number };

const LIKELY_ENOUGH = -1; // gain by words, from which a character is looked at closer
const CLOSER = 24; // so many of them
const LEAST = 1.5; // gain by words and characters together
const TOLD = 3; // of one place
const SURE_WORD = 3; // characters: a misreading makes no word so long
const HABITUAL = 3; // so often a misreading may stand between the same characters elsewhere
const HALF = 0.5;
const SHAPE = 0.4; // a gain that a step of log rank is worth
// One number for another reads as well: which of them the words around have oftener says nothing of which is meant.
const NUMERALS: ReadonlySet<number> = new Set(Array.from('〇零一二三四五六七八九十', (numeral) => numeral.charCodeAt(0)));
const UNSEEN: Seen = { most: 0, before: 0, behind: 0, triple: 0 };
const ALONE = 9; // the margin where nothing else is thought of

type Near = { readonly alike: Alike; readonly placed: Placed; readonly gain: number };

const valueOf = ({ alike, gain, characters }: { readonly alike: Alike; readonly gain: number; readonly characters: number }): number => HALF * (gain + characters) - shapeOf(alike);
const shapeOf = ({ rank }: Alike): number => SHAPE * Math.log1p(rank);

/** Where other characters would stand better, as far as a text alone tells: at most `TOLD` for one place, next to each other, best first. `own`: how often the text itself is among what was counted (0 or 1). */
export function suspectsOf(text: string, { model, words, wordGrams, lookAlikes }: Evidence, own: number): readonly Suspect[] {
  const { units, at } = unitsOf(text);
  const lattice = latticeOf(units, words);
  const found: Suspect[] = [];
  for (let i = PADDING; i + PADDING < units.length; i += 1) {
    const read = units[i]!;
    if (!isHan(read)) continue;
    const others = lookAlikes.of(read);
    if (others.length === 0) continue; // it is no common character
    const place = placing(lattice, i, words);
    const base = place(read);
    if (base.length >= SURE_WORD || isSeen(model.grams, units, i, base.length > 1 ? own : own + HABITUAL)) continue;
    const near: Near[] = [];
    const isNumeral = NUMERALS.has(read);
    for (const alike of others) {
      if (isNumeral && NUMERALS.has(alike.unit)) continue;
      const placed = place(alike.unit);
      const gain = placed.score - base.score;
      if (gain >= LIKELY_ENOUGH) near.push({ alike, placed, gain });
    }
    if (near.length > CLOSER) {
      near.sort((a, b) => b.gain - shapeOf(b.alike) - a.gain + shapeOf(a.alike));
      near.length = CLOSER;
    }
    let printed: number | null = null; // at most places nothing asks for it
    const charactersWith = (unit: number) => around(model, units, i, unit, own, 0) - (printed ??= around(model, units, i, read, own, own));
    const better = near.flatMap(({ alike, placed, gain }) => {
      const characters = charactersWith(alike.unit);
      return gain + characters < LEAST ? [] : [{ alike, placed, gain, characters, value: valueOf({ alike, gain, characters }) }];
    });
    if (base.length === 1) {
      const stranger = strangerAt(lattice, i, { grams: model.grams, words, lookAlikes }, place, base.score, own, charactersWith);
      if (stranger && !(isNumeral && NUMERALS.has(stranger.alike.unit))) better.push({ ...stranger, value: valueOf(stranger) });
    }
    if (better.length === 0) continue;
    better.sort((a, b) => b.value - a.value);
    const [best, second] = [better[0]!.value, better[1]?.value ?? -Infinity];
    const rarityOf = (unit: number) => Math.log((model.lexical.singles[unit]! + 1) / model.lexical.total);
    const shareOf = (unit: number, less: number) => Math.log((Math.max(0, model.grams.singles[unit]! - less) + HALF) / (model.grams.units + 1));
    const seenRead = seenOf(model.grams, units, i, read, own);
    const timesRead = wordTimes(wordGrams, lattice, i, read, base, own);
    const [rarityRead, shareRead] = [rarityOf(read), shareOf(read, own)];
    for (const [k, { alike, placed, gain, characters, value }] of better.slice(0, TOLD).entries()) {
      found.push({
        at: at[i]!,
        read: String.fromCharCode(read),
        meant: String.fromCharCode(alike.unit),
        signs: {
          words: gain,
          characters,
          rank: alike.rank,
          sounds: soundAlike(read, alike.unit),
          farther: alike.farther,
          length: placed.length,
          lengthRead: base.length,
          seen: seenOf(model.grams, units, i, alike.unit, 0),
          seenRead,
          times: wordTimes(wordGrams, lattice, i, alike.unit, placed, 0),
          timesRead,
          rarity: rarityOf(alike.unit),
          rarityRead,
          share: shareOf(alike.unit, 0),
          shareRead,
          margin: Math.min(ALONE, value - (k === 0 ? second : best)),
        },
      });
    }
  }
  return found;
}

/** Whether the archive has what stands at a place, with two characters beside it, oftener than `times`. */
function isSeen(grams: Grams, units: Uint16Array, i: number, times: number): boolean {
  const [a, b, x, d, e] = [units[i - 2]!, units[i - 1]!, units[i]!, units[i + 1]!, units[i + 2]!];
  return countOfThree(grams, b, x, d) > times || countOfThree(grams, a, b, x) > times || countOfThree(grams, x, d, e) > times;
}

/** How likely the characters around a place are if `x` stands there. `own` is taken off what does not hold the place, `less` off what does. */
function around(model: CharacterModel, units: Uint16Array, i: number, x: number, own: number, less: number): number {
  const [a, b, d, e] = [units[i - 2]!, units[i - 1]!, units[i + 1]!, units[i + 2]!];
  const behind: Less = { a: own, ab: own, b: own, bc: less, abc: less, c: less };
  const next: Less = { a: own, ab: less, b: less, bc: less, abc: less, c: own };
  const last: Less = { a: less, ab: less, b: own, bc: own, abc: less, c: own };
  return likelihoodOf(model, a, b, x, behind) + likelihoodOf(model, b, x, d, next) + likelihoodOf(model, x, d, e, last);
}

function seenOf(grams: Grams, units: Uint16Array, i: number, x: number, less: number): Seen {
  const [z, a, b, d, e, f] = [units[i - 3] ?? 0, units[i - 2]!, units[i - 1]!, units[i + 1]!, units[i + 2]!, units[i + 3] ?? 0];
  const before = Math.max(0, countOfTwo(grams, b, x) - less);
  const behind = Math.max(0, countOfTwo(grams, x, d) - less);
  if (before + behind === 0) return UNSEEN;
  const triple = Math.max(0, Math.max(countOfThree(grams, a, b, x), countOfThree(grams, b, x, d), countOfThree(grams, x, d, e)) - less);
  const four = triple === 0 ? 0 : Math.max(countOfFour(grams, z, a, b, x), countOfFour(grams, a, b, x, d), countOfFour(grams, b, x, d, e), countOfFour(grams, x, d, e, f)) - less;
  const two = Math.max(before, behind);
  return { most: four > 1 ? 6 : four > 0 ? 5 : triple > 1 ? 4 : triple > 0 ? 3 : two > 1 ? 2 : 1, before, behind, triple };
}
