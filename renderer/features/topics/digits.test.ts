import { expect, test } from 'vitest';
import { withDigit, withoutDigit } from './digits.ts';

const topic = (id: string) => ({ scheme: 'own', id });
const ids = (digits: readonly { readonly id: string }[]) => digits.map(({ id }) => id).join('');
const abc = [topic('a'), topic('b'), topic('c')];

test.each([
  [1, 'x', 'axc'],
  [0, 'c', 'cba'],
  [3, 'x', 'abcx'],
  [3, 'a', 'abc'],
])('on digit %d, %s makes %s', (at, id, expected) => {
  expect(ids(withDigit(abc, at, topic(id)))).toBe(expected);
});

test('nine are the most', () => {
  const nine = [...'abcdefghi'].map(topic);
  expect(ids(withDigit(nine, 9, topic('x')))).toBe('abcdefghi');
});

test('a topic taken off leaves no hole', () => {
  expect(ids(withoutDigit(abc, topic('b')))).toBe('ac');
});
