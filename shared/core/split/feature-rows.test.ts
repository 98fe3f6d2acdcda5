import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWeights, rowWriter } from './feature-rows.ts';

const lists = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), { minLength: 1, maxLength: 8 });

describe('rows of features', () => {
  it('keeps every row as it was written, however long', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 4 }), (rows, usual) => {
        const writer = rowWriter(rows.length, usual);
        for (const row of rows) {
          for (const feature of row) writer.add(feature, 0);
          writer.end();
        }
        const { starts, features } = writer.rows();
        expect(rows.map((_, row) => [...features.subarray(starts[row], starts[row + 1])])).toEqual(rows);
      }),
    );
  });

  it('adds up the weights of a row, column by column', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 17 }), fc.nat(3), fc.nat(3), (rows, width, base, at) => {
        const writer = rowWriter(rows.length, 4);
        for (const row of rows) {
          for (const feature of row) writer.add(feature, 0);
          writer.end();
        }
        const weights = Float64Array.from({ length: base + 10 * width }, (_, k) => (k * 37) % 101);
        rows.forEach((row, number) => {
          const sums = new Float64Array(at + width + 1);
          addWeights(writer.rows(), number, weights, base, width, sums, at);
          const columns = Array.from({ length: width }, (_, column) => row.reduce((sum, feature) => sum + weights[base + feature * width + column]!, 0));
          expect([...sums]).toEqual([...Array.from({ length: at }, () => 0), ...columns, 0]);
        });
      }),
    );
  });
});
