import { type Words, wordsAround } from './words.ts';

/** What a dictionary says of two blocks read on without a break. Closed: the features count on it. */
export const MEETINGS = ['no-characters', 'between-words', 'inside-word'] as const;

/** Parts of speech, by their first letters; `other` for all rare ones. Closed: the features count on it. */
export const PARTS = ['n', 'v', 'a', 'd', 'p', 'c', 'u', 'm', 'q', 'r', 't', 'f', 'i', 'l', 'other'] as const;

/** How two blocks meet: what kind of meeting, and the parts of speech of the words before and after it; places in `MEETINGS` and `PARTS`. */
export type Meeting = { readonly kind: number; readonly before: number; readonly after: number };

/** All meetings there can be, each once: by their code they are remembered as numbers. */
const ALL: readonly Meeting[] = MEETINGS.flatMap((_, kind) => PARTS.flatMap((__, before) => PARTS.map((___, after): Meeting => ({ kind, before, after }))));

export const codeOfMeeting = ({ kind, before, after }: Meeting): number => (kind * PARTS.length + before) * PARTS.length + after;
export const meetingOfCode = (code: number): Meeting => ALL[code]!;

/** Characters on either side that the dictionary is shown. */
const CONTEXT = 6;

/** How two texts meet that are read on without a break. */
export function meetingOfTexts(words: Words, upper: string, lower: string): Meeting {
  const { isInside, before, after } = wordsAround(words, upper.slice(-CONTEXT) + lower.slice(0, CONTEXT), Math.min(CONTEXT, upper.length));
  return { kind: isInside ? 2 : 1, before: partOf(before), after: partOf(after ?? '') };
}

/** Whether two texts meet inside a word. */
export const meetInsideWord = (words: Words, upper: string, lower: string): boolean => meetingOfTexts(words, upper, lower).kind === 2;

/** The place in `PARTS` of a tag's part of speech, by its first letter. */
const PART_OF_LETTER = new Uint8Array(128).fill(PARTS.length - 1);
for (const [place, part] of PARTS.entries()) if (part.length === 1) PART_OF_LETTER[part.charCodeAt(0)] = place;

const partOf = (tag: string): number => PART_OF_LETTER[tag.charCodeAt(0)] ?? PARTS.length - 1;
