import { bytes, integers } from '#util/scratch.ts';
import { meetingOf } from '../parse/meeting.ts';
import type { Page } from '../parse/page.ts';
import type { Meeting } from '../parse/word-meeting.ts';
import type { Shape } from '../parse/shape.ts';

/** The look of a block from afar, all that its neighbours are told of it. Closed: the features count on it. */
export const LOOKS = [
  'text',
  'text-open',
  'middling',
  'middling-open',
  'line',
  'title',
  'title-short',
  'tiny',
  'byline',
  'credit',
  'caption',
  'address',
  'dispatch',
  'edge',
] as const;
export type Look = (typeof LOOKS)[number];

export function lookOf(shape: Shape): Look {
  switch (shape.formula) {
    case 'byline':
      return 'byline';
    case 'credit':
      return 'credit';
    case 'caption':
      return 'caption';
    case 'staff':
    case 'address':
    case 'folio':
      return 'address';
    case 'dateline':
      if (shape.width > 24) return 'dispatch';
      break;
    case 'none':
    case 'series':
    case 'list':
    case 'signed':
      break;
  }
  const closed = shape.ending === 'final' || shape.ending === 'final-quoted';
  if (shape.width > 36) return closed ? 'text' : 'text-open';
  if (shape.width > 24) return closed ? 'middling' : 'middling-open';
  if (shape.ending === 'final' || shape.ending === 'final-quoted') return 'line';
  if (shape.width > 10) return 'title';
  return shape.width > 4 ? 'title-short' : 'tiny';
}

const LOOK_INDEX = new Map(LOOKS.map((look, index) => [look, index]));
const among = (...looks: readonly Look[]): readonly boolean[] => LOOKS.map((look) => looks.includes(look));
const TITLED = among('line', 'title', 'title-short', 'tiny');
const PROSE = among('text', 'text-open', 'middling', 'middling-open', 'dispatch');
const DISPATCH = LOOK_INDEX.get('dispatch')!;

/** Whether a block of this look could be a paragraph. */
export const isProse = (look: Look): boolean => PROSE[LOOK_INDEX.get(look)!]!;

/** A page's blocks in a reading order, seen from afar: what stands before and after what. All arrays are by position in the order. */
export type Outline = {
  readonly order: readonly number[]; // block at each position
  readonly shapes: readonly Shape[];
  readonly looks: Uint8Array; // places in `LOOKS`
  readonly endings: Uint8Array; // places in `ENDINGS`
  readonly openings: Uint8Array; // places in `OPENINGS`
  readonly titled: Uint8Array; // 1: could be a line of a headline
  readonly prose: Uint8Array; // 1: could be a paragraph
  readonly proseBefore: Int32Array; // position of the nearest prose before (not counting itself), or -1
  readonly proseAfter: Int32Array; // or the length
  readonly runStart: Int32Array; // first position of the run of titled, or of prose, that this one is in
  readonly runEnd: Int32Array; // after its last
  readonly meetings: readonly Meeting[]; // of each position with the next
  readonly dispatches: number; // the share of title runs whose next prose opens as a dispatch
};

export function outlineOf(page: Page, order: readonly number[]): Outline {
  const { length } = order;
  const shapes: Shape[] = []; // filled one by one, like those of the page
  for (let i = 0; i < length; i += 1) shapes.push(page.shapes[order[i]!]!);
  const [looks, endings, openings] = [bytes(length), bytes(length), bytes(length)];
  const [titled, prose] = [bytes(length), bytes(length)];
  for (let i = 0; i < length; i += 1) {
    const shape = shapes[i]!;
    const look = LOOK_INDEX.get(lookOf(shape))!;
    looks[i] = look;
    endings[i] = page.codes.endings[order[i]!]!;
    openings[i] = page.codes.openings[order[i]!]!;
    titled[i] = TITLED[look] ? 1 : 0;
    prose[i] = PROSE[look] ? 1 : 0;
  }
  const meetings: Meeting[] = [];
  for (let i = 1; i < length; i += 1) meetings.push(meetingOf(page, order[i - 1]!, order[i]!));
  const [proseBefore, proseAfter] = [integers(length), integers(length)];
  const [runStart, runEnd] = [integers(length), integers(length)];
  let last = -1;
  for (let i = 0; i < length; i += 1) {
    proseBefore[i] = last;
    if (prose[i]) last = i;
    runStart[i] = i > 0 && titled[i] === titled[i - 1] && prose[i] === prose[i - 1] ? runStart[i - 1]! : i;
  }
  let next = length;
  for (let i = length - 1; i >= 0; i -= 1) {
    proseAfter[i] = next;
    if (prose[i]) next = i;
    runEnd[i] = i + 1 < length && runStart[i + 1] === runStart[i] ? runEnd[i + 1]! : i + 1;
  }
  let runs = 0;
  let dispatches = 0;
  for (let i = 0; i < length; i += 1) {
    if (!titled[i] || runStart[i] !== i) continue;
    const after = proseAfter[runEnd[i]! - 1]!;
    if (after >= length) continue;
    runs += 1;
    if (looks[after] === DISPATCH) dispatches += 1;
  }
  return { order, shapes, looks, endings, openings, titled, prose, proseBefore, proseAfter, runStart, runEnd, meetings, dispatches: runs === 0 ? 0 : dispatches / runs };
}
