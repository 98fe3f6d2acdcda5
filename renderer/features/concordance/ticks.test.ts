import { expect, test } from 'vitest';
import type { PlaceRow } from '#contract/schemas/concordance.ts';
import { FIRST_TICKS, chosenPlaces, countTicked, isTicked, toggled, toggledAll } from './ticks.ts';

const row = (key: string, status: PlaceRow['status'] = 'new') => ({ issue: 1, key, status }) as PlaceRow;
const COUNTS = { places: 10, approved: 3 };

test('all but those in approved articles are ticked at first; single ones are taken out and in', () => {
  expect([isTicked(FIRST_TICKS, row('a')), isTicked(FIRST_TICKS, row('b', 'approved')), countTicked(FIRST_TICKS, COUNTS)]).toEqual([true, false, 7]);
  const ticks = toggled(toggled(FIRST_TICKS, row('a')), row('b', 'approved'));
  expect([isTicked(ticks, row('a')), isTicked(ticks, row('b', 'approved')), countTicked(ticks, COUNTS)]).toEqual([false, true, 7]);
  expect(chosenPlaces(ticks)).toEqual({ which: 'all', approved: false, but: [{ issue: 1, key: 'a' }], and: [{ issue: 1, key: 'b' }] });
  expect(toggled(ticks, row('a')).single.size).toBe(1);
});

test('with approved ones as well, one of those can be left out', () => {
  const ticks = toggled({ ...FIRST_TICKS, approved: true }, row('b', 'approved'));
  expect(countTicked(ticks, COUNTS)).toBe(9);
  expect(chosenPlaces(ticks)).toEqual({ which: 'all', approved: true, but: [{ issue: 1, key: 'b' }], and: [] });
});

test('with none ticked, those that are ticked then are named', () => {
  const none = toggledAll(FIRST_TICKS, COUNTS);
  expect([countTicked(none, COUNTS), chosenPlaces(none)]).toEqual([0, null]);
  expect(chosenPlaces(toggled(none, row('a')))).toEqual({ which: 'named', places: [{ issue: 1, key: 'a' }] });
  expect(countTicked(toggledAll(none, COUNTS), COUNTS)).toBe(7);
});
