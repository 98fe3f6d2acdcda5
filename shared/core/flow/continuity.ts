import { COLUMN_FILLS } from '../parse/columns.ts';
import { JUNCTIONS, junctionBin, meetingOf, pairSeen } from '../parse/meeting.ts';
import { GAIN_LEVELS } from '../parse/margins.ts';
import type { Overlap } from '../parse/overlap.ts';
import type { Page } from '../parse/page.ts';
import type { Shape } from '../parse/shape.ts';
import { OPENINGS } from '../parse/wording.ts';
import { MEETINGS, PARTS } from '../parse/word-meeting.ts';
import { cross, featureTable } from '../split/feature-table.ts';

const yes = { name: 'yes', values: ['no', 'yes'] };
const part = { name: 'part', values: PARTS };

const likeness = { name: 'likeness', values: ['0', '1', '2', '3', '4', '5'] };

/** Characters of a clause. */
const CLAUSES = ['2', '4', '6', '9', '12', '15', '19', '24', '30', 'more'] as const;
const LENGTHS = [2, 4, 6, 9, 12, 15, 19, 24, 30];

/** What is looked at to tell whether one fragment of a paragraph is the continuation of another, rather than some fragment of the page. */
export const CONTINUITY = featureTable({
  always: { name: 'always', values: ['yes'] },
  meeting: { name: 'meeting', values: MEETINGS },
  pairSeen: cross('pairSeen', { name: 'few', values: ['0', '1', 'more'] }, { name: 'meeting', values: MEETINGS }),
  partBefore: part,
  partAfter: part,
  parts: cross('parts', part, part),
  opening: cross('opening', { name: 'opening', values: OPENINGS }, yes),
  quotes: cross('quotes', yes, yes),
  junction: cross('junction', { name: 'gain', values: JUNCTIONS }, { name: 'meeting', values: MEETINGS }),
  starts: { name: 'start', values: GAIN_LEVELS },
  ends: { name: 'end', values: GAIN_LEVELS },
  clause: { name: 'clause', values: CLAUSES },
  head: { name: 'head', values: CLAUSES },
  column: { name: 'column', values: COLUMN_FILLS },
  likeness,
  likenessLength: cross('likenessLength', likeness, { name: 'pairs', values: ['8', '20', '50', 'more'] }),
  stub: { name: 'stub', values: ['6', '12', '24', 'more', 'open'] },
  number: { name: 'number', values: ['none', 'inside', 'before-unit', 'before-other', 'behind-other'] },
});

const LIKENESSES = [0.001, 0.015, 0.03, 0.06, 0.12];

/** So many pairs of characters the shorter of two blocks has at most: a short one is like no other whatever it tells of. */
const LENGTHS_COMPARED = [8, 20, 50];

/** How wide (full-width characters) a whole end of a paragraph is at most: one that short seldom is a paragraph of its own. */
const STUBS = [6, 12, 24];

/** What numbers are counted in. */
const UNITS = '年月日时分秒元万亿个人名岁次家％%点米里吨度.．〇○';

/** How many numbers of times that the page writes two characters are told apart. */
export const SEEN = 3;

/** The level of likeness of two blocks. */
export function likenessLevel(overlap: Overlap, above: number, below: number): number {
  return placeIn(LIKENESSES, overlap.alike(above, below));
}

/** How much the likeness of two blocks can say, as a place in `CONTINUITY` behind `base.likenessLength`, given its level. */
export function likenessLengthBin({ grams: { starts } }: Page, level: number, above: number, below: number): number {
  const pairs = Math.min(starts[above + 1]! - starts[above]!, starts[below + 1]! - starts[below]!);
  return level * (LENGTHS_COMPARED.length + 1) + placeIn(LENGTHS_COMPARED, pairs);
}

/** Whether a block may be the short end of a paragraph, as a place behind `base.stub`. */
export function stubBin({ width, ending }: Shape): number {
  return ending === 'final' || ending === 'final-quoted' ? placeIn(STUBS, width) : STUBS.length + 1;
}

