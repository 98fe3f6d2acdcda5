import { expect, test } from 'vitest';
import { LETTERS, labelsFor, letterOf } from './labels.ts';

test('labels are different, of two letters, and stay the same for those above when there are more', () => {
  expect(labelsFor(0)).toEqual([]);
  expect(labelsFor(3)).toEqual(['aa', 'as', 'ad']);
  const many = labelsFor(200);
  expect(new Set(many).size).toBe(200);
  expect(many.every((label) => label.length === 2)).toBe(true);
  expect(many.slice(0, 30)).toEqual(labelsFor(30));
  expect(labelsFor(10_000)).toHaveLength(LETTERS.length ** 2);
  expect(new Set(LETTERS).size).toBe(LETTERS.length);
});

test('a key gives its letter by where it is, and nothing where it has none', () => {
  expect(['KeyA', 'KeyZ', 'Digit1', 'Escape', 'ShiftLeft'].map(letterOf)).toEqual(['a', 'z', null, null, null]);
});
