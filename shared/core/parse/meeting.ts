import { junction } from './archive-says.ts';
import type { Page } from './page.ts';
import { type Meeting, PARTS, codeOfMeeting, meetingOfCode, meetingOfTexts } from './word-meeting.ts';

/** What the archive's language says of two blocks read on without a break, from against it to for it. Closed: the features count on it. */
export const JUNCTIONS = ['unseen', 'rare', 'nothing', 'little', 'some', 'much', 'most'] as const;
const GAINS = [-1.5, -0.7, 0, 1.5, 3, 5];

/** The junction as a place in `JUNCTIONS`. */
export function junctionBin(page: Page, above: number, below: number): number {
  const { archive, ends, junctions } = page;
  if (ends.last[above] === 0 || ends.first[below] === 0) return NOTHING;
  const known = junctions.get(above, below);
  if (!Number.isNaN(known)) return known;
  const gain = junction(archive, ends, above, below);
  let at = 0;
  while (at < GAINS.length && gain > GAINS[at]!) at += 1;
  junctions.set(above, below, at);
  return at;
}

/** The junction where the ends that meet are not Chinese. */
export const NOTHING = JUNCTIONS.indexOf('nothing');

const APART: Meeting = { kind: 0, before: PARTS.length - 1, after: PARTS.length - 1 };

/** What becomes of the end of block `above` and the beginning of block `below` if they are read as one. The dictionary is asked once a pair. */
export function meetingOf({ texts, shapes, ends, words, meetings }: Page, above: number, below: number): Meeting {
  if (ends.last[above] === 0 || ends.first[below] === 0 || shapes[above]!.gluedByline) return APART; // most: nothing need be remembered of them
  const known = meetings.get(above, below);
  if (!Number.isNaN(known)) return meetingOfCode(known);
  const code = codeOfMeeting(meetingOfTexts(words, texts[above]!, texts[below]!));
  meetings.set(above, below, code);
  return meetingOfCode(code);
}

/** How often the page itself writes the two characters that would meet, 0 where one of them is not Chinese. */
export function pairSeen({ ends, grams }: Page, above: number, below: number): number {
  const x = ends.last[above]!;
  const y = ends.first[below]!;
  return x === 0 || y === 0 ? 0 : grams.seen(x, y);
}