/** Whether two texts would meet at a number, as a place behind `base.number`. */
export function numberBin(above: string, below: string): number {
  const begins = isDigit(below.charCodeAt(0));
  if (!isDigit(above.charCodeAt(above.length - 1))) return begins ? 4 : 0;
  return begins ? 1 : UNITS.includes(below.charAt(0)) ? 2 : 3;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

function placeIn(limits: readonly number[], value: number): number {
  let at = 0;
  while (at < limits.length && value > limits[at]!) at += 1;
  return at;
}

/** The place of a clause's length (characters) in `CLAUSES`. */
export function clauseBin(length: number): number {
  return BIN_OF_LENGTH[Math.min(length, BIN_OF_LENGTH.length - 1)]!;
}

const BIN_OF_LENGTH = Uint8Array.from({ length: LENGTHS.at(-1)! + 2 }, (_, length) => LENGTHS.filter((limit) => length > limit).length);

const flag = (value: boolean): number => (value ? 1 : 0);

/** Whether a block breaks off, so that something has to go on with it. */
export function breaksOff({ ending, unclosed }: Shape): boolean {
  return ending === 'han' || ending === 'latin' || ending === 'pause' || ending === 'open' || (unclosed && ending !== 'final');
}

/** The features of block `below` going on with block `above`. Where on the page they stand is not among them. */
export function continuityFeatures(page: Page, overlap: Overlap, above: number, below: number): readonly number[] {
  return [...ROW.subarray(0, writeFeatures(page, overlap, above, below))];
}

/** The log-odds that `below` goes on with `above`, against some other fragment of the page doing so. */
export function continuityOf(page: Page, overlap: Overlap, weights: Float64Array, above: number, below: number): number {
  const count = writeFeatures(page, overlap, above, below);
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += weights[ROW[k]!]!;
  return sum;
}

/** Worked over anew at every question: to allocate it costs more than to fill it. */
const ROW = new Int32Array(Object.keys(CONTINUITY.base).length);

/** Writes the features into `ROW`; returns how many there are. */
function writeFeatures(page: Page, overlap: Overlap, above: number, below: number): number {
  const { base } = CONTINUITY;
  const upper = page.shapes[above]!;
  const lower = page.shapes[below]!;
  const meeting = meetingOf(page, above, below);
  const seen = Math.min(SEEN - 1, pairSeen(page, above, below));
  const head = page.margins.heads[below]!;
  ROW[0] = base.always;
  ROW[1] = base.meeting + meeting.kind;
  ROW[2] = base.pairSeen + seen * MEETINGS.length + meeting.kind;
  ROW[3] = base.opening + OPENINGS.indexOf(lower.opening) * 2 + flag(upper.dangling);
  ROW[4] = base.quotes + flag(upper.unclosed) * 2 + flag(lower.unopened);
  ROW[5] = base.junction + junctionBin(page, above, below) * MEETINGS.length + meeting.kind;
  ROW[6] = base.column + page.columns.fills[above]!;
  const level = likenessLevel(overlap, above, below);
  ROW[7] = base.likeness + level;
  ROW[8] = base.starts + page.margins.starts[below]!;
  ROW[9] = base.ends + page.margins.ends[above]!;
  ROW[10] = base.clause + clauseBin(page.margins.tails[above]! + head);
  ROW[11] = base.head + clauseBin(head);
  ROW[12] = base.likenessLength + likenessLengthBin(page, level, above, below);
  ROW[13] = base.stub + stubBin(lower);
  ROW[14] = base.number + numberBin(page.texts[above]!, page.texts[below]!);
  if (meeting.kind !== 1) return 15;
  ROW[15] = base.partBefore + meeting.before;
  ROW[16] = base.partAfter + meeting.after;
  ROW[17] = base.parts + meeting.before * PARTS.length + meeting.after;
  return 18;
}
