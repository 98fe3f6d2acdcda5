import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import { focusStops } from './desk-focus.ts';

test('each page is known by the passage it was left at, the pages left last longest', () => {
  focusStops.clear();
  for (let issue = 1; issue <= 100; issue += 1) focusStops.set(issue, passageId(`p${issue}`));
  focusStops.set(1, passageId('p9'));
  focusStops.set(101, passageId('p101'));
  expect([focusStops.get(1), focusStops.get(2), focusStops.get(3), focusStops.get(101)]).toEqual(['p9', null, 'p3', 'p101']);
});
