import { getHeapCodeStatistics } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveMemoryBack, restWhenIdle } from './rest.ts';

const MB = 1024 * 1024;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('after half a minute in which nothing was touched memory is given back, once, and again after the next touch', () => {
  const release = vi.fn<() => void>();
  const rest = restWhenIdle(release);
  vi.advanceTimersByTime(30_000);
  rest.touched();
  vi.advanceTimersByTime(30_000);
  expect(release).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(release).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600_000);
  expect(release).toHaveBeenCalledTimes(1);
  rest.touched();
  vi.advanceTimersByTime(35_000);
  expect(release).toHaveBeenCalledTimes(2);
  rest.touched();
  rest.end();
  vi.advanceTimersByTime(600_000);
  expect(release).toHaveBeenCalledTimes(2);
});

/** Fills the heap with what nobody holds any more. */
function fill(): void {
  const held: number[][] = [];
  for (let n = 0; n < 1_000; n += 1) held.push(Array.from({ length: 8_000 }, (_, index) => index + n + 0.5)); // 64 MB
}

test('what V8 keeps for objects that may come goes back to the system', () => {
  giveMemoryBack();
  const least = process.memoryUsage().heapTotal;
  fill();
  const most = process.memoryUsage().heapTotal;
  expect(most - least).toBeGreaterThan(4 * MB);
  giveMemoryBack();
  expect(process.memoryUsage().heapTotal - least).toBeLessThan((most - least) / 2);
});

test('what was compiled is let go of however lately it ran, and runs again', () => {
  const compiled = (): number => getHeapCodeStatistics().bytecode_and_metadata_size;
  giveMemoryBack();
  const least = compiled();
  const functions = runInThisContext(`[${Array.from({ length: 2_000 }, (_, n) => `function (a) { return [a * ${n}, a + ${n}, a ? a - ${n} : ${n}]; }`).join()}]`) as ((a: number) => number[])[];
  for (const each of functions) each(2);
  const most = compiled();
  giveMemoryBack();
  expect(compiled() - least).toBeLessThan((most - least) / 2);
  expect(functions[3]!(2)).toEqual([6, 5, -1]);
});
