import { type Breaks, breaksIn } from './breaks.ts';
import { isBlank, isHan } from './characters.ts';
import { type Tally, Tallying } from './tally.ts';
import type { Words } from './words.ts';

/**
 * What an archive's own pages say of its language: how often Chinese characters, pairs and triples of them stand side by side, a clause's end (`CLAUSE_END`)
 * and a sentence's beginning (`SENTENCE_START`) counted like characters. Counts are exact but of triples of one hash (of a million a few hundred).
 * `version` names the pages counted: it is recorded with what is decided by them.
 */
export type Archive = {
  readonly version: string;
  readonly characters: number; // counted in all
  readonly singles: Uint32Array; // by UTF-16 unit
  readonly pairs: Tally; // by both units
  readonly triples: Tally; // by a hash of the three units
  readonly breaks: Breaks;
};

/** The way of counting: raised when the same pages would be counted otherwise. */
export const COUNTING = 3;

/** Pages beyond this many add little: an archive larger than that is sampled. */
export const ARCHIVE_SAMPLE = 1024;

/** Stand for the end of a clause and the beginning of a sentence: units that no page has. */
export const CLAUSE_END = 1;
export const SENTENCE_START = 2;

/** What marks do, by UTF-16 unit: a page asks of every character that is not Chinese. */
const ENDS_SENTENCE = 1;
const ENDS_CLAUSE = 2;
const CLOSES_QUOTATION = 4;
const DOES = new Uint8Array(1 << 16);
for (const [marks, does] of [['。！？；!?;', ENDS_SENTENCE], ['，、：,:', ENDS_CLAUSE], ['”’」』', CLOSES_QUOTATION]] as const) {
  for (const mark of marks) DOES[mark.charCodeAt(0)] = does;
}

export const pairOf = (a: number, b: number): number => (a << 16) | b;

export function tripleOf(a: number, b: number, c: number): number {
  const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35), 0x27d4eb2f);
  return hash === 0 ? 1 : hash;
}

/** So many pairs are counted together: the more, the fewer times their table goes through near memory. */
const AT_ONCE = 1 << 17;

/**
 * Counts the given texts; `words` finds the breaks inside words. The order of the texts changes nothing, unless they hold more than three million different
 * pairs or triples.
 */
export function countArchive(version: string, texts: readonly string[], words: Words): Archive {
  const singles = new Uint32Array(1 << 16);
  // Pages that are few repeat themselves little: about half of their pairs are new, most of their triples.
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const pairs = new Tallying(length / 2);
  const triples = new Tallying(length);
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  const room = Math.max(longest, Math.min(length, AT_ONCE));
  const twos = new Int32Array(room); // pairs that are not counted yet, repeats included
  const threes = new Int32Array(room);
  let two = 0;
  let three = 0;
  let characters = 0;
  for (const text of texts) {
    if (two + text.length > room) {
      pairs.meet(twos, two);
      triples.meet(threes, three);
      two = three = 0;
    }
    let a = 0; // the last two characters, 0 for none
    let b = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (isHan(unit)) {
        characters += 1;
        singles[unit]! += 1;
        if (b !== 0) twos[two++] = pairOf(b, unit);
        if (a !== 0) threes[three++] = tripleOf(a, b, unit);
        a = b;
        b = unit;
        continue;
      }
      const does = DOES[unit]!;
      if (b > SENTENCE_START && (does === ENDS_SENTENCE || does === ENDS_CLAUSE)) {
        singles[CLAUSE_END]! += 1;
        twos[two++] = pairOf(b, CLAUSE_END);
        if (a !== 0) threes[three++] = tripleOf(a, b, CLAUSE_END);
      }
      if (does === ENDS_SENTENCE) singles[SENTENCE_START]! += 1;
      const stays = b === SENTENCE_START && (does === CLOSES_QUOTATION || isBlank(unit));
      a = 0;
      b = does === ENDS_SENTENCE || stays ? SENTENCE_START : 0;
    }
  }
  pairs.meet(twos, two);
  triples.meet(threes, three);
  return { version, characters, singles, pairs: pairs.tally(), triples: triples.tally(), breaks: breaksIn(texts, words) };
}
