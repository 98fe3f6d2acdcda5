import { CHARACTER_KINDS } from '../parse/characters.ts';
import { LINE, USUAL_SHARE, firstLineShare } from '../parse/breaks.ts';
import { COLUMN_FILLS } from '../parse/columns.ts';
import { JUNCTIONS, junctionBin, meetingOf, pairSeen } from '../parse/meeting.ts';
import { GAIN_LEVELS } from '../parse/margins.ts';
import type { Page } from '../parse/page.ts';
import { introduces, isSaying } from '../parse/saying.ts';
import { ENDINGS } from '../parse/shape.ts';
import { OPENINGS } from '../parse/wording.ts';
import { MEETINGS } from '../parse/word-meeting.ts';
import { cross, featureTable } from './feature-table.ts';

const ending = { name: 'ending', values: ENDINGS };
const first = { name: 'first', values: CHARACTER_KINDS };
const meeting = { name: 'meeting', values: MEETINGS };
const few = { name: 'few', values: ['0', '1', 'more'] };
/** How common column breaks behind a paragraph's first line are in the archive, beside later ones: at most that share. */
const FIRST_LINES = ['.015', '.03', '.05', '.08', '.12', '.18', '.27', 'more'] as const;
const SHARES = [0.015, 0.03, 0.05, 0.08, 0.12, 0.18, 0.27];
const MIDDLES = [0.012, 0.022, 0.04, 0.063, 0.1, 0.147, 0.22, 0.33];

const closed = { name: 'closed', values: ['no', 'yes'] };
const yes = { name: 'yes', values: ['no', 'yes'] };

/** What is looked at in two body blocks of which the second may go on with the paragraph of the first. */
const GROUPS = {
  always: { name: 'always', values: ['yes'] },
  ending,
  endingFirst: cross('endingFirst', ending, first),
  quotes: cross('quotes', yes, yes, ending),
  opening: cross('opening', { name: 'opening', values: OPENINGS }, yes, yes),
  functionWords: cross('functionWords', few, { name: 'ending', values: ['open', 'closed'] }, { name: 'width', values: ['line', 'text'] }),
  between: { name: 'between', values: ['0', '1', '2', '3'] },
  meeting,
  meetingEnding: cross('meetingEnding', meeting, ending),
  pairSeen: cross('pairSeen', few, meeting),
  widthAbove: cross('widthAbove', { name: 'width', values: ['10', '20', '40', '80', '150', 'more'] }, closed),
  widthBelow: cross('widthBelow', { name: 'width', values: ['10', '20', '40', '80', '150', 'more'] }, closed),
  column: cross('column', { name: 'fill', values: COLUMN_FILLS }, { name: 'width', values: ['line', 'few', 'text'] }, yes),
  junction: cross('junction', { name: 'gain', values: JUNCTIONS }, meeting, yes),
  starts: cross('starts', { name: 'start', values: GAIN_LEVELS }, closed, { name: 'width', values: ['line', 'text'] }),
  ends: cross('ends', { name: 'end', values: GAIN_LEVELS }, closed, { name: 'width', values: ['line', 'text'] }),
  firstLine: { name: 'share', values: FIRST_LINES },
  formulaBelow: cross('formulaBelow', { name: 'formula', values: ['none', 'dateline', 'list', 'other'] }, closed),
  rest: cross('rest', { name: 'kind', values: ['saying', 'stub'] }, ending), // what is hardly a paragraph, below what ends so
  introduced: { name: 'introduced', values: ['yes'] }, // words that the block above announces
} as const;

export const LINKS = featureTable(GROUPS);
export type LinkGroup = keyof typeof GROUPS;

/** How many features a link has at most: one of every group. */
export const MOST_LINK = Object.keys(GROUPS).length;

const WIDTHS = [10, 20, 40, 80, 150];
const widthBin = (width: number): number => {
  let at = 0;
  while (at < WIDTHS.length && width > WIDTHS[at]!) at += 1;
  return at;
};
const shareBin = (share: number): number => {
  const at = SHARES.findIndex((limit) => share <= limit);
  return at < 0 ? SHARES.length : at;
};
/** A complete text as short as this (full-width characters) is seldom a paragraph. */
const STUB = 8;

/** The longest text that says no more than whose words stand above (full-width characters). */
const SAYING = 20;

