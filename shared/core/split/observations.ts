import { doubles, integers, shorts } from '#util/scratch.ts';
import { CHARACTER_KINDS } from '../parse/characters.ts';
import { FORMULAS } from '../parse/formulas.ts';
import type { Sliding } from '../parse/sliding.ts';
import { pairSeen } from '../parse/meeting.ts';
import { GAIN_LEVELS } from '../parse/margins.ts';
import type { Page } from '../parse/page.ts';
import { ENDINGS } from '../parse/shape.ts';
import { OPENINGS } from '../parse/wording.ts';
import { MEETINGS, PARTS } from '../parse/word-meeting.ts';
import type { FeatureRows } from './feature-rows.ts';
import { type Group, cross, featureTable } from './feature-table.ts';
import { LOOKS, type Outline } from './outline.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { Kind } from './states.ts';

const group = <Value extends string>(name: string, values: readonly Value[]): Group<Value> => ({ name, values });

const width = group('width', ['2', '4', '6', '8', '10', '13', '16', '20', '26', '36', '70', '120', '200', 'more']);
const WIDTHS = [2, 4, 6, 8, 10, 13, 16, 20, 26, 36, 70, 120, 200];
const ending = group('ending', ENDINGS);
const first = group('first', CHARACTER_KINDS);
const formula = group('formula', FORMULAS);
const meeting = group('meeting', MEETINGS);
const part = group('part', PARTS);
const opening = group('opening', OPENINGS);
const TITLE_WIDTHS = [5, 10, 16];
const widthOfTitle = group('width', ['5', '10', '16', 'more']);
const gap = group('gap', ['0', '1', '2', 'more']);
const few = group('few', ['0', '1', 'more']);
const look = group('look', LOOKS);
const place = group('place', ['prose', 'titled', 'between']);
const level = group('level', ['none', 'faint', 'some', 'much', 'most']);
const SHARES = [0.02, 0.12, 0.3, 0.55];
const likenessLevel = group('likeness', ['0', '1', '2', '3', '4', '5', '6', '7']);
const LIKENESSES = [0.1, 0.2, 0.35, 0.5, 0.75, 1.1, 1.6]; // parts of the page's mean
const LIKENESS_REACH = 6; // paragraphs on either side
const balance = group('balance', ['before', 'rather-before', 'even', 'rather-after', 'after']);
const BALANCES = [-0.2, -0.06, 0.06, 0.2];
const USUALS = [0.1, 0.5];
const usual = group('usual', ['never', 'sometimes', 'often']);
const yes = group('yes', ['no', 'yes']);
const reach = group('reach', ['0', '1', '2', '3', '5', 'more']);
const REACHES = [0, 1, 2, 3, 5];
const longer = group('longer', ['none', 'much-shorter', 'shorter', 'same', 'longer', 'much-longer']);
const runLength = group('runLength', ['1', '2', '3', '4', '7', 'more']);
const RUN_LENGTHS = [1, 2, 3, 4, 7];
const ordinal = group('ordinal', ['1', '2', '3', '4', 'more']);

const long = group('long', ['5', '8', '14', 'more']);
const LONGS = [5, 8, 14];
const fromStart = group('fromStart', ['1', '2', '3', 'more']);
const fromEnd = group('fromEnd', ['1', '2', '3', 'more']);
const stack = group('stack', ['1of1', '1of2', '2of2', '1of3', '2of3', '3of3', 'first', 'second', 'inside', 'last']);
const stackLength = group('stackLength', ['1', '2', '3', 'more']);
const gain = group('gain', GAIN_LEVELS);
const alike = group('alike', ['none', 'size', 'width', 'ending', 'skeleton']);

