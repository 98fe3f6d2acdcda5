import { doubles } from '#util/scratch.ts';
import type { Reason } from '../model/reason.ts';
import type { Page } from '../parse/page.ts';
import type { FeatureRows } from './feature-rows.ts';
import { MOST_LINK, linkFeatures } from './links.ts';
import { sizeWeight } from './layout-prior.ts';
import { KIND_COUNT, LINKED, LINK_BASE, type Model } from './model.ts';
import { REASONS, REASON_OF_FEATURE, TELLING_OF_LINKS, partsOf } from './sayings.ts';

/** How many reasons are given at most. */
const MOST = 3;

/** How many blocks of a page, spread evenly, tell what is usual on it. */
const SAMPLED = 16;

/** The question why the block at a place of the reading order is of kind `chosen` rather than `other`; `goesOnWith`: the place of the block that it goes on with. */
export type Asked = { readonly position: number; readonly chosen: number; readonly other: number; readonly goesOnWith?: number };

/**
 * Answers, for one page read in one order, why its blocks are what they are: what weighed most in favour, strongest first. Weighed is what a block has more of
 * than is usual on its page (the contributions of a linear model, taken from their mean: Lundberg and Lee, A Unified Approach to Interpreting Model
 * Predictions, 2017): what all blocks have explains none of them.
 */
export function reasonsIn(page: Page, order: readonly number[], observations: FeatureRows, model: Model): (asked: Asked) => readonly Reason[] {
  const usual = usualOf(observations, order.length, model);
  return ({ position, chosen, other, goesOnWith }) => {
    const { weights } = model;
    const unusual = (reason: number) => usual[other * REASONS.length + reason]! - usual[chosen * REASONS.length + reason]!;
    let touched = 0;
    const end = observations.starts[position + 1]!;
    for (let k = observations.starts[position]!; k < end; k += 1) {
      const feature = observations.features[k]!;
      const reason = REASON_OF_FEATURE[feature]!;
      if (reason < 0) continue; // the weights, which are far, are not even looked up
      if (TELLING[reason] === NONE) TOUCHED[touched++] = begin(reason, unusual(reason));
      weigh(feature, reason, weights[feature * KIND_COUNT + chosen]! - weights[feature * KIND_COUNT + other]!);
    }
    if (goesOnWith !== undefined) {
      const links = linkFeatures(LINK, 0, page, order[goesOnWith]!, order[position]!, position - goesOnWith - 1);
      for (let k = 0; k < links; k += 1) {
        const feature = TELLING_OF_LINKS + LINK[k]!;
        const reason = REASON_OF_FEATURE[feature]!;
        const at = LINK_BASE + LINK[k]! * LINKED.length;
        if (reason < 0) continue;
        if (TELLING[reason] === NONE) TOUCHED[touched++] = begin(reason, unusual(reason));
        weigh(feature, reason, weights[at + GOES_ON]! - weights[at + 1 - GOES_ON]!);
      }
    }
    const block = order[position]!;
    const bySize = sizeWeight(page.hints, block, chosen) - sizeWeight(page.hints, block, other);
    if (bySize > 0) {
      TOUCHED[touched++] = begin(TYPE_SIZE, bySize);
      TELLING[TYPE_SIZE] = 0;
    }
    const count = strongest(touched);
    const neighbours = { above: position > 0 ? order[position - 1]! : null, below: order[position + 1] ?? null };
    const reasons: Reason[] = [];
    for (let k = 0; k < count; k += 1) reasons.push(reason(STRONGEST[k]!, page, block, neighbours));
    for (let k = 0; k < touched; k += 1) TELLING[TOUCHED[k]!] = NONE;
    return reasons;
  };
}

