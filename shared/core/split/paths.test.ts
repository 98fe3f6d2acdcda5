import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEPS } from './model.ts';
import { bestPath } from './paths.ts';
import { STATES } from './states.ts';
import { sumLinks, sumSteps } from './sums.ts';
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

        const { likely, total, links, expected } = sumSteps(lattice, model);
        const mass = (some: typeof all) => some.reduce((sum, each) => sum + Math.exp(each.score - best), 0);
        expect(total).toBeCloseTo(best + Math.log(mass(all)), 8);
        for (let i = 0; i < length; i += 1) {
          for (let state = 0; state < STATES.length; state += 1) {
            const share = mass(all.filter(({ states }) => states[i] === state)) / mass(all);
            expect(likely[i * STATES.length + state]).toBeCloseTo(share, 8);
          }
        }
        const often = new Map<string, number>();
        for (const { states, score } of all) {
          states.forEach((to, i) => {
            const step = `${states[i - 1] ?? -1} ${to}`;
            often.set(step, (often.get(step) ?? 0) + Math.exp(score - best));
          });
        }
        const whole = mass(all);
        STEPS.forEach(({ from, to }, step) => {
          expect(expected[step]! * whole).toBeCloseTo(often.get(`${from} ${to}`) ?? 0, 8);
        });
        expect(sumLinks(lattice, model)).toEqual({ likely, total, links });
      }),
      { numRuns: 12 },
    );
  });
});
