import { isHan } from '../parse/characters.ts';
import { countOfTwo, twoOf } from './grams.ts';
import { type LexicalGrams, lexicalCount } from './lexical-grams.ts';
import type { Evidence } from './suspects.ts';
import { PADDING, unitsOf } from './units.ts';
import { type WordTree, latticeOf, placing } from './word-lattice.ts';

/** Phrases of one length that stand in a series (`others`), and beside them one that is a character short (`read`) and makes better words with it (`meant`). */
export type InSeries = { readonly others: string; readonly read: string; readonly meant: string; readonly length: number };

/** A character that is likely lost: before what stands at `at` in a text (UTF-16 offset). */
export type SeriesLoss = { readonly at: number; readonly meant: string; readonly probability: number; readonly series: InSeries };

type Phrase = { readonly from: number; readonly to: number; readonly isFrame: boolean }; // units; `isFrame`: stands in 从…到…

const [FROM, TO] = ['从', '到'].map((character) => character.charCodeAt(0)) as [number, number];
const MARKS: ReadonlySet<number> = new Set(Array.from('，、；', (mark) => mark.charCodeAt(0)));
const OTHERS = 3; // of one length, next to each other and to the short one
const LENGTH = { least: 4, most: 8 }; // of theirs: shorter ones differ too often
const GAIN = { frame: 0, list: 2 }; // by which the words are better with the character: in a mere list a shorter phrase is nothing rare
const PROBABILITY = 0.6;
const SURROGATES = 0xd800; // halves of rare characters: no place to put anything between

/**
 * Characters that were lost in a series of parallel phrases, as 从街巷照明到居民就医，从安全问到邻里往来: all have one length but one that is a character short, and that one
 * falls into better words with one more character, which makes a word of a character that stands alone. What is near plays no part, so it needs no archive.
 */
export function lossesInSeries(text: string, evidence: Evidence): readonly SeriesLoss[] {
  const { units, at } = unitsOf(text);
  return seriesIn(units).flatMap((series) => series.flatMap((phrase, i): readonly SeriesLoss[] => {
    const [others, read] = [neighboursOf(series, i), units.subarray(phrase.from, phrase.to)];
    if (others.length < OTHERS || read.some((unit) => unit >= SURROGATES)) return [];
    const best = completed(read, phrase.isFrame ? GAIN.frame : GAIN.list, evidence);
    if (best === null) return [];
    const textOf = ({ from, to }: Phrase) => String.fromCharCode(...units.subarray(from, to));
    const told: InSeries = { others: others.map(textOf).join('、'), read: textOf(phrase), meant: String.fromCharCode(...inserted(read, best.place, best.unit)), length: read.length + 1 };
    return [{ at: at[phrase.from + best.place]!, meant: String.fromCharCode(best.unit), probability: PROBABILITY, series: told }];
  }));
}

/** The series of phrases of Chinese characters in a text: what commas and the like part, and what 从 and 到 set against each other. */
function seriesIn(units: Uint16Array): readonly (readonly Phrase[])[] {
  const series: Phrase[][] = [];
  let end = -1;
  for (let from = PADDING; from < units.length; ) {
    if (!isHan(units[from]!)) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < units.length && isHan(units[to]!)) to += 1;
    if (end + 1 !== from || !MARKS.has(units[end]!)) series.push([]);
    series.at(-1)!.push(...phrasesOf(units, from, to));
    end = from = to;
  }
  return series;
}

function phrasesOf(units: Uint16Array, from: number, to: number): readonly Phrase[] {
  const turn = units[from] === FROM ? units.indexOf(TO, from + 3) : -1;
  if (turn < 0 || turn + 2 >= to) return [{ from, to, isFrame: false }];
  return [{ from: from + 1, to: turn, isFrame: true }, { from: turn + 1, to, isFrame: true }];
}

const lengthOf = ({ from, to }: Phrase): number => to - from;

/** The phrases next to one that are each a character longer. */
function neighboursOf(series: readonly Phrase[], i: number): readonly Phrase[] {
  const length = lengthOf(series[i]!) + 1;
  if (length < LENGTH.least || length > LENGTH.most) return [];
  let [first, last] = [i, i];
  while (first > 0 && lengthOf(series[first - 1]!) === length) first -= 1;
  while (last + 1 < series.length && lengthOf(series[last + 1]!) === length) last += 1;
  return [...series.slice(first, i), ...series.slice(i + 1, last + 1)];
}

const inserted = (units: Uint16Array, place: number, unit: number): Uint16Array => Uint16Array.of(...units.subarray(0, place), unit, ...units.subarray(place));

/** The character with which a phrase makes the best words, and where it goes; null where none makes them better by `least`. */
function completed(phrase: Uint16Array, least: number, { model: { grams, lexical }, words }: Evidence): { readonly place: number; readonly unit: number } | null {
  const base = latticeOf(phrase, words).ahead[phrase.length]!;
  const isAlone = Array.from(phrase, (unit, i) => lengthAt(phrase, i, unit, words) === 1);
  let best: { readonly place: number; readonly unit: number; readonly value: number } | null = null;
  for (let place = 0; place <= phrase.length; place += 1) {
    const [before, behind] = [phrase[place - 1], phrase[place]];
    for (const unit of charactersOf(lexical)) {
      if (unit === before || unit === behind) continue;
      const joinsBefore = before !== undefined && isAlone[place - 1]! && lexicalCount(lexical, twoOf(before, unit)) > 0;
      const joinsBehind = behind !== undefined && isAlone[place]! && lexicalCount(lexical, twoOf(unit, behind)) > 0;
      if (!joinsBefore && !joinsBehind) continue;
      const whole = inserted(phrase, place, unit);
      const gain = latticeOf(whole, words).ahead[whole.length]! - base;
      if (gain <= least || !((joinsBefore && lengthAt(whole, place - 1, before, words) > 1) || (joinsBehind && lengthAt(whole, place + 1, behind, words) > 1))) continue;
      const value = gain + (before === undefined ? 0 : Math.log1p(countOfTwo(grams, before, unit))) + (behind === undefined ? 0 : Math.log1p(countOfTwo(grams, unit, behind)));
      if (best === null || value > best.value) best = { place, unit, value };
    }
  }
  return best;
}

/** How long the word is that a place lies in. */
const lengthAt = (units: Uint16Array, at: number, unit: number, words: WordTree): number => placing(latticeOf(units, words), at, words)(unit).length;

const known = new WeakMap<LexicalGrams, readonly number[]>();

/** The Chinese characters of a dictionary. */
function charactersOf(lexical: LexicalGrams): readonly number[] {
  const there = known.get(lexical);
  if (there) return there;
  const characters: number[] = [];
  lexical.singles.forEach((count, unit) => {
    if (count > 0 && isHan(unit) && unit < SURROGATES) characters.push(unit);
  });
  known.set(lexical, characters);
  return characters;
}
