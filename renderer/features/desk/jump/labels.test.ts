import { expect, test } from 'vitest';
import { LETTERS, labelsFor, letterOf } from './labels.ts';

test('labels are of one letter as long as those suffice, and none is the beginning of another', () => {
  expect(labelsFor(0)).toEqual([]);
  expect(labelsFor(3)).toEqual(['a', 's', 'd']);
  expect(labelsFor(LETTERS.length)).toEqual([...LETTERS]);
  expect(labelsFor(LETTERS.length + 1).slice(-3)).toEqual(['m', 'ba', 'bs']);
  for (const count of [24, 45, 46, 200, 10_000]) {
    const labels = labelsFor(count);
    expect(labels).toHaveLength(Math.min(count, LETTERS.length ** 2));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => labels.some((other) => other !== label && other.startsWith(label)))).toEqual([]);
  }
  expect(new Set(LETTERS).size).toBe(LETTERS.length);
});

test('a key gives its letter by where it is, and nothing where it has none', () => {
  expect(['KeyA', 'KeyZ', 'Digit1', 'Escape', 'ShiftLeft'].map(letterOf)).toEqual(['a', 'z', null, null, null]);
});
