// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followRest } from './at-rest.ts';

const dots = (): number => document.querySelectorAll('.rest-dot').length;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a dot is drawn once, when nothing was done for a while, and taken away when it is painted', () => {
  followRest();
  vi.advanceTimersByTime(14_000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
  vi.advanceTimersByTime(14_000);
  expect(dots()).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(dots()).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(dots()).toBe(0);
  const drawn = vi.spyOn(document.body, 'append');
  vi.advanceTimersByTime(60_000);
  expect(drawn).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('wheel'));
  vi.advanceTimersByTime(15_000);
  expect(drawn).toHaveBeenCalledTimes(1);
});
