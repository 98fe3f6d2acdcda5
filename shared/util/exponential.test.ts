import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential } from './exponential.ts';

describe('exponential', () => {
  it('is e to the power of a number, to fifteen digits', () => {
    const number = fc.oneof(fc.double({ min: -750, max: 750, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(number, (x) => {
        const [ours, exact] = [exponential(x), Math.exp(x)];
        if (exact === Infinity || exact === 0) expect(ours).toBe(exact);
        else expect(Math.abs(ours - exact)).toBeLessThanOrEqual(exact * 1e-15);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([[0, 1], [-Infinity, 0], [Infinity, Infinity], [Number.NaN, Number.NaN]])('of %s is %s', (x, y) => {
    expect(exponential(x)).toBe(y);
  });
});
