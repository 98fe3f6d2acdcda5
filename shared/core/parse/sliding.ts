import { doubles } from '#util/scratch.ts';
import type { Product } from './products.ts';

/** Likenesses of what stands before a place among some blocks to what stands from there on. A window holds at most `WIDEST` blocks. */
export type Sliding = {
  /** Of the `above` blocks before `place` to the `below` blocks from there on. */
  readonly at: (place: number, above: number, below: number) => number;
  /** Of the last `most` before each place to the first `most` from there on, fewer where the blocks end; one number a place, both ends included. */
  readonly everywhere: (most: number) => Float64Array;
};

/** How many blocks a window of `Sliding` may hold. */
export const WIDEST = 12;

/** The cosine of two vectors by their inner product and their own; 0 where one of them is nothing. */
export const cosine = (common: number, first: number, second: number): number => (first === 0 || second === 0 ? 0 : common / Math.sqrt(first * second));

/** Gets ready to slide two windows along `blocks`. */
export function slidingOver(blocks: readonly number[], product: Product): Sliding {
  const { length } = blocks;
  const reach = 2 * WIDEST;
  const stride = reach + 1;
  const sums = doubles(length * stride); // of the products of each block with itself and those after it: of the first none, one, two …
  for (let i = 0; i < length; i += 1) {
    const most = Math.min(reach, length - i);
    for (let ahead = 0; ahead < most; ahead += 1) sums[i * stride + ahead + 1] = sums[i * stride + ahead]! + product(blocks[i]!, blocks[i + ahead]!);
  }
  const normOf = (from: number, to: number): number => {
    let norm = 0;
    for (let one = from; one < to; one += 1) norm += 2 * sums[one * stride + to - one]! - sums[one * stride + 1]!;
    return norm;
  };
  const commonOf = (from: number, place: number, to: number): number => {
    let common = 0;
    for (let one = from; one < place; one += 1) common += sums[one * stride + to - one]! - sums[one * stride + place - one]!;
    return common;
  };
  return {
    at: (place, above, below) => {
      const from = place - above;
      const to = place + below;
      return cosine(commonOf(from, place, to), normOf(from, place), normOf(place, to));
    },
    everywhere: (most) => {
      const norms = doubles(length + 1); // of the window that begins at each place
      for (let i = 0; i < length; i += 1) norms[i] = normOf(i, Math.min(length, i + most));
      const found = doubles(length + 1);
      for (let i = 1; i < length; i += 1) {
        const from = Math.max(0, i - most);
        const common = commonOf(from, i, Math.min(length, i + most));
        if (common > 0) found[i] = cosine(common, i < most ? normOf(0, i) : norms[from]!, norms[i]!);
      }
      return found;
    },
  };
}
