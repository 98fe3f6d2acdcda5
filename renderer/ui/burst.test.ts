import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterBurst, endBurst, strike } from './burst.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  endBurst();
  vi.useRealTimers();
});

test('where nobody types, nothing waits', () => {
  const run = vi.fn();
  afterBurst(run);
  expect(run).toHaveBeenCalledTimes(1);
});

test('what comes in a burst waits until the hands rest, and is done once', () => {
  const run = vi.fn();
  strike();
  afterBurst(run);
  for (let stroke = 0; stroke < 5; stroke += 1) {
    vi.advanceTimersByTime(100);
    strike();
    afterBurst(run);
  }
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(150);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('a burst without an end is told of every second', () => {
  const run = vi.fn();
  for (let at = 0; at < 3_000; at += 50) {
    strike();
    afterBurst(run);
    vi.advanceTimersByTime(50);
  }
  expect(run.mock.calls.length).toBe(3);
});

test('a burst can be ended, and what is asked for then waits for nothing', () => {
  const [run, later] = [vi.fn(() => afterBurst(later)), vi.fn()];
  strike();
  afterBurst(run);
  endBurst();
  expect([run.mock.calls.length, later.mock.calls.length]).toEqual([1, 1]);
});