/** What is looked at in a block and around it. The names are those of the weights file; adding one means training anew. */
const GROUPS = {
  always: group('always', ['yes']),
  width,
  ending,
  first,
  formula,
  sentences: few,
  pauses: few,
  colons: few,
  functionWords: cross('functionWords', few, look),
  opening: cross('opening', opening, look),
  dangling: cross('dangling', yes, look),
  openingAfter: cross('openingAfter', opening, look),
  mentioned: cross('mentioned', level, widthOfTitle),
  gapLook: cross('gapLook', gap, look),
  gapLookAfter: cross('gapLookAfter', gap, look),
  danglingProseBefore: cross('danglingProseBefore', yes, look),
  spaces: few,
  marks: cross('marks', group('unclosed', ['no', 'yes']), group('unopened', ['no', 'yes']), group('glued', ['no', 'yes'])),
  gapBefore: gap,
  gapAfter: gap,
  edge: group('edge', ['first', 'second', 'inside', 'last']),
  widthEnding: cross('widthEnding', width, ending),
  widthSpaces: cross('widthSpaces', width, few),
  formulaLook: cross('formulaLook', formula, look),
  look2Before: look,
  lookBefore: look,
  lookAfter: look,
  look2After: look,
  lookPairBefore: cross('lookPairBefore', look, look),
  endingBefore: cross('endingBefore', ending, look),
  proseEndingBefore: cross('proseEndingBefore', ending, look),
  proseGluedBefore: cross('proseGluedBefore', yes, look),
  run: cross('run', place, runLength, runLength),
  dispatchAhead: cross('dispatchAhead', look, yes, usual),
  shareBefore: cross('shareBefore', level, ordinal),
  likeness: cross('likeness', place, likenessLevel),
  wrapBefore: cross('wrapBefore', meeting, few, ending),
  wrapAfter: cross('wrapAfter', meeting, few, ending),
  meetingBefore: cross('meetingBefore', meeting, look),
  meetingAfter: cross('meetingAfter', meeting, look),
  partBefore: cross('partBefore', part, place), // of the last word, if the next block could go on
  partAfter: cross('partAfter', part, place), // of the next block's first

  ends: cross('ends', gain, look),
  endsBefore: cross('endsBefore', gain, look),
  firstLook: cross('firstLook', first, look),
  parallelBefore: cross('parallelBefore', longer, yes),
  parallelAfter: cross('parallelAfter', longer, yes),
  untilTitle: cross('untilTitle', place, reach),
  shortAround: cross('shortAround', place, reach),

  verse: cross('verse', place, fromStart, fromEnd, long),
  stackEnding: cross('stackEnding', stack, ending),
  stackFirst: cross('stackFirst', stack, first),
  stackFormula: cross('stackFormula', stack, formula),
  sectionLikeness: cross('sectionLikeness', stackLength, likenessLevel),
  sectionFar: cross('sectionFar', stackLength, likenessLevel),
  earlierNamed: cross('earlierNamed', level, stackLength),
  earlierBalance: cross('earlierBalance', balance, stackLength),
  stackLike: cross('stackLike', alike, alike, stackLength),
  stackSuffix: cross('stackSuffix', yes, yes, stackLength, yes),
} as const;

export const OBSERVATIONS = featureTable(GROUPS);
export type ObservationGroup = keyof typeof GROUPS;

/**
 * What is known of an observation's weight for a kind beforehand (log-odds): a subhead is a phrase of its own, and leaves no quotation open. Of 156 short ones
 * in the truth of dev and clean none does; of 26 short blocks that do, 25 are prose that breaks off.
 */
export function priorOfObservation(feature: number, kind: Kind): number {
  const from = OBSERVATIONS.base.marks + UNCLOSED;
  return kind === 'subhead' && feature >= from && feature < from + UNCLOSED ? OPEN_SUBHEAD : 0;
}
const UNCLOSED = 4; // the values of `marks` from here on are those with a quotation left open
const OPEN_SUBHEAD = -1.7;

const bin = (value: number, limits: readonly number[]): number => {
  let at = 0;
  while (at < limits.length && value > limits[at]!) at += 1;
  return at;
};
const capped = (value: number, most: number): number => (value > most ? most : value);
const flag = (value: boolean): number => (value ? 1 : 0);

const EDGE = LOOKS.length - 1;
const DISPATCH = LOOKS.indexOf('dispatch');
const L = LOOKS.length;

function compare(mine: number, other: number): number {
  const difference = mine - other;
  if (Math.abs(difference) <= 2) return 3;
  if (difference < 0) return difference < -5 ? 1 : 2;
  return difference > 5 ? 5 : 4;
}

