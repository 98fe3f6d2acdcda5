import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEPS } from './model.ts';
import { bestPath } from './paths.ts';
import { STATES } from './states.ts';
import { sumPaths } from './sums.ts';
import { labellings, scoreOf, shortPage } from './testing/labellings.ts';

describe('decoding', () => {
  it('finds what trying every labelling of a short page finds, and sums over all of them', () => {
    fc.assert(
      fc.property(shortPage, ({ lattice, model }) => {
        const { length } = lattice;
        const all = [...labellings(lattice, model)];
        const best = Math.max(...all.map((each) => each.score));
        const found = bestPath(lattice, model);
        expect(found.score).toBeCloseTo(best, 9);
        expect(scoreOf(lattice, model, found.states)).toBeCloseTo(best, 9);

        const told = new Float64Array(length * STATES.length);
        const { likely, total } = sumPaths(lattice, model, (position, step, mass) => {
          told[position * STATES.length + STEPS[step]!.to]! += mass;
        });
        const mass = (some: typeof all) => some.reduce((sum, each) => sum + Math.exp(each.score - best), 0);
        expect(total).toBeCloseTo(best + Math.log(mass(all)), 8);
        for (let i = 0; i < length; i += 1) {
          for (let state = 0; state < STATES.length; state += 1) {
            const share = mass(all.filter(({ states }) => states[i] === state)) / mass(all);
            expect(likely[i * STATES.length + state]).toBeCloseTo(share, 8);
            expect(told[i * STATES.length + state]).toBeCloseTo(share, 8);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});
