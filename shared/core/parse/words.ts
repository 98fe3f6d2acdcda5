/** A word and its part of speech in the notation of Peking University (n noun, v verb, p preposition …), of which the first letter counts. */
export type Word = { readonly word: string; readonly tag: string };

/** How words stand around an offset inside a text: whether one reaches over it, the tag of that one or else of the last before it, and of the next one (null: there is none). */
export type Around = { readonly isInside: boolean; readonly before: string; readonly after: string | null };

/** Cuts a text into words, as a dictionary has them. The core has no dictionary of its own. `around`, `count`: what words stand there, or how many, without making them, if it can do that. */
export type Words = ((text: string) => readonly Word[]) & { readonly around?: (text: string, offset: number) => Around; readonly count?: (text: string) => number };

/** How many words a text is cut into. */
export const countWords = (words: Words, text: string): number => words.count?.(text) ?? words(text).length;

/** How words stand around an offset of a text (1 or more, less than its length). */
export function wordsAround(words: Words, text: string, offset: number): Around {
  if (words.around !== undefined) return words.around(text, offset);
  const all = words(text);
  let k = 0;
  let end = all[0]?.word.length ?? 0;
  while (k + 1 < all.length && end < offset) end += all[(k += 1)]!.word.length;
  return { isInside: end > offset, before: all[k]?.tag ?? '', after: all[k + 1]?.tag ?? null };
}
