import type { Reason } from '../model/reason.ts';

/** A stretch of a passage's emended text, in UTF-16 units. */
export type Stretch = { readonly from: number; readonly to: number };

/**
 * What findings of a check are about wherever they stand: the stretch of text about a finding whose wording says it all, and whether that wording, if it is
 * right, is right for every check (a spelling) or for this one alone (a form). Findings of a check without this are about their place alone.
 */
export type InGeneral = {
  readonly what: 'spelling' | 'form';
  readonly about: (text: string, from: number, to: number, data: NonNullable<Reason['data']>) => Stretch;
};

const LATIN = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]/;
const WORDS = /[\p{Script=Han}A-Za-z0-9]/u;

/** The stretch itself. */
export const itself = (_text: string, from: number, to: number): Stretch => ({ from, to });

/** The stretch with the letters and digits it runs on in, and the character on either side of it: 己 in 了己经常, A, in 型A,B款. */
export function inItsWord(text: string, from: number, to: number): Stretch {
  let [first, last] = [from, to];
  while (first > 0 && LATIN.test(text[first]!) && LATIN.test(text[first - 1]!)) first -= 1;
  while (last < text.length && LATIN.test(text[last - 1]!) && LATIN.test(text[last]!)) last += 1;
  const [before, after] = [Array.from(text.slice(Math.max(0, first - 2), first)).at(-1) ?? '', Array.from(text.slice(last, last + 2))[0] ?? ''];
  return { from: WORDS.test(before) ? first - before.length : first, to: WORDS.test(after) ? last + after.length : last };
}

const SPELT = 3; // characters: a shorter spelling would be taken for right in too many words

/** The stretch in its word, with more of the text on one side where on the other there is none: 曰 in 河渡曰 before a comma. */
export function inItsWords(text: string, from: number, to: number): Stretch {
  let { from: first, to: last } = inItsWord(text, from, to);
  while (last - first < SPELT && first > 0 && WORDS.test(text[first - 1]!)) first -= 1;
  while (last - first < SPELT && last < text.length && WORDS.test(text[last]!)) last += 1;
  return { from: first, to: last };
}

/** The name that the stretch is in, which a finding about names calls `read`; where it is not there, the stretch in its words. */
export function inItsName(text: string, from: number, to: number, { read }: NonNullable<Reason['data']>): Stretch {
  const name = String(read ?? '');
  for (let start = Math.max(0, to - name.length); start <= from; start += 1) if (name !== '' && text.startsWith(name, start)) return { from: start, to: start + name.length };
  return inItsWords(text, from, to);
}