/** How many observations a block has at most: one of every group. */
const MOST = Object.keys(GROUPS).length;

/** How far a subhead looks for its like. */
const PARALLEL = 12;

/** The observations of every position of an outline, as feature numbers of `OBSERVATIONS`. */
export function observe(page: Page, outline: Outline): FeatureRows {
  const { overlap } = page;
  const slide = overlap.along(outline.order.filter((_, i) => outline.prose[i] === 1));
  const likeness: Likeness = {
    around: likenesses(outline, slide),
    sections: sectionsOf(outline, overlap, slide),
  };
  const { length } = outline.order;
  const starts = integers(length + 1);
  const features = shorts(length * MOST);
  for (let position = 0; position < length; position += 1) starts[position + 1] = observeAt(features, starts[position]!, page, outline, likeness, position);
  return { starts, features: features.subarray(0, starts[length]) };
}

type Likeness = { readonly around: Float64Array; readonly sections: ReadonlyMap<number, Section> };

/** The blocks of up to `most` paragraphs from position `at` on, in one direction. */
function proseFrom(outline: Outline, at: number, step: 1 | -1, most: number): readonly number[] {
  const blocks: number[] = [];
  const link = step === 1 ? outline.proseAfter : outline.proseBefore;
  let next = at;
  while (blocks.length < most && next >= 0 && next < outline.order.length) {
    blocks.push(outline.order[next]!);
    next = link[next]!;
  }
  return blocks;
}

/** How alike the prose before and from each position is, in parts of the page's mean: pages on one subject are alike throughout. */
function likenesses(outline: Outline, slide: Sliding): Float64Array {
  const { prose } = outline;
  const sliding = slide.everywhere(LIKENESS_REACH);
  let before = 0; // paragraphs above
  let sum = 0;
  const found = doubles(prose.length);
  for (let i = 0; i < prose.length; i += 1) {
    const value = sliding[before]!;
    found[i] = value;
    if (!prose[i]) continue;
    before += 1;
    sum += value;
  }
  if (sum !== 0) for (let i = 0; i < prose.length; i += 1) found[i] = (found[i]! * before) / sum;
  return found;
}

