import { bytes, doubles } from '#util/scratch.ts';
import { PairMemo } from '#util/pair-memo.ts';
import { JUNCTIONS, NOTHING, junctionBin, pairSeen } from '../parse/meeting.ts';
import type { Page } from '../parse/page.ts';
import { MEETINGS, PARTS } from '../parse/word-meeting.ts';
import { CONTINUITY, SEEN, clauseBin, continuityOf, likenessLengthBin, likenessLevel, numberBin, stubBin } from './continuity.ts';

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
  const known = new PairMemo();
  const bounds = boundsOf(weights);
  const sides = sidesOf(page, weights);
  const goesOn: GoesOn = (above, below, atLeast = -Infinity) => {
    const found = known.get(above, below);
    if (!Number.isNaN(found)) return found;
    if (atLeast > -Infinity && !mayExceed(page, { weights, bounds, sides }, above, below, atLeast - ROUNDING)) return -Infinity;
    const value = continuityOf(page, page.overlap, weights, above, below);
    known.set(above, below, value);
    return value;
  };
  return { goesOn, most: bounds.most + ROUNDING };
}

/** The most that what is dear to find out can add, by how often the page writes the characters that would meet and by their junction; `apart`: what it adds where one of them is not Chinese. */
type Bounds = { readonly most: number; readonly likeness: number; readonly any: number; readonly apart: number; readonly bySeen: readonly number[]; readonly byBoth: readonly (readonly number[])[] };

const known = new WeakMap<Float64Array, Bounds>();

/** Worked out once for the same weights. */
function boundsOf(weights: Float64Array): Bounds {
  const found = known.get(weights) ?? boundsBy(weights);
  known.set(weights, found);
  return found;
}

function boundsBy(weights: Float64Array): Bounds {
  const { base, groupOf } = CONTINUITY;
  const mostOf = new Map<string, number>();
  for (let feature = 0; feature < CONTINUITY.size; feature += 1) mostOf.set(groupOf(feature), Math.max(weights[feature]!, mostOf.get(groupOf(feature)) ?? -Infinity));
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
  const likeness = mostOf.get('likeness')! + mostOf.get('likenessLength')!;
  const any = Math.max(...bySeen);
  const apart = ofKind(0, NOTHING)(0);
  const own = (['always', 'opening', 'quotes', 'column', 'starts', 'ends', 'clause', 'head', 'stub', 'number'] as const).reduce((sum, group) => sum + mostOf.get(group)!, 0);
  return { most: own + likeness + any, likeness, any, apart, bySeen, byBoth };
}

/** What every block of a page brings to a meeting as the upper or the lower of two, whatever the other is: weights, and places among features of both. */
type Sides = {
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  readonly above: Uint8Array; // 1: breaks off after a word that wants another; 2: a quotation is open
  readonly opening: Uint8Array;
  readonly unopened: Uint8Array;
};

function sidesOf({ shapes, codes, columns, margins }: Page, weights: Float64Array): Sides {
  const { base } = CONTINUITY;
  const count = shapes.length;
  const sides = { upper: doubles(count), lower: doubles(count), above: bytes(count), opening: codes.openings, unopened: bytes(count) };
  for (let block = 0; block < count; block += 1) {
    const { dangling, unclosed, unopened } = shapes[block]!;
    sides.upper[block] = weights[base.always]! + weights[base.column + columns.fills[block]!]! + weights[base.ends + margins.ends[block]!]!;
    sides.lower[block] = weights[base.starts + margins.starts[block]!]! + weights[base.head + clauseBin(margins.heads[block]!)]! + weights[base.stub + stubBin(shapes[block]!)]!;
    sides.above[block] = (dangling ? 1 : 0) + (unclosed ? 2 : 0);
    sides.unopened[block] = unopened ? 1 : 0;
  }
  return sides;
}

type Judged = { readonly weights: Float64Array; readonly bounds: Bounds; readonly sides: Sides };

/** Whether the log-odds may be more than `limit`: what costs least is looked at first, and no more than it takes to be sure that they are not. */
function mayExceed(page: Page, { weights, bounds, sides }: Judged, above: number, below: number, limit: number): boolean {
  const { base } = CONTINUITY;
  const { margins, ends } = page;
  const isApart = ends.last[above] === 0 || ends.first[below] === 0;
  const any = isApart ? bounds.apart : bounds.any;
  const open = sides.above[above]!;
  let sum = sides.upper[above]! + sides.lower[below]! + weights[base.opening + sides.opening[below]! * 2 + (open & 1)]! + weights[base.quotes + (open & 2) + sides.unopened[below]!]!;
  sum += weights[base.clause + clauseBin(margins.tails[above]! + margins.heads[below]!)]!;
  sum += weights[base.number + numberBin(page.texts[above]!, page.texts[below]!)]!;
  if (sum + bounds.likeness + any <= limit) return false;
  const level = likenessLevel(page.overlap, above, below);
  sum += weights[base.likeness + level]! + weights[base.likenessLength + likenessLengthBin(page, level, above, below)]!;
  if (sum + any <= limit) return false;
  if (isApart) return true;
  const seen = Math.min(SEEN - 1, pairSeen(page, above, below));
  if (sum + bounds.bySeen[seen]! <= limit) return false;
  return sum + bounds.byBoth[seen]![junctionBin(page, above, below)]! > limit;
}