const flag = (value: boolean): number => (value ? 1 : 0);

/**
 * Writes the features of block `below` going on, or not, with block `above`, `between` blocks lying between them, from `from` on; as numbers of `LINKS`. Returns
 * where they end, after `MOST_LINK` at most.
 */
export function linkFeatures(features: Uint16Array, from: number, page: Page, above: number, below: number, between: number): number {
  const { base } = LINKS;
  let n = from;
  const upper = page.shapes[above]!;
  const lower = page.shapes[below]!;
  const end = page.codes.endings[above]!;
  const start = page.codes.firsts[below]!;
  const closed = flag(upper.ending === 'final' || upper.ending === 'final-quoted');
  const formula = lower.formula === 'none' ? 0 : lower.formula === 'dateline' ? 1 : lower.formula === 'list' ? 2 : 3;
  features[n++] = base.always;
  features[n++] = base.ending + end;
  features[n++] = base.endingFirst + end * CHARACTER_KINDS.length + start;
  features[n++] = base.quotes + (flag(upper.unclosed) * 2 + flag(lower.unopened)) * ENDINGS.length + end;
  features[n++] = base.opening + (page.codes.openings[below]! * 2 + flag(upper.dangling)) * 2 + closed;
  features[n++] = base.functionWords + (capped(upper.functionWords) * 2 + closed) * 2 + flag(upper.width > 24);
  features[n++] = base.between + between;
  features[n++] = base.widthAbove + widthBin(upper.width) * 2 + closed;
  features[n++] = base.widthBelow + widthBin(lower.width) * 2 + closed;
  features[n++] = base.formulaBelow + formula * 2 + closed;
  const text = flag(upper.width > LINE);
  features[n++] = base.starts + (page.margins.starts[below]! * 2 + closed) * 2 + text;
  features[n++] = base.ends + (page.margins.ends[above]! * 2 + closed) * 2 + text;
  if (!text && !closed) features[n++] = base.firstLine + shareBin(firstLineShare(page.archive.breaks));
  const fill = page.columns.fills[above]!;
  features[n++] = base.column + (fill * 3 + (upper.width <= 24 ? 0 : upper.width <= 60 ? 1 : 2)) * 2 + closed;
  const meeting = meetingOf(page, above, below);
  if (meeting.kind > 0) features[n++] = base.junction + (junctionBin(page, above, below) * MEETINGS.length + meeting.kind) * 2 + closed;
  features[n++] = base.meeting + meeting.kind;
  features[n++] = base.meetingEnding + meeting.kind * ENDINGS.length + end;
  if (meeting.kind > 0) features[n++] = base.pairSeen + capped(pairSeen(page, above, below)) * MEETINGS.length + meeting.kind;
  if (lower.width <= SAYING && lower.ending === 'final') {
    if (isSaying(page.texts[below]!)) features[n++] = base.rest + end;
    else if (lower.width <= STUB) features[n++] = base.rest + ENDINGS.length + end;
  }
  if (upper.ending === 'colon' && introduces(page.texts[above]!, page.texts[below]!)) features[n++] = base.introduced;
  return n;
}

const capped = (count: number): number => (count > 1 ? 2 : count);

/**
 * What is known of a link's weight beforehand. Breaks behind a first line are the likelier, the commoner they are in the archive: the pages that are
 * learned from are of few archives and could not teach it. (Priors that shift between archives: Saerens, Latinne and Decaestecker, 2002.) What is hardly a
 * paragraph by its wording goes on with what stands above; such blocks are too rare to teach it.
 */
export function priorOfLink(feature: number): number {
  const { base } = LINKS;
  const middle = MIDDLES[feature - base.firstLine];
  if (middle !== undefined) return Math.log(middle / USUAL_SHARE);
  if (feature >= base.rest && feature < base.rest + ENDINGS.length) return KNOWN.saying;
  if (feature >= base.rest + ENDINGS.length && feature < base.rest + 2 * ENDINGS.length) return KNOWN.stub;
  return feature === base.introduced ? KNOWN.introduced : 0;
}

/** In log-odds; chosen on held-out pages of dev and clean, where a little more of each changes nothing. */
const KNOWN = { saying: 2, stub: 0.7, introduced: 1.5 } as const;
