import { COLUMN_FILLS, columnFill } from '../parse/columns.ts';
import { JUNCTIONS, junctionBin, pairSeen } from '../parse/meeting.ts';
import type { Page } from '../parse/page.ts';
import { OPENINGS } from '../parse/wording.ts';
import { MEETINGS, PARTS } from '../parse/word-meeting.ts';
import { CONTINUITY, LIKENESS_LEVELS, SEEN, continuityOf, likenessLevel, marginFeatures } from './continuity.ts';

/**
 * The log-odds that block `below` goes on with `above`, against some other fragment of the page doing so. With `atLeast`, -Infinity will do where it is
 * surely not more than that.
 */
export type GoesOn = (above: number, below: number, atLeast?: number) => number;

/** `most`: what the log-odds are at most, whatever the blocks. */
export type Continuity = { readonly goesOn: GoesOn; readonly most: number };

/** More than sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/** Judges pairs of blocks of a page, each once. */
export function goesOnIn(page: Page, weights: Float64Array): Continuity {
  const known = new Map<number, number>();
  const bounds = boundsOf(weights);
  const goesOn: GoesOn = (above, below, atLeast = -Infinity) => {
    const key = above * page.blocks.length + below;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (atLeast > -Infinity && !mayExceed(page, weights, bounds, above, below, atLeast - ROUNDING)) return -Infinity;
    const value = continuityOf(page, page.overlap, weights, above, below);
    known.set(key, value);
    return value;
  };
  return { goesOn, most: bounds.most + ROUNDING };
}

/** The most that what is dear to find out can add, by how often the page writes the characters that would meet and by their junction. */
type Bounds = { readonly most: number; readonly likeness: number; readonly any: number; readonly bySeen: readonly number[]; readonly byBoth: readonly (readonly number[])[] };

const known = new WeakMap<Float64Array, Bounds>();

/** Worked out once for the same weights. */
function boundsOf(weights: Float64Array): Bounds {
  const found = known.get(weights) ?? boundsBy(weights);
  known.set(weights, found);
  return found;
}

function boundsBy(weights: Float64Array): Bounds {
  const { base } = CONTINUITY;
  const mostFrom = (from: number, count: number) => Math.max(...weights.subarray(from, from + count));
  const all = (count: number) => Array.from({ length: count }, (_, each) => each);
  const parts = all(PARTS.length ** 2).map(
    (both) => weights[base.partBefore + Math.floor(both / PARTS.length)]! + weights[base.partAfter + (both % PARTS.length)]! + weights[base.parts + both]!,
  );
  const mostParts = Math.max(...parts);
  const ofKind = (seen: number, junction: number) => (kind: number) =>
    weights[base.meeting + kind]! +
    weights[base.pairSeen + seen * MEETINGS.length + kind]! +
    weights[base.junction + junction * MEETINGS.length + kind]! +
    (kind === 1 ? mostParts : 0);
  const byBoth = all(SEEN).map((seen) => all(JUNCTIONS.length).map((junction) => Math.max(...all(MEETINGS.length).map(ofKind(seen, junction)))));
  const bySeen = byBoth.map((each) => Math.max(...each));
  const [likeness, any] = [mostFrom(base.likeness, LIKENESS_LEVELS), Math.max(...bySeen)];
  const own = weights[base.always]! + mostFrom(base.opening, OPENINGS.length * 2) + mostFrom(base.quotes, 4) + mostFrom(base.column, COLUMN_FILLS.length);
  return { most: own + likeness + any, likeness, any, bySeen, byBoth };
}

/** Whether the log-odds may be more than `limit`: what costs least is looked at first, and no more than it takes to be sure that they are not. */
function mayExceed(page: Page, weights: Float64Array, bounds: Bounds, above: number, below: number, limit: number): boolean {
  const { base } = CONTINUITY;
  const upper = page.shapes[above]!;
  const lower = page.shapes[below]!;
  let sum =
    weights[base.always]! +
    weights[base.opening + OPENINGS.indexOf(lower.opening) * 2 + (upper.dangling ? 1 : 0)]! +
    weights[base.quotes + (upper.unclosed ? 2 : 0) + (lower.unopened ? 1 : 0)]! +
    weights[base.column + columnFill(page.columns[above]!)]!;
  for (const feature of marginFeatures(page, above, below)) sum += weights[feature]!;
  if (sum + bounds.likeness + bounds.any <= limit) return false;
  sum += weights[base.likeness + likenessLevel(page.overlap, above, below)]!;
  if (sum + bounds.any <= limit) return false;
  const seen = Math.min(SEEN - 1, pairSeen(page, above, below));
  if (sum + bounds.bySeen[seen]! <= limit) return false;
  return sum + bounds.byBoth[seen]![junctionBin(page, above, below)]! > limit;
}
