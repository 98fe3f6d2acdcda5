import { describe, expect, it } from 'vitest';
import { isMet, median, p95, p99, percentile, ratioOf } from './statistics.ts';

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

describe('percentile', () => {
  it.each([
    [0, 1],
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100],
  ])('%d of 1 to 100 is %d', (p, expected) => expect(percentile(hundred, p)).toBe(expected));

  it('is a value that was measured', () => {
    expect(median([3, 1])).toBe(1);
    expect(p95([7])).toBe(7);
    expect(p99([5, 9, 2])).toBe(9);
  });

  it('of nothing is a mistake', () => expect(() => median([])).toThrow('nothing was measured'));
});

describe('a figure', () => {
  const figure = { name: 'x', unit: 'ms', ours: 3, baseline: 2, bound: 1.5 };
  it('is met up to its bound', () => {
    expect(ratioOf(figure)).toBe(1.5);
    expect(isMet(figure)).toBe(true);
    expect(isMet({ ...figure, ours: 3.1 })).toBe(false);
  });

  it('is once the baseline where both are nothing', () => {
    expect(ratioOf({ ...figure, ours: 0, baseline: 0 })).toBe(1);
    expect(isMet({ ...figure, ours: 1, baseline: 0 })).toBe(false);
  });
});
