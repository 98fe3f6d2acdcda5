import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restWhenIdle } from './rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'])('a page gives memory back half a minute after the last %s, once', (act) => {
  const target = new EventTarget();
  const release = vi.fn<() => void>();
  restWhenIdle(target, release);
  vi.advanceTimersByTime(29_000);
  target.dispatchEvent(new Event(act));
  vi.advanceTimersByTime(29_000);
  expect(release).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(release).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600_000);
  expect(release).toHaveBeenCalledTimes(1);
});
