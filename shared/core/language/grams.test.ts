import { expect, test } from 'vitest';
import { countGrams, countOfFour, countOfThree, countOfTwo } from './grams.ts';
import { BREAK } from './units.ts';

const [a, b, c] = Array.from('渡口船', (each) => each.charCodeAt(0)) as [number, number, number];

test('characters, pairs, triples and fours are counted, across blanks and not across line ends', () => {
  const grams = countGrams(['渡口船\n渡 口', '口']);
  expect([grams.singles[a], grams.singles[b], grams.singles[c]]).toEqual([2, 3, 1]);
  expect([countOfTwo(grams, a, b), countOfTwo(grams, b, c), countOfTwo(grams, c, a), countOfTwo(grams, b, b)]).toEqual([2, 1, 0, 0]);
  expect([countOfThree(grams, a, b, c), countOfThree(grams, a, b, BREAK)]).toEqual([1, 1]);
  expect([countOfFour(grams, BREAK, a, b, c), countOfFour(grams, a, b, c, BREAK), countOfFour(grams, a, b, c, c)]).toEqual([1, 1, 0]);
});
