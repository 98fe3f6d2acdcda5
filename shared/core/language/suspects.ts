import { isHan } from '../parse/characters.ts';
import { type Grams, countOfFour, countOfThree, countOfTwo } from './grams.ts';
import type { LookAlikes } from './look-alikes.ts';
import { type CharacterModel, type Less, likelihoodOf } from './model.ts';
import { PADDING, unitsOf } from './units.ts';
import { type Placed, type WordTree, latticeOf, placing } from './word-lattice.ts';

/** What is known of a language to judge characters by. */
export type Evidence = { readonly model: CharacterModel; readonly words: WordTree; readonly lookAlikes: LookAlikes };

/** A character that another like it would stand better in place of, and what speaks for that. */
export type Suspect = {
  readonly at: number; // UTF-16 offset in the text
  readonly read: string;
  readonly meant: string;
  readonly signs: Signs;
};

/** What speaks for another character. Gains are logarithms of how many times likelier the text is with it. */
export type Signs = {
  readonly words: number; // gain by the best way to cut into words
  readonly characters: number; // gain by the characters around
  readonly rank: number; // how near the shapes are: 0 is nearest
  readonly length: number; // of the word that the other makes
  readonly lengthRead: number; // of the word that what was read makes
  readonly seen: number; // how much of its surroundings the other is seen with in the archive: 0 nothing, 1 a pair, 3 a triple, 5 a four; one more if twice or oftener
  readonly seenRead: number; // the same of what was read, elsewhere
  readonly rarity: number; // of the other alone
  readonly rarityRead: number;
  readonly margin: number; // how much better than the next best
};

const LIKELY_ENOUGH = -1.5; // gain by words, from which a character is looked at closer
const CLOSER = 8; // so many of them
const SURE_WORD = 3; // characters: a misreading makes no word so long
const HABITUAL = 3; // so often a misreading may stand between the same characters elsewhere
const HALF = 0.5;
const SHAPE = 0.4; // a gain that a step of log rank is worth

/** Where another character would stand better, as far as a text alone tells. `own`: how often the text itself is among what was counted (0 or 1). */
export function suspectsOf(text: string, { model, words, lookAlikes }: Evidence, own: number): readonly Suspect[] {
  const { units, at } = unitsOf(text);
  const lattice = latticeOf(units, words);
  const found: Suspect[] = [];
  for (let i = PADDING; i + PADDING < units.length; i += 1) {
    const read = units[i]!;
    if (!isHan(read)) continue;
    const others = lookAlikes.of(read);
    if (others.length === 0) continue;
    const place = placing(lattice, i, words);
    const base = place(read);
    if (base.length >= SURE_WORD || isSeen(model.grams, units, i, base.length > 1 ? own : own + HABITUAL)) continue;
    const near: { unit: number; rank: number; placed: Placed; gain: number }[] = [];
    for (let rank = 0; rank < others.length; rank += 1) {
      const placed = place(others[rank]!);
      const gain = placed.score - base.score;
      if (gain < LIKELY_ENOUGH) continue;
      near.push({ unit: others[rank]!, rank, placed, gain });
    }
    if (near.length === 0) continue;
    if (near.length > CLOSER) {
      near.sort((a, b) => b.gain - SHAPE * Math.log1p(b.rank) - a.gain + SHAPE * Math.log1p(a.rank));
      near.length = CLOSER;
    }
    const printed = around(model, units, i, read, own, own);
    let [best, second] = [-Infinity, -Infinity];
    let chosen: { unit: number; rank: number; placed: Placed; gain: number; characters: number } | null = null;
    for (const one of near) {
      const characters = around(model, units, i, one.unit, own, 0) - printed;
      const value = HALF * (one.gain + characters) - SHAPE * Math.log1p(one.rank);
      if (value > best) {
        second = best;
        best = value;
        chosen = { ...one, characters };
      } else if (value > second) second = value;
    }
    if (chosen === null || best <= 0) continue;
    const rarityOf = (unit: number) => Math.log((model.lexical.singles[unit]! + 1) / model.lexical.total);
    found.push({
      at: at[i]!,
      read: String.fromCharCode(read),
      meant: String.fromCharCode(chosen.unit),
      signs: {
        words: chosen.gain,
        characters: chosen.characters,
        rank: chosen.rank,
        length: chosen.placed.length,
        lengthRead: base.length,
        seen: seenOf(model.grams, units, i, chosen.unit, 0),
        seenRead: seenOf(model.grams, units, i, read, own),
        rarity: rarityOf(chosen.unit),
        rarityRead: rarityOf(read),
        margin: best - Math.max(second, 0),
      },
    });
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

function seenOf(grams: Grams, units: Uint16Array, i: number, x: number, less: number): number {
  const [z, a, b, d, e, f] = [units[i - 3] ?? 0, units[i - 2]!, units[i - 1]!, units[i + 1]!, units[i + 2]!, units[i + 3] ?? 0];
  const four = Math.max(countOfFour(grams, z, a, b, x), countOfFour(grams, a, b, x, d), countOfFour(grams, b, x, d, e), countOfFour(grams, x, d, e, f)) - less;
  const three = Math.max(countOfThree(grams, a, b, x), countOfThree(grams, b, x, d), countOfThree(grams, x, d, e)) - less;
  const two = Math.max(countOfTwo(grams, b, x), countOfTwo(grams, x, d)) - less;
  return four > 1 ? 6 : four > 0 ? 5 : three > 1 ? 4 : three > 0 ? 3 : two > 1 ? 2 : two > 0 ? 1 : 0;
}
