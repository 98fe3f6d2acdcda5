import { describe, expect, it } from 'vitest';
import { minimise } from './lbfgs.ts';

describe('minimise', () => {
  it('finds the bottom of a skewed bowl', () => {
    const target = [3, -2, 0.5];
    const steepness = [1, 100, 10];
    const found = minimise(
      (x, gradient) =>
        x.reduce((sum, value, i) => {
          gradient[i] = 2 * steepness[i]! * (value - target[i]!);
          return sum + steepness[i]! * (value - target[i]!) ** 2;
        }, 0),
      3,
      { steps: 100, tolerance: 1e-9 },
    );
    target.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 6));
  });
});
