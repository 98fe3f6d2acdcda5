import type { Hints, LayoutHint } from '../parse/hints.ts';
import { KIND_COUNT, LINKED } from './model.ts';
import { KINDS, type Kind } from './states.ts';

/** Sizes of type in parts of the page's usual: smaller, usual, larger, large, huge. */
const SIZES = [0.88, 1.15, 1.5, 2.2];

/**
 * How often each kind is set in each of these sizes. No page that is learned from tells sizes of type, so these shares are stated, not learned: headlines
 * are set in two to four times the size of the text, what stands with them in one and a half, captions and credits in the text's size or less.
 */
const SHARES: Readonly<Record<Kind, readonly [number, number, number, number, number]>> = {
  kicker: [0.01, 0.09, 0.35, 0.4, 0.15],
  opening: [0.005, 0.045, 0.15, 0.35, 0.45],
  headline: [0.005, 0.045, 0.15, 0.35, 0.45],
  subtitle: [0.01, 0.14, 0.4, 0.35, 0.1],
  byline: [0.12, 0.75, 0.11, 0.015, 0.005],
  subhead: [0.01, 0.44, 0.45, 0.09, 0.01],
  lead: [0.02, 0.9, 0.06, 0.015, 0.005],
  paragraph: [0.02, 0.94, 0.03, 0.007, 0.003],
  continued: [0.02, 0.95, 0.025, 0.004, 0.001],
  caption: [0.25, 0.68, 0.05, 0.015, 0.005],
  credit: [0.3, 0.65, 0.04, 0.007, 0.003],
  signature: [0.05, 0.85, 0.08, 0.015, 0.005],
  banner: [0.02, 0.2, 0.28, 0.3, 0.2],
  furniture: [0.3, 0.35, 0.15, 0.12, 0.08],
};

/** How often the next block stands in another column: where it goes on with the paragraph above, which a column's end cut, and where it begins one. */
const ELSEWHERE: Readonly<Record<(typeof LINKED)[number], number>> = { continued: 0.7, paragraph: 0.2 };

/** What size and place say the text says in part as well, and boxes are measured roughly: so much of their evidence counts. */
const TRUST = 0.6;

/** Blocks stand in one column if they share this part of the narrower one's width. */
const SHARED = 0.5;

const sizeWeights = KINDS.map((kind) => SHARES[kind].map((share) => TRUST * Math.log(share)));
const columnWeights = LINKED.map((kind) => ({ elsewhere: TRUST * Math.log(ELSEWHERE[kind]), same: TRUST * Math.log(1 - ELSEWHERE[kind]) }));

/** What a block's size of type says for a kind, in log-odds up to what it says for all; 0 where the size is not known. */
export function sizeWeight(hints: Hints, block: number, kind: number): number {
  const size = hints?.[block]?.size ?? null;
  if (size === null) return 0;
  let at = 0;
  while (at < SIZES.length && size >= SIZES[at]!) at += 1;
  return sizeWeights[kind]![at]!;
}

/** Adds to the weights of a block's kinds, which stand in `kinds` from `at` on, what its size of type says. Without hints nothing is added. */
export function addSize(hints: Hints, block: number, kinds: Float64Array, at: number): void {
  if (hints === null || (hints[block]?.size ?? null) === null) return;
  for (let kind = 0; kind < KIND_COUNT; kind += 1) kinds[at + kind]! += sizeWeight(hints, block, kind);
}

/** Adds to the weights of a link between two blocks, which stand in `links` from `at` on, what their columns say. Without hints nothing is added. */
export function addColumns(hints: Hints, above: number, below: number, links: Float64Array, at: number): void {
  const same = isSameColumn(hints?.[above] ?? null, hints?.[below] ?? null);
  if (same === null) return;
  for (const [kind, weight] of columnWeights.entries()) links[at + kind]! += same ? weight.same : weight.elsewhere;
}

function isSameColumn(one: LayoutHint | null, other: LayoutHint | null): boolean | null {
  if (!one || !other || one.begin === null || one.end === null || other.begin === null || other.end === null) return null;
  const shared = Math.min(one.end, other.end) - Math.max(one.begin, other.begin);
  return shared >= SHARED * Math.min(one.end - one.begin, other.end - other.begin);
}
