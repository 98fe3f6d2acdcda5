import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from './difference.ts';

test.each([
  ['校样', '校样', null],
  ['', '校', { from: 0, to: 0, insert: '校' }],
  ['校样', '校', { from: 1, to: 2, insert: '' }],
  ['一抵偿', '一抵低偿', { from: 2, to: 2, insert: '低' }],
  ['aaa', 'aaaa', { from: 3, to: 3, insert: 'a' }],
  ['\u{20BB7}', '\u{20BB8}', { from: 0, to: 2, insert: '\u{20BB8}' }], // the two share a high surrogate
])('%s becomes %s', (before, after, expected) => {
  expect(difference(before, after)).toEqual(expected);
});

test('making the difference gives the other text, and no surrogate pair is parted', () => {
  const text = fc.array(fc.constantFrom('校', 'a', '\u{20BB7}', '\u{20BB8}', '\u{1F600}'), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = difference(before, after);
      expect(found === null).toBe(before === after);
      if (!found) return;
      expect(before.slice(0, found.from) + found.insert + before.slice(found.to)).toBe(after);
      expect(before.slice(0, found.from).isWellFormed() && before.slice(found.to).isWellFormed() && found.insert.isWellFormed()).toBe(true);
    }),
  );
});
