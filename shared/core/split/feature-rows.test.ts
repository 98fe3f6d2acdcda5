import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeatureRows, addWeights, sameRow } from './feature-rows.ts';

const lists = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), { minLength: 1, maxLength: 8 });

function rowsOf(all: readonly (readonly number[])[]): FeatureRows {
  const ends = all.map((_, row) => all.slice(0, row + 1).flat().length);
  return { starts: Int32Array.from([0, ...ends]), features: Uint16Array.from(all.flat()) };
}

describe('rows of features', () => {
  it('are the same if they hold the same features in the same order', () => {
    const few = fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(few, few, (some, others) => {
        some.forEach((one, row) => {
          others.forEach((other, place) => expect(sameRow(rowsOf(some), row, rowsOf(others), place)).toBe(one.join() === other.join()));
        });
      }),
    );
  });

  it('add up to their weights, column by column', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 17 }), fc.nat(3), fc.nat(3), (rows, width, base, at) => {
        const weights = Float64Array.from({ length: base + 10 * width }, (_, k) => (k * 37) % 101);
        rows.forEach((row, number) => {
          const sums = new Float64Array(at + width + 1);
          addWeights(rowsOf(rows), number, weights, base, width, sums, at);
          const columns = Array.from({ length: width }, (_, column) => row.reduce((sum, feature) => sum + weights[base + feature * width + column]!, 0));
          expect([...sums]).toEqual([...Array.from({ length: at }, () => 0), ...columns, 0]);
        });
      }),
    );
  });
});
