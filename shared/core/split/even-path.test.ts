import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNCALIBRATED } from './calibration.ts';
import { evenPath } from './even-path.ts';
import { type Model, WEIGHT_COUNT } from './model.ts';
import { labellings, scoreOf, shortPage } from './testing/labellings.ts';

const NONE = new Float64Array(0);
const EVEN: Model = { version: '', weights: new Float64Array(WEIGHT_COUNT), continuity: NONE, lost: NONE, calibration: UNCALIBRATED };

describe('evenPath', () => {
  it('finds the best of all labellings, whichever is known beforehand', () => {
    fc.assert(
      fc.property(shortPage, fc.nat(), ({ lattice }, pick) => {
        const all = [...labellings(lattice, EVEN)];
        const best = Math.max(...all.map(({ score }) => score));
        const found = evenPath(lattice, all[pick % all.length]!.states);
        expect(scoreOf(lattice, EVEN, found)).toBeCloseTo(best, 9);
      }),
      { numRuns: 20 },
    );
  });
});
