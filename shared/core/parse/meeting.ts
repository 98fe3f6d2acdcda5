import { junction } from './archive-says.ts';
import { isHan } from './characters.ts';
import type { Page } from './page.ts';
import { type Meeting, PARTS, codeOfMeeting, meetingOfCode, meetingOfTexts } from './word-meeting.ts';

/** What the archive's language says of two blocks read on without a break, from against it to for it. Closed: the features count on it. */
export const JUNCTIONS = ['unseen', 'rare', 'nothing', 'little', 'some', 'much', 'most'] as const;
const GAINS = [-1.5, -0.7, 0, 1.5, 3, 5];

/** The junction as a place in `JUNCTIONS`. */
export function junctionBin(page: Page, above: number, below: number): number {
  const gain = junctionOf(page, above, below);
  let at = 0;
  while (at < GAINS.length && gain > GAINS[at]!) at += 1;
  return at;
}

const APART: Meeting = { kind: 0, before: PARTS.length - 1, after: PARTS.length - 1 };

/** What becomes of the end of block `above` and the beginning of block `below` if they are read as one. The dictionary is asked once a pair. */
export function meetingOf(page: Page, above: number, below: number): Meeting {
  const known = page.meetings.get(above, below);
  if (!Number.isNaN(known)) return meetingOfCode(known);
  const code = codeOfMeeting(meet(page, above, below));
  page.meetings.set(above, below, code);
  return meetingOfCode(code);
}

function meet(page: Page, above: number, below: number): Meeting {
  const upper = page.texts[above]!;
  const lower = page.texts[below]!;
  if (page.shapes[above]!.gluedByline || !isHan(upper.charCodeAt(upper.length - 1)) || !isHan(lower.charCodeAt(0))) return APART;
  return meetingOfTexts(page.words, upper, lower);
}

/** How much likelier the archive's language makes it that block `below` goes on with `above`; see `junction`. Asked once a pair. */
export function junctionOf(page: Page, above: number, below: number): number {
  const known = page.junctions.get(above, below);
  if (!Number.isNaN(known)) return known;
  const found = junction(page.archive, page.texts[above]!, page.texts[below]!);
  page.junctions.set(above, below, found);
  return found;
}

/** How often the page itself writes the two characters that would meet, 0 where one of them is not Chinese. */
export function pairSeen(page: Page, above: number, below: number): number {
  const upper = page.texts[above]!;
  const x = upper.charCodeAt(upper.length - 1);
  const y = page.texts[below]!.charCodeAt(0);
  return isHan(x) && isHan(y) ? page.grams.seen(x, y) : 0;
}
