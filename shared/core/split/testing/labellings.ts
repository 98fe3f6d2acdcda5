import fc from 'fast-check';
import { UNCALIBRATED } from '../calibration.ts';
import { type Lattice, LINK_STRIDE, stepScore } from '../lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model, STEPS, TRANSITION_BASE, WEIGHT_COUNT } from '../model.ts';
import { STATES, mayFollow } from '../states.ts';

const score = fc.integer({ min: -30, max: 30 }).map((n) => n / 10);

/** A page of one to three blocks with any scores, and a model with any weights of its steps. */
export const shortPage: fc.Arbitrary<{ readonly lattice: Lattice; readonly model: Model }> = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc
    .record({
      kinds: fc.array(score, { minLength: length * KIND_COUNT, maxLength: length * KIND_COUNT }),
      links: fc.array(score, { minLength: length * LINK_STRIDE, maxLength: length * LINK_STRIDE }),
      transitions: fc.array(score, { minLength: STEPS.length, maxLength: STEPS.length }),
    })
    .map(({ kinds, links, transitions }) => {
      const weights = new Float64Array(WEIGHT_COUNT);
      STEPS.forEach((step, i) => {
        weights[step.weight] = transitions[i % (step.weight - TRANSITION_BASE + 1)]!;
      });
      const model: Model = { version: '', weights, continuity: new Float64Array(0), lost: new Float64Array(0), calibration: UNCALIBRATED };
      return { lattice: { length, kinds: Float64Array.from(kinds), links: Float64Array.from(links) }, model };
    }),
);

/** Every labelling the grammar allows, with its score. */
export function* labellings(lattice: Lattice, model: Model, before: readonly number[] = []): Iterable<{ readonly states: readonly number[]; readonly score: number }> {
  if (before.length === lattice.length) {
    yield { states: before, score: scoreOf(lattice, model, before) };
    return;
  }
  for (let state = 0; state < STATES.length; state += 1) {
    if (mayFollow(STATES[before.at(-1) ?? -1] ?? null, STATES[state]!)) yield* labellings(lattice, model, [...before, state]);
  }
}

/** The score of one labelling, added up step by step. */
export function scoreOf(lattice: Lattice, model: Model, states: readonly number[]): number {
  return states.reduce((sum, to, i) => {
    const step = STEPS.find((each) => each.from === (states[i - 1] ?? -1) && each.to === to)!;
    return sum + stepScore(lattice, model, i, step) + lattice.kinds[i * KIND_COUNT + KIND_OF_STATE[to]!]!;
  }, 0);
}
