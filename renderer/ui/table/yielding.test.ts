import { expect, test } from 'vitest';
import { yielding } from './yielding.ts';

const columns = [
  { id: 'headline', width: 196, narrow: 140, wants: 230 },
  { id: 'byline', width: 84, narrow: 68, yields: 2 },
  { id: 'date', width: 94, narrow: 80 },
  { id: 'length', width: 68, narrow: 62, yields: 1 },
];
const LOOKS = { widths: {}, hidden: {} };

test.each([
  ['room for all', 440, LOOKS, [], []],
  ['a little short', 439, LOOKS, [], ['length']],
  ['as much as the first gives', 378, LOOKS, [], ['length']],
  ['shorter', 377, LOOKS, [], ['length', 'byline']],
  ['shorter than all that may go', 100, LOOKS, [], ['length', 'byline']],
  ['the rows are sorted by one', 439, LOOKS, [{ column: 'length', descending: true }], ['byline']],
  ['one was chosen', 439, { widths: {}, hidden: { length: false } }, [], ['byline']],
  ['one was made wider', 439, { widths: { length: 90 }, hidden: {} }, [], ['byline']],
  ['one is hidden already', 378, { widths: {}, hidden: { length: true } }, [], []],
])('%s', (_, room, looks, sort, gone) => {
  expect(yielding({ columns, room, looks, sort })).toEqual(gone);
});
