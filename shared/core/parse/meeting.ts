import { junction } from './archive.ts';
import { isHan } from './characters.ts';
import type { Meeting, Page, Word } from './page.ts';

/** What a dictionary says of two blocks read on without a break. Closed: the features count on it. */
export const MEETINGS = ['no-characters', 'between-words', 'inside-word'] as const;

/** Parts of speech, by their first letters; `other` for all rare ones. Closed: the features count on it. */
export const PARTS = ['n', 'v', 'a', 'd', 'p', 'c', 'u', 'm', 'q', 'r', 't', 'f', 'i', 'l', 'other'] as const;

/** What the archive's language says of two blocks read on without a break, from against it to for it. Closed: the features count on it. */
export const JUNCTIONS = ['against', 'unseen', 'nothing', 'little', 'some', 'much', 'most'] as const;
const GAINS = [-2.5, -1, 0, 1.5, 3, 5];

/** The junction as a place in `JUNCTIONS`. */
export function junctionBin(page: Page, above: number, below: number): number {
  const gain = junctionOf(page, above, below);
  let at = 0;
  while (at < GAINS.length && gain > GAINS[at]!) at += 1;
  return at;
}

/** Characters on either side that the dictionary is shown. */
const CONTEXT = 6;

const APART: Meeting = { kind: 0, before: PARTS.length - 1, after: PARTS.length - 1 };

/** What becomes of the end of block `above` and the beginning of block `below` if they are read as one. The dictionary is asked once a pair. */
export function meetingOf(page: Page, above: number, below: number): Meeting {
  const key = above * page.blocks.length + below;
  const known = page.meetings.get(key);
  if (known !== undefined) return known;
  const meeting = meet(page, above, below);
  page.meetings.set(key, meeting);
  return meeting;
}

function meet(page: Page, above: number, below: number): Meeting {
  const upper = page.texts[above]!;
  const lower = page.texts[below]!;
  if (page.shapes[above]!.gluedByline || !isHan(upper.charCodeAt(upper.length - 1)) || !isHan(lower.charCodeAt(0))) return APART;
  return meetingAt(page.words(upper.slice(-CONTEXT) + lower.slice(0, CONTEXT)), Math.min(CONTEXT, upper.length));
}

/** How the words meet at offset `cut`. */
function meetingAt(words: readonly Word[], cut: number): Meeting {
  let end = 0;
  let before = '';
  for (const { word, tag } of words) {
    if (end >= cut) return { kind: end > cut ? 2 : 1, before: partOf(before), after: partOf(tag) };
    end += word.length;
    before = tag;
  }
  return { kind: end > cut ? 2 : 1, before: partOf(before), after: PARTS.length - 1 };
}

function partOf(tag: string): number {
  const part = PARTS.findIndex((each) => each === tag.charAt(0));
  return part < 0 ? PARTS.length - 1 : part;
}

/** How much likelier the archive's language makes it that block `below` goes on with `above`; see `junction`. Asked once a pair. */
export function junctionOf(page: Page, above: number, below: number): number {
  const key = above * page.blocks.length + below;
  const known = page.junctions.get(key);
  if (known !== undefined) return known;
  const found = junction(page.archive, page.texts[above]!, page.texts[below]!);
  page.junctions.set(key, found);
  return found;
}

/** How often the page itself writes the two characters that would meet, 0 where one of them is not Chinese. */
export function pairSeen(page: Page, above: number, below: number): number {
  const upper = page.texts[above]!;
  const [x, y] = [upper.charCodeAt(upper.length - 1), page.texts[below]!.charCodeAt(0)];
  return isHan(x) && isHan(y) ? page.grams.seen(x, y) : 0;
}
