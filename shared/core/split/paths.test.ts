import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNCALIBRATED } from './calibration.ts';
import { type Lattice, LINK_STRIDE, stepScore } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model, STEPS, TRANSITION_BASE, WEIGHT_COUNT } from './model.ts';
import { bestPath } from './paths.ts';
import { STATES, mayFollow } from './states.ts';
import { sumPaths } from './sums.ts';

const score = fc.integer({ min: -30, max: 30 }).map((n) => n / 10);

const arbitrary = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc.record({
    kinds: fc.array(score, { minLength: length * KIND_COUNT, maxLength: length * KIND_COUNT }),
    links: fc.array(score, { minLength: length * LINK_STRIDE, maxLength: length * LINK_STRIDE }),
    transitions: fc.array(score, { minLength: STEPS.length, maxLength: STEPS.length }),
    length: fc.constant(length),
  }),
);

/** Every labelling the grammar allows, with its score. */
function* labellings(lattice: Lattice, model: Model, before: readonly number[] = []): Iterable<{ states: readonly number[]; score: number }> {
  if (before.length === lattice.length) {
    yield { states: before, score: scoreOf(lattice, model, before) };
    return;
  }
  for (let state = 0; state < STATES.length; state += 1) {
    if (mayFollow(STATES[before.at(-1) ?? -1] ?? null, STATES[state]!)) yield* labellings(lattice, model, [...before, state]);
  }
}

function scoreOf(lattice: Lattice, model: Model, states: readonly number[]): number {
  return states.reduce((sum, to, i) => {
    const step = STEPS.find((each) => each.from === (states[i - 1] ?? -1) && each.to === to)!;
    return sum + stepScore(lattice, model, i, step) + lattice.kinds[i * KIND_COUNT + KIND_OF_STATE[to]!]!;
  }, 0);
}

describe('decoding', () => {
  it('finds what trying every labelling of a short page finds, and sums over all of them', () => {
    fc.assert(
      fc.property(arbitrary, ({ kinds, links, transitions, length }) => {
        const lattice: Lattice = { length, kinds: Float64Array.from(kinds), links: Float64Array.from(links) };
        const weights = new Float64Array(WEIGHT_COUNT);
        STEPS.forEach((step, i) => {
          weights[step.weight] = transitions[i % (step.weight - TRANSITION_BASE + 1)]!;
        });
        const model: Model = { version: '', weights, continuity: new Float64Array(0), lost: new Float64Array(0), calibration: UNCALIBRATED };
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
