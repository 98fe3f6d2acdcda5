import { bytes, doubles } from '#util/scratch.ts';
import type { Shape } from './shape.ts';

/**
 * What the width of the columns says of a block. A text that a column break cut fills whole lines, so its characters (with the indent of two if it
 * begins a paragraph) are a multiple of the column's width; a heading or the end of a paragraph is one only by chance. Nobody tells the width: blocks
 * nearby that break off have to agree on one.
 */
type ColumnFit = {
  readonly begun: number; // how far the others nearby agree on a width that this block fills if it begins a paragraph, in blocks beyond chance
  readonly inner: number; // the same if it goes on with one
  readonly near: number; // the same where a character is lost or squeezed in
  readonly short: number; // the same where it lacks just one character
  readonly agreed: number; // how far the others agree on any width
};

/** What the columns say of each of a page's blocks: whether it fills their lines (places in `COLUMN_FILLS`), and whether one character is lacking (in `COLUMN_LACKS`). */
export type ColumnFits = { readonly fills: Uint8Array; readonly lacks: Uint8Array };

/** Columns are between these wide, in characters. */
const NARROWEST = 11;
const WIDEST = 22;
const WIDTHS = WIDEST - NARROWEST + 1;

/** How far on either side blocks are asked, in blocks. */
const NEAR = 14;

const INDENT = 2;

/** What a block counts for that fills its lines but for one character. */
const ALMOST = 0.35;

/** Cut texts shorter than this (characters) are not asked: headlines would answer. */
const SHORTEST = 20;

/** The fit of each of a page's blocks, in the order of the file. */
export function columnFits(texts: readonly string[], shapes: readonly Shape[]): ColumnFits {
  const count = texts.length;
  const votes = doubles(count * WIDTHS); // beyond chance, by block and width; 0 for blocks that are not asked
  const asked = shapes.map((shape, block) => breaksOff(shape) && texts[block]!.length >= SHORTEST);
  for (let block = 0; block < count; block += 1) {
    if (!asked[block]) continue;
    const length = texts[block]!.length;
    for (let w = 0; w < WIDTHS; w += 1) {
      const width = w + NARROWEST;
      const off = Math.min(distance(length + INDENT, w), distance(length, w));
      const chance = (2 + 4 * ALMOST) / width;
      votes[block * WIDTHS + w] = (off === 0 ? 1 : off === 1 ? ALMOST : 0) - chance;
    }
  }
  const sums = doubles(WIDTHS);
  const add = (block: number, sign: 1 | -1) => {
    if (block < 0 || block >= count || !asked[block]) return;
    for (let w = 0; w < WIDTHS; w += 1) sums[w]! += sign * votes[block * WIDTHS + w]!;
  };
  for (let block = 0; block < NEAR; block += 1) add(block, 1);
  const fits = { fills: bytes(count), lacks: bytes(count) };
  for (let block = 0; block < count; block += 1) {
    const { length } = texts[block]!;
    add(block + NEAR, 1);
    add(block - NEAR - 1, -1);
    let begun = 0;
    let inner = 0;
    let near = 0;
    let short = 0;
    let agreed = 0;
    for (let w = 0; w < WIDTHS; w += 1) {
      const others = sums[w]! - votes[block * WIDTHS + w]!;
      if (others <= 0) continue;
      const offBegun = distance(length + INDENT, w);
      const offInner = distance(length, w);
      if (offBegun === 0 && others > begun) begun = others;
      if (offInner === 0 && others > inner) inner = others;
      if ((offBegun === 1 || offInner === 1) && others > near) near = others;
      if ((distance(length + INDENT + 1, w) === 0 || distance(length + 1, w) === 0) && others > short) short = others;
      if (others > agreed) agreed = others;
    }
    if (agreed === 0) continue;
    const fit = { begun, inner, near, short, agreed };
    fits.fills[block] = columnFill(fit);
    fits.lacks[block] = columnLack(fit);
  }
  return fits;
}

const breaksOff = ({ ending }: Shape): boolean => ending === 'han' || ending === 'latin' || ending === 'pause' || ending === 'open' || ending === 'quoted';

/** How far a length is from filling lines of width `w` (counted from the narrowest). */
function distance(length: number, w: number): number {
  return length < KNOWN ? DISTANCES[length * WIDTHS + w]! : distanceBy(length, w + NARROWEST);
}

function distanceBy(length: number, width: number): number {
  const over = length % width;
  return Math.min(over, width - over);
}

/** Of the lengths that most blocks have it is looked up: to divide takes longer. */
const KNOWN = 512;
const DISTANCES = Uint8Array.from({ length: KNOWN * WIDTHS }, (_, at) => distanceBy(Math.floor(at / WIDTHS), (at % WIDTHS) + NARROWEST));

/** Whether a block fills the lines of a column, and how far others nearby agree on its width. Closed: the features count on it. */
export const COLUMN_FILLS = ['unknown', 'not', 'surely-not', 'almost', 'fills', 'surely-fills'] as const;

/** Votes beyond chance under which nobody is said to agree, and from which many do. */
const SOME = 0.4;
const MANY = 1.8;

/** What share of the agreement on any width the width that is filled must have. */
const SHARE = 0.6;

/** The fit in words, as a place in `COLUMN_FILLS`. */
function columnFill({ begun, inner, near, agreed }: ColumnFit): number {
  if (agreed < SOME) return 0;
  const filled = Math.max(begun, inner);
  if (filled >= SOME && filled >= SHARE * agreed) return filled >= MANY ? 5 : 4;
  if (near >= SOME && near >= SHARE * agreed) return 3;
  return agreed >= MANY ? 2 : 1;
}

/** Whether a block lacks one character of filling the lines of a column. Closed: the features count on it. */
export const COLUMN_LACKS = ['unknown', 'no', 'fills', 'lacks', 'surely-lacks'] as const;

/** The lack in words, as a place in `COLUMN_LACKS`. */
function columnLack({ begun, inner, short, agreed }: ColumnFit): number {
  if (agreed < SOME) return 0;
  const filled = Math.max(begun, inner);
  if (filled >= short && filled >= SHARE * agreed) return 2;
  if (short < SOME || short < SHARE * agreed) return 1;
  return short >= MANY ? 4 : 3;
}
