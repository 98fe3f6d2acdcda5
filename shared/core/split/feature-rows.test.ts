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
          for (const feature of row) writer.add(feature);
          writer.end();
        }
        const { starts, features } = writer.rows();
        expect(rows.map((_, row) => [...features.subarray(starts[row], starts[row + 1])])).toEqual(rows);
      }),
    );
  });

  it('adds up the weights of a row, column by column', () => {
    const writer = rowWriter(2, 2);
    for (const feature of [1]) writer.add(feature);
    writer.end();
    for (const feature of [0, 2, 2]) writer.add(feature);
    writer.end();
    const sums = new Float64Array(5);
    addWeights(writer.rows(), 1, Float64Array.from([9, 1, 2, 10, 20, 100, 200]), 1, 2, sums, 2);
    expect([...sums]).toEqual([0, 0, 201, 402, 0]);
  });
});
