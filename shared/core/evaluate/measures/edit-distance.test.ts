import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

const between = (a: string, b: string) => editDistance([...a], [...b]);

it.each([
  ['', '', 0],
  ['', '校样', 2],
  ['公益抵偿', '公益低偿', 1],
  ['从安全问到', '从安全问题到', 1],
  ['甲乙丙丁', '乙丙丁戊', 2],
  ['𠮷祥', '吉祥', 1],
])('between %j and %j are %i', (a, b, distance) => {
  expect(between(a, b)).toBe(distance);
});

/** The table of Wagner and Fischer, row by row. */
function byTable(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((character, index) => {
    let [left, corner] = [index + 1, index];
    row = row.map((above, column) => {
      left = Math.min(left + 1, above + 1, corner + (b[column] === character ? 0 : 1));
      corner = above;
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}

it('agrees with the table, over one word of bits and several', () => {
  const text = (maxLength: number) => fc.array(fc.constantFrom('甲', '乙', '丙', '𠮷'), { maxLength });
  fc.assert(fc.property(fc.oneof(text(8), text(40), text(150)), fc.oneof(text(8), text(40), text(150)), (a, b) => editDistance(a, b) === byTable(a, b)), { numRuns: 300 });
});
