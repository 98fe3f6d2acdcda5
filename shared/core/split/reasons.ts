import type { Reason } from '../model/reason.ts';
import type { Page } from '../parse/page.ts';
import type { FeatureRows } from './feature-rows.ts';
import { KIND_COUNT, type Model } from './model.ts';
import { OBSERVATIONS, type ObservationGroup } from './observations.ts';

/** What a reason speaks of. A message id is `split.reason.` and one of these. */
export const REASONS = [
  'length',
  'ending',
  'beginning',
  'formula',
  'punctuation',
  'no-punctuation',
  'function-words',
  'quotation-open',
  'byline-at-end',
  'gap',
  'edge-of-page',
  'neighbours',
  'end-above',
  'lines-together',
  'dispatch-ahead',
  'named-below',
  'subject-changes',
  'subject-goes-on',
  'like-another-line',
  'goes-on-below',
  'word-across',
  'distance',
  'verse-or-list',
] as const;
export type ReasonName = (typeof REASONS)[number];

const REASON_OF: Readonly<Record<ObservationGroup, ReasonName | null>> = {
  always: null,
  width: 'length',
  ending: 'ending',
  first: 'beginning',
  formula: 'formula',
  sentences: 'punctuation',
  pauses: 'punctuation',
  colons: 'punctuation',
  functionWords: 'function-words',
  opening: 'beginning',
  ends: 'ending',
  endsBefore: 'end-above',
  dangling: 'ending',
  openingAfter: 'neighbours',
  mentioned: 'named-below',
  gapLook: 'gap',
  gapLookAfter: 'gap',
  danglingProseBefore: 'end-above',
  spaces: 'punctuation',
  marks: 'quotation-open',
  gapBefore: 'gap',
  gapAfter: 'gap',
  edge: 'edge-of-page',
  widthEnding: 'length',
  widthSpaces: 'length',
  formulaLook: 'formula',
  look2Before: 'neighbours',
  lookBefore: 'neighbours',
  lookAfter: 'neighbours',
  look2After: 'neighbours',
  lookPairBefore: 'neighbours',
  endingBefore: 'end-above',
  proseEndingBefore: 'end-above',
  proseGluedBefore: 'byline-at-end',
  run: 'lines-together',
  dispatchAhead: 'dispatch-ahead',
  shareBefore: 'subject-goes-on',
  likeness: 'subject-changes',
  wrapBefore: 'goes-on-below',
  wrapAfter: 'goes-on-below',
  meetingBefore: 'word-across',
  meetingAfter: 'word-across',
  partBefore: 'goes-on-below',
  partAfter: 'goes-on-below',
  firstLook: 'beginning',
  parallelBefore: 'like-another-line',
  parallelAfter: 'like-another-line',
  untilTitle: 'distance',
  shortAround: 'verse-or-list',
  verse: 'verse-or-list',
  stackEnding: 'lines-together',
  stackFirst: 'lines-together',
  stackFormula: 'formula',
  sectionLikeness: 'subject-changes',
  sectionFar: 'subject-changes',
  earlierNamed: 'subject-goes-on',
  earlierBalance: 'named-below',
  stackLike: 'like-another-line',
  stackSuffix: 'like-another-line',
};

/** How many reasons are given at most. */
const MOST = 3;

/** Why the block at a place of the reading order is of kind `chosen` rather than `other`: what weighed most in favour, strongest first. */
export function reasonsFor(
  page: Page,
  order: readonly number[],
  observations: FeatureRows,
  model: Model,
  { position, chosen, other }: { readonly position: number; readonly chosen: number; readonly other: number },
): readonly Reason[] {
  const block = order[position]!;
  const sums = SUMS.fill(0);
  const reasonOf = REASON_OF_FEATURE;
  const { starts, features } = observations;
  const { weights } = model;
  const end = starts[position + 1]!;
  for (let k = starts[position]!; k < end; k += 1) {
    const reason = reasonOf[features[k]!]!;
    const at = features[k]! * KIND_COUNT;
    if (reason >= 0) sums[reason] = sums[reason]! + weights[at + chosen]! - weights[at + other]!;
  }
  const above = position > 0 ? order[position - 1]! : null;
  const below = order[position + 1] ?? null;
  const count = strongest(sums);
  const reasons: Reason[] = [];
  for (let k = 0; k < count; k += 1) {
    const found = reason(STRONGEST[k]!, page, block, { above, below });
    if (found !== null) reasons.push(found);
  }
  return reasons;
}

