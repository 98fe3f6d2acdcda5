import { expect, test } from 'vitest';
import { articleId } from '#core/model/ids.ts';
import { isTicked, NO_TICKS, selectionOf, tickCount, withAdded, withToggled } from './ticks.ts';

const [a, b, c] = [articleId('a'), articleId('b'), articleId('c')];

test('toggling twice gives what was there', () => {
  const once = withToggled(new Set([a]), b);
  expect([isTicked(once, a), isTicked(once, b)]).toEqual([true, true]);
  expect(once.kind === 'some' && withToggled(once.ids, b)).toEqual({ kind: 'some', ids: new Set([a]) });
});

test('a range is added to what is ticked', () => {
  expect(withAdded(new Set([a]), [a, b, c])).toEqual({ kind: 'some', ids: new Set([a, b, c]) });
});

test('an act is for the ticked ones; without any, for the one under the cursor; for all, by the filter', () => {
  const filter = { folder: '2024' };
  expect(selectionOf(withAdded(new Set(), [a, b]), filter, c)).toEqual({ articles: [a, b] });
  expect(selectionOf(NO_TICKS, filter, c)).toEqual({ articles: [c] });
  expect(selectionOf(NO_TICKS, filter, null)).toBeNull();
  expect(selectionOf({ kind: 'all' }, filter, c)).toEqual({ filter });
});

test('all means as many as the filter shows', () => {
  expect(tickCount({ kind: 'all' }, 402)).toBe(402);
  expect(tickCount(withAdded(new Set(), [a, b]), 402)).toBe(2);
});