/** Writes the observations of position `i` from `from` on; returns where they end. */
function observeAt(features: Uint16Array, from: number, page: Page, outline: Outline, likeness: Likeness, i: number): number {
  const { order, shapes, looks, endings, openings, titled, prose, proseBefore, proseAfter, runStart, runEnd, meetings } = outline;
  const { overlap, margins, blocks, codes } = page;
  const length = order.length;
  const shape = shapes[i]!;
  const block = order[i]!;
  const { base } = OBSERVATIONS;
  let n = from;

  const self = looks[i]!;
  const where = prose[i] ? 0 : titled[i] ? 1 : 2;
  const wide = bin(shape.width, WIDTHS);
  const first = codes.firsts[block]!;
  const formula = codes.formulas[block]!;
  features[n++] = base.always;
  features[n++] = base.width + wide;
  features[n++] = base.ending + endings[i]!;
  features[n++] = base.first + first;
  features[n++] = base.formula + formula;
  features[n++] = base.sentences + capped(shape.sentences, 2);
  features[n++] = base.pauses + capped(shape.pauses, 2);
  features[n++] = base.spaces + capped(shape.spaces, 2);
  features[n++] = base.colons + capped(shape.colons, 2);
  features[n++] = base.functionWords + capped(shape.functionWords, 2) * L + self;
  features[n++] = base.opening + openings[i]! * L + self;
  features[n++] = base.dangling + flag(shape.dangling) * L + self;
  if (i + 1 < length) features[n++] = base.openingAfter + openings[i + 1]! * L + self;
  features[n++] = base.marks + (flag(shape.unclosed) * 2 + flag(shape.unopened)) * 2 + flag(shape.gluedByline);
  const before = i < 1 ? EDGE : looks[i - 1]!;
  const after = i + 1 < length ? looks[i + 1]! : EDGE;
  const gap = i === 0 ? 0 : capped(blocks[block]!.gap, 3);
  features[n++] = base.gapBefore + gap;
  features[n++] = base.gapLook + gap * L + self;
  features[n++] = base.gapLookAfter + gap * L + after;
  features[n++] = base.gapAfter + (i + 1 < length ? capped(blocks[order[i + 1]!]!.gap, 3) : 0);
  features[n++] = base.edge + (i === 0 ? 0 : i === length - 1 ? 3 : i === 1 ? 1 : 2);
  features[n++] = base.widthEnding + wide * ENDINGS.length + endings[i]!;
  features[n++] = base.widthSpaces + wide * 3 + capped(shape.spaces, 2);
  features[n++] = base.formulaLook + formula * L + self;

  features[n++] = base.look2Before + (i < 2 ? EDGE : looks[i - 2]!);
  features[n++] = base.lookBefore + before;
  features[n++] = base.lookAfter + after;
  features[n++] = base.look2After + (i + 2 < length ? looks[i + 2]! : EDGE);
  features[n++] = base.lookPairBefore + before * L + self;
  const meetingBefore = i > 0 ? meetings[i - 1]! : null;
  const meetingAfter = i + 1 < length ? meetings[i]! : null;
  features[n++] = base.meetingBefore + (meetingBefore?.kind ?? 0) * L + self;
  features[n++] = base.meetingAfter + (meetingAfter?.kind ?? 0) * L + self;
  if (meetingAfter?.kind === 1) features[n++] = base.partBefore + meetingAfter.before * 3 + where;
  if (meetingAfter?.kind === 1) features[n++] = base.partAfter + meetingAfter.after * 3 + where;
  if (i > 0) features[n++] = base.endingBefore + endings[i - 1]! * L + self;
  const above = proseBefore[i]!;
  if (above >= 0) {
    features[n++] = base.proseEndingBefore + endings[above]! * L + self;
    features[n++] = base.danglingProseBefore + flag(shapes[above]!.dangling) * L + self;
    features[n++] = base.proseGluedBefore + flag(shapes[above]!.gluedByline) * L + self;
  }

  features[n++] = base.ends + margins.ends[block]! * L + self;
  if (i > 0) features[n++] = base.endsBefore + margins.ends[order[i - 1]!]! * L + self;
  const run = bin(runEnd[i]! - runStart[i]!, RUN_LENGTHS);
  features[n++] = base.run + (where * 6 + bin(i - runStart[i]! + 1, RUN_LENGTHS)) * 6 + run;
  features[n++] = base.firstLook + first * L + self;
  const below = proseAfter[i]!;
  const common = bin(outline.dispatches, USUALS);
  if (below < length) features[n++] = base.dispatchAhead + (self * 2 + flag(looks[below] === DISPATCH)) * 3 + common;

  if (titled[i]) {
    const start = runStart[i]!;
    const size = runEnd[i]! - start;
    const shareAfter = overlap.share([block], proseFrom(outline, below, 1, 3));
    const shareBefore = overlap.share([block], proseFrom(outline, above, -1, 3));
    features[n++] = base.mentioned + bin(shareAfter, SHARES) * 4 + bin(shape.width, TITLE_WIDTHS);
    features[n++] = base.shareBefore + bin(shareBefore, SHARES) * 5 + capped(size - 1, 4);
    features[n++] = base.parallelBefore + parallelOf(outline, i, -1);
    features[n++] = base.parallelAfter + parallelOf(outline, i, 1);
    if (i > 0 && titled[i - 1]) features[n++] = base.wrapBefore + wrapOf(page, outline, i - 1);
    if (i + 1 < length && titled[i + 1]) features[n++] = base.wrapAfter + wrapOf(page, outline, i);

    const of = stackPlace(i - start, size);
    const lines = capped(size - 1, 3);
    features[n++] = base.stackEnding + of * ENDINGS.length + endings[i]!;
    features[n++] = base.stackFirst + of * CHARACTER_KINDS.length + first;
    features[n++] = base.stackFormula + of * FORMULAS.length + formula;
    const section = likeness.sections.get(start);
    if (section !== undefined) {
      features[n++] = base.sectionLikeness + lines * 8 + bin(section.near, LIKENESSES);
      features[n++] = base.sectionFar + lines * 8 + bin(section.far, LIKENESSES);
      features[n++] = base.earlierNamed + bin(section.earlier, SHARES) * 4 + lines;
      features[n++] = base.earlierBalance + bin(section.own - section.earlier, BALANCES) * 4 + lines;
      features[n++] = base.stackLike + (likestOf(outline, i, section.above) * 5 + likestOf(outline, i, section.below)) * 4 + lines;
      features[n++] = base.stackSuffix + ((flag(endsAsAny(page, outline, start, section.above)) * 2 + flag(endsAsAny(page, outline, start, section.below))) * 4 + lines) * 2 + flag(below < length && looks[below] === DISPATCH);
    }
  }
  features[n++] = base.verse + ((where * 4 + capped(i - runStart[i]!, 3)) * 4 + capped(runEnd[i]! - i - 1, 3)) * 4 + bin(runEnd[i]! - runStart[i]!, LONGS);
  features[n++] = base.likeness + where * 8 + bin(likeness.around[i]!, LIKENESSES);

  let until = 0;
  while (until < 6 && i + until + 1 < length && !titled[i + until + 1]) until += 1;
  features[n++] = base.untilTitle + where * 6 + bin(until, REACHES);
  let short = 0;
  for (let at = Math.max(0, i - 5); at < Math.min(length, i + 6); at += 1) if (at !== i && titled[at]) short += 1;
  features[n++] = base.shortAround + where * 6 + bin(short, REACHES);
  return n;
}