/** What the features of each reason weigh for each kind on the page's average block (kind x reason). */
function usualOf({ starts, features }: FeatureRows, length: number, { weights }: Model): Float64Array {
  const usual = doubles(REASONS.length * KIND_COUNT);
  const step = Math.max(1, Math.floor(length / SAMPLED));
  let blocks = 0;
  for (let position = 0; position < length; position += step) {
    blocks += 1;
    const end = starts[position + 1]!;
    for (let k = starts[position]!; k < end; k += 1) {
      const reason = REASON_OF_FEATURE[features[k]!]!;
      if (reason < 0) continue;
      const from = features[k]! * KIND_COUNT;
      const at = reason * KIND_COUNT;
      for (let kind = 0; kind < KIND_COUNT; kind += 1) usual[at + kind] = usual[at + kind]! + weights[from + kind]!;
    }
  }
  const byKind = doubles(usual.length); // kind x reason: one kind is asked for at a time
  for (let reason = 0; reason < REASONS.length; reason += 1) {
    for (let kind = 0; kind < KIND_COUNT; kind += 1) byKind[kind * REASONS.length + reason] = usual[reason * KIND_COUNT + kind]! / blocks;
  }
  return byKind;
}

// Worked over anew at every question: to allocate them costs more than to fill them. Of 42 reasons a block has some 15: only those are begun, and `TELLING` forgets them in the end.
const NONE = -1;
const SUMS = new Float64Array(REASONS.length);
const TELLING = new Int32Array(REASONS.length).fill(NONE); // the feature of each reason that weighs most
const MOST_TELLING = new Float64Array(REASONS.length);
const TOUCHED = new Uint8Array(REASONS.length); // the reasons that this question has
const STRONGEST = new Uint8Array(MOST);
const LINK = new Uint16Array(MOST_LINK);
const GOES_ON = LINKED.indexOf('continued'); // of two
const TYPE_SIZE = REASONS.indexOf('type-size'); // no feature of the text says it

/** Begins to sum up a reason. */
function begin(reason: number, sum: number): number {
  SUMS[reason] = sum;
  MOST_TELLING[reason] = -Infinity;
  return reason;
}

/** Counts what a feature weighs for its reason. */
function weigh(feature: number, reason: number, weight: number): void {
  SUMS[reason] = SUMS[reason]! + weight;
  if (weight <= MOST_TELLING[reason]!) return;
  TELLING[reason] = feature;
  MOST_TELLING[reason] = weight;
}

/** Writes the places of the largest positive sums of the reasons that this question has into `STRONGEST`, largest first; of equal ones that whose name comes first. Returns how many there are. */
function strongest(touched: number): number {
  let count = 0;
  for (let k = 0; k < touched; k += 1) {
    const at = TOUCHED[k]!;
    if (!(SUMS[at]! > 0)) continue;
    let place = count;
    while (place > 0 && weighsMore(at, STRONGEST[place - 1]!)) place -= 1;
    if (place === MOST) continue;
    if (count < MOST) count += 1;
    for (let later = count - 1; later > place; later -= 1) STRONGEST[later] = STRONGEST[later - 1]!;
    STRONGEST[place] = at;
  }
  return count;
}

const weighsMore = (one: number, other: number): boolean => SUMS[one]! > SUMS[other]! || (SUMS[one] === SUMS[other] && REASONS[one]! < REASONS[other]!);

/** The message ids, by place in `REASONS`; made once. */
const IDS: readonly string[] = REASONS.map((name) => `split.reason.${name}`);

type Neighbours = { readonly above: number | null; readonly below: number | null };

/** The sentence's id with the facts it speaks of: the block's own, or those of the feature that weighs most. */
function reason(at: number, page: Page, block: number, { above, below }: Neighbours): Reason {
  const id = IDS[at]!;
  const shape = page.shapes[block]!;
  const part = (index: number) => partsOf(TELLING[at]!)[index]!;
  switch (REASONS[at]) {
    case 'length':
      return { id, data: { length: Math.round(shape.width) } };
    case 'type-size':
      return { id, data: { percent: Math.round(100 * page.hints![block]!.size!) } };
    case 'gap':
      return { id, data: { lines: page.blocks[block]!.gap } };
    case 'gap-below':
      return { id, data: { lines: page.blocks[below!]!.gap } };
    case 'ending':
      return { id, data: { ending: shape.ending } };
    case 'end-above':
    case 'text-end-above':
      return { id, data: { ending: part(0) } };
    case 'beginning':
    case 'beginning-below':
      return { id, data: { opening: part(0) } };
    case 'first-mark':
      return { id, data: { first: shape.first } };
    case 'function-words':
      return { id, data: { count: shape.functionWords } };
    case 'neighbours':
      return { id, data: { above: looksLike(page, above), below: looksLike(page, below) } };
    case 'until-line':
      return { id, data: { until: part(1) } };
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
