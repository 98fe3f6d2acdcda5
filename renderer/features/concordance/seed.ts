import type { Finding } from '#core/checks/check.ts';
import type { passageText } from '#core/checks/passage-text.ts';
import type { Near } from '#contract/schemas/concordance.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';

/** What a concordance begins with: what is read, what is to be read, and how it is looked for. */
export type Seed = { readonly text: string; readonly put: string | null; readonly question: Partial<SearchQuestion>; readonly near: Near | null };

/** Finds the words of a text that a stretch of it is in. */
export type Widen = (text: string, from: number, to: number) => Promise<{ readonly from: number; readonly to: number }>;

const HAN = /\p{Script=Han}/u;
const REACH = 60; // UTF-16 units on either side in which words are looked for
const LEAST = 2; // characters that are looked for: one is right in most places

type Change = { readonly from: number; readonly to: number; readonly put: string };

/** What a finding suggests, as stretches of the passage's text as emended. Null where it suggests no text. */
function suggested(finding: Finding, at: readonly number[]): Change | null {
  const [edit] = finding.suggestions;
  if (edit?.kind !== 'replaceText' || !('text' in edit.put)) return null;
  const place = (marked: number) => {
    const found = at.findIndex((each) => each >= marked);
    return found < 0 ? at.length : found;
  };
  return { from: place(edit.from), to: place(edit.to), put: edit.put.text };
}

const LONGEST = 12; // UTF-16 units of a finding that are looked for as they stand

/** The change of all that the finding is about: of two marks in a row one is taken away, and both are looked for. */
function wholeOf(change: Change, { range }: Finding, text: string, at: readonly number[]): Change {
  const [first, last] = [at.findIndex((each) => each >= range.from), at.findLastIndex((each) => each < range.to) + 1];
  if (first < 0) return change;
  const [from, to] = [Math.min(first, change.from), Math.max(last, change.to)];
  return to - from > LONGEST ? change : { from, to, put: text.slice(from, change.from) + change.put + text.slice(change.to, to) };
}

/** What is looked for so that every place like a finding's is found. A character is looked for in its word, a mark between what stands on either side of it. */
export async function seedOf(finding: Finding, { text, at }: Pick<ReturnType<typeof passageText>, 'text' | 'at'>, widen: Widen): Promise<Omit<Seed, 'near'>> {
  const { read, meant } = finding.data;
  if (finding.check === 'name' && typeof read === 'string' && typeof meant === 'string') return { text: read, put: meant, question: {} };
  const change = suggested(finding, at);
  if (!change) {
    const [from, to] = [at.findIndex((each) => each >= finding.range.from), at.findLastIndex((each) => each < finding.range.to) + 1];
    return { text: from < 0 ? '' : text.slice(from, Math.max(from, to)), put: null, question: {} };
  }
  const { from, to, put } = wholeOf(change, finding, text, at);
  if (!HAN.test(text.slice(from, to) + put)) return betweenHan(text, from, to, put);
  // The words are those of the text as it is meant: what was misread is none.
  const [start, end] = [Math.max(0, from - REACH), Math.min(text.length, to + REACH)];
  const words = await widen(text.slice(start, from) + put + text.slice(to, end), from - start, from - start + put.length);
  let [first, last] = [start + words.from, start + words.to - put.length + (to - from)];
  [first, last] = [Math.min(first, from), Math.max(last, to)];
  while (Array.from(text.slice(first, last)).length < LEAST) {
    if (first > 0 && HAN.test(text[first - 1]!)) first -= 1;
    else if (last < text.length && HAN.test(text[last]!)) last += 1;
    else break;
  }
  return { text: text.slice(first, last), put: text.slice(first, from) + put + text.slice(to, last), question: {} };
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const HALF_WIDTH = /[\u0020-\u007E]/u;

/** A half-width mark is wrong among Chinese characters and right elsewhere: it is looked for where they stand on the same sides of it. */
function betweenHan(text: string, from: number, to: number, put: string): Omit<Seed, 'near'> {
  const [before, after] = [HAN.test(text.slice(0, from).slice(-1)) ? '(?<=\\p{Script=Han})' : '', HAN.test(text.slice(to, to + 1)) ? '(?=\\p{Script=Han})' : ''];
  const read = text.slice(from, to);
  if (!HALF_WIDTH.test(read) || before + after === '') return { text: read, put, question: {} };
  return { text: `${before}${escaped(read)}${after}`, put: put.replaceAll('$', '$$$$'), question: { expression: true } };
}
