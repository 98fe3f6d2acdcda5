import { expect, test } from 'vitest';
import type { Learning } from '#contract/schemas/learning.ts';
import { boundariesRight, offered, shareOf } from './learning.ts';

const learning = (more: Partial<Learning>): Parameters<typeof offered>[0] => ({
  learning: {
    approved: 40, fresh: 40, fewest: 8, more: 40, leftOut: { count: 0, pages: [] }, inUse: null, fits: true, weights: [], last: null, running: null,
    otherwise: { pages: 0, ready: 0, complete: true }, ...more,
  },
  otherwise: { total: 0, pages: [] },
  problem: null,
});

test.each<[string, Partial<Learning>, number]>([
  ['enough pages were approved', {}, 40],
  ['twenty came since the last time', { more: 20 }, 20],
  ['too few came since the last time', { more: 19 }, 0],
  ['those that came were learned from before', { fresh: 7 }, 0],
  ['something is being learned', { running: 'job' }, 0],
])('learning is offered where %s', (_, more, count) => expect(offered(learning(more))).toBe(count));

test('nothing is offered before the engine has answered', () => {
  expect(offered({ learning: null, otherwise: { total: 0, pages: [] }, problem: null })).toBe(0);
});

test('shares are of what there was to decide', () => {
  expect(shareOf({ right: 3, wrong: 1 })).toBe(0.75);
  expect(shareOf({ right: 0, wrong: 0 })).toBe(null);
  const agreement = (right: number, wrong: number) => ({ boundaries: { right, wrong }, roles: { right, wrong }, joins: { right, wrong } });
  const judgement = { verdict: 'better' as const, pages: 9, before: agreement(1, 1), after: agreement(3, 1), chance: 0.01 };
  expect(boundariesRight({ at: '', kept: 'abc', judgement })).toEqual({ before: 0.5, after: 0.75 });
});