/** Worked over anew at every question: to allocate it costs more than to fill it. */
const SUMS = new Float64Array(REASONS.length);

const STRONGEST = new Uint8Array(MOST);

/** Writes the places of the largest positive sums into `STRONGEST`, largest first; of equal ones that whose name comes first. Returns how many there are. */
function strongest(sums: Float64Array): number {
  let count = 0;
  for (let at = 0; at < sums.length; at += 1) {
    if (!(sums[at]! > 0)) continue;
    let place = count;
    while (place > 0 && weighsMore(sums, at, STRONGEST[place - 1]!)) place -= 1;
    if (place === MOST) continue;
    if (count < MOST) count += 1;
    for (let later = count - 1; later > place; later -= 1) STRONGEST[later] = STRONGEST[later - 1]!;
    STRONGEST[place] = at;
  }
  return count;
}

const weighsMore = (sums: Float64Array, one: number, other: number): boolean =>
  sums[one]! > sums[other]! || (sums[one] === sums[other] && REASONS[one]! < REASONS[other]!);

/** Likeness speaks for a change of subject where it is low, and against one where it is high. */
function nameOf(feature: number): ReasonName | null {
  const group = OBSERVATIONS.groupOf(feature);
  const name = REASON_OF[group];
  if (name !== 'subject-changes') return name;
  return (feature - OBSERVATIONS.base[group]) % 8 < 4 ? 'subject-changes' : 'subject-goes-on';
}

/** The place in `REASONS` of what each feature speaks for, -1 for nothing. */
const REASON_OF_FEATURE = Int8Array.from({ length: OBSERVATIONS.size }, (_, feature) => REASONS.findIndex((name) => name === nameOf(feature)));

/** The message ids, by place in `REASONS`; made once. */
const IDS: readonly string[] = REASONS.map((name) => `split.reason.${name}`);

/** The sentence's id with the facts it speaks of; null where there is no fact to tell (nothing stands above the first block). */
function reason(at: number, page: Page, block: number, { above, below }: { readonly above: number | null; readonly below: number | null }): Reason | null {
  const id = IDS[at]!;
  const shape = page.shapes[block]!;
  switch (REASONS[at]) {
    case 'length':
      return { id, data: { length: Math.round(shape.width) } };
    case 'gap':
      return { id, data: { lines: page.blocks[block]!.gap } };
    case 'ending':
      return { id, data: { ending: shape.ending } };
    case 'end-above':
      return above === null ? null : { id, data: { ending: page.shapes[above]!.ending } };
    case 'beginning':
      return { id, data: { opening: shape.opening } };
    case 'function-words':
      return { id, data: { count: shape.functionWords } };
    case 'neighbours':
      return { id, data: { above: looksLike(page, above), below: looksLike(page, below) } };
    case 'formula':
      return { id, data: { formula: shape.formula } };
    case 'punctuation':
      return shape.sentences + shape.pauses === 0 ? { id: 'split.reason.no-punctuation' } : { id, data: { sentences: shape.sentences, pauses: shape.pauses } };
    default:
      return { id };
  }
}

/** Lines up to this width (full-width characters) may be headings. */
const LINE = 24;

/** What a neighbour looks like at a glance. */
function looksLike(page: Page, block: number | null): 'edge' | 'line' | 'text' {
  if (block === null) return 'edge';
  return page.shapes[block]!.width <= LINE ? 'line' : 'text';
}