/** How a line ends in wording: names with the same office and items of the same kind end alike. Empty if it is too short to tell. */
const suffixOf = (text: string): string => (text.length < 4 ? '' : text.slice(-2));

/** Whether a stack's first line ends as that of one of the others. */
function endsAsAny({ texts }: Page, { order }: Outline, start: number, others: readonly number[]): boolean {
  const suffix = suffixOf(texts[order[start]!]!);
  if (suffix === '') return false;
  for (const other of others) if (suffixOf(texts[order[other]!]!) === suffix) return true;
  return false;
}

/** How a heading compares with the next one that way, but for its neighbour; 0 if there is none nearby. */
function parallelOf({ shapes, titled }: Outline, i: number, step: 1 | -1): number {
  const shape = shapes[i]!;
  for (let at = i + 2 * step; at >= 0 && at < titled.length && Math.abs(at - i) <= PARALLEL; at += step) {
    if (titled[at]) return compare(shape.width, shapes[at]!.width) * 2 + flag(shape.skeleton === shapes[at]!.skeleton);
  }
  return 0;
}

/** How a line at position `above` would read on into the next. */
function wrapOf(page: Page, { order, meetings, endings }: Outline, above: number): number {
  return (meetings[above]!.kind * 3 + capped(pairSeen(page, order[above]!, order[above + 1]!), 2)) * ENDINGS.length + endings[above]!;
}

/** Where a line stands in its stack of lines. */
function stackPlace(index: number, size: number): number {
  if (size === 1) return 0;
  if (size === 2) return 1 + index;
  if (size === 3) return 3 + index;
  return index === 0 ? 6 : index === 1 ? 7 : index === size - 1 ? 9 : 8;
}

/** How much line `i` is like the line in its place of that of the stacks which is most like its own. */
function likestOf(outline: Outline, i: number, others: readonly number[]): number {
  let most = 0;
  for (const other of others) most = Math.max(most, stackLikeness(outline, i, other));
  return most;
}

/** How much line `i` is like the line in its place of the stack at `other`. */
function stackLikeness({ shapes, runStart, runEnd }: Outline, i: number, other: number): number {
  const start = runStart[i]!;
  if (runEnd[other]! - other !== runEnd[i]! - start) return 0;
  const mine = shapes[i]!;
  const theirs = shapes[other + i - start]!;
  if (Math.abs(mine.width - theirs.width) > 2) return 1;
  if (mine.ending !== theirs.ending) return 2;
  return mine.skeleton === theirs.skeleton ? 4 : 3;
}
