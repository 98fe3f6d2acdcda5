import { isHan } from '../parse/characters.ts';
import { type Tally, Tallying, metIn, oftenMet } from '../parse/tally.ts';
import { unitsOf } from './units.ts';
import { type Lattice, type Placed, type WordTree, latticeOf } from './word-lattice.ts';

/**
 * How often words, and pairs of words side by side, stand in the texts counted, cut as a dictionary cuts them likeliest. Characters that it leaves alone side by side, up to
 * four, count as a word too: names and terms of which the dictionary knows nothing. What was met once is left out: an occurrence does not speak for itself, and
 * most of all pairs are met once. Exact but of those of one hash.
 */
export type WordGrams = { readonly ones: Tally; readonly twos: Tally };

const LONGEST = 4; // characters left alone that may be one word
const LEAST = 2;

/** A word's characters as a number other than 0. */
function wordKey(units: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ units[i]!, 0x9e3779b1) ^ (hash >>> 13);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash === 0 ? 1 : hash | 0;
}

/** Two words' keys as one. */
function pairKey(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0xc2b2ae35) ^ (first >>> 16) ^ second, 0x27d4eb2f);
  return hash === 0 ? 1 : hash | 0;
}

const unitsOfWord = (word: string): Uint16Array => Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
const keyOfWord = (word: string): number => wordKey(unitsOfWord(word), 0, word.length);

/** How often a word was met; 0 if once. */
export const countOfWord = ({ ones }: WordGrams, word: string): number => metIn(ones, keyOfWord(word));

/** How often two words were met side by side; 0 if once. */
export const countOfWords = ({ twos }: WordGrams, first: string, second: string): number => metIn(twos, pairKey(keyOfWord(first), keyOfWord(second)));

/** Counts texts. */
export function countWordGrams(texts: Iterable<string>, words: WordTree): WordGrams {
  const [ones, twos] = [new Tallying(), new Tallying()];
  for (const text of texts) {
    const { units } = unitsOf(text);
    const { first } = latticeOf(units, words);
    const [keysOfOnes, keysOfTwos] = [new Int32Array(units.length * LONGEST), new Int32Array(units.length)];
    let [one, two] = [0, 0];
    let before = 0; // the key of the word before, 0 where a run begins
    let alone = 0; // characters left alone side by side up to here
    for (let i = 0; i < units.length; ) {
      if (!isHan(units[i]!)) {
        before = alone = 0;
        i += 1;
        continue;
      }
      const end = first[i]!;
      const key = wordKey(units, i, end);
      keysOfOnes[one++] = key;
      if (before !== 0) keysOfTwos[two++] = pairKey(before, key);
      alone = end === i + 1 ? alone + 1 : 0;
      for (let length = 2; length <= Math.min(alone, LONGEST); length += 1) keysOfOnes[one++] = wordKey(units, end - length, end);
      before = key;
      i = end;
    }
    ones.meet(keysOfOnes, one);
    twos.meet(keysOfTwos, two);
  }
  return { ones: oftenMet(ones.tally(), LEAST), twos: oftenMet(twos.tally(), LEAST) };
}

/** How often an archive has the word that lies about a place, and it side by side with the word before or behind it, whichever is oftener. */
export type WordTimes = { readonly word: number; readonly pair: number };

/**
 * What an archive has of the words about a place of a lattice if `unit` stands there, in the word that `placed` tells of. `less` is taken off: the occurrence itself. A
 * character left alone is looked for with its neighbours that are left alone too.
 */
export function wordTimes(grams: WordGrams, { units, last, first, start, end }: Lattice, place: number, unit: number, { from, length }: Pick<Placed, 'from' | 'length'>, less: number): WordTimes {
  const [low, high, to] = [start[place]!, end[place]!, from + length];
  const before = from > low ? last[from]! : from;
  const behind = to < high ? first[to]! : to;
  const shift = Math.max(low, Math.min(before, from - LONGEST));
  const text = units.slice(shift, Math.min(high, Math.max(behind, to + LONGEST)));
  text[place - shift] = unit;
  const keyOf = (a: number, b: number) => wordKey(text, a - shift, b - shift);
  const own = keyOf(from, to);
  let word = 0;
  if (length > 1) word = metIn(grams.ones, own);
  else {
    let [least, most] = [from, to];
    while (least > low && from - least < LONGEST - 1 && last[least] === least - 1) least -= 1;
    while (most < high && most - to < LONGEST - 1 && first[most] === most + 1) most += 1;
    for (let a = least; a <= from; a += 1) for (let b = Math.max(to, a + 2); b <= Math.min(most, a + LONGEST); b += 1) word = Math.max(word, metIn(grams.ones, keyOf(a, b)));
  }
  const pair = Math.max(
    before < from ? metIn(grams.twos, pairKey(keyOf(before, from), own)) : 0,
    behind > to ? metIn(grams.twos, pairKey(own, keyOf(to, behind))) : 0,
  );
  return { word: Math.max(0, word - less), pair: Math.max(0, pair - less) };
}
