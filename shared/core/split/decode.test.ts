import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import { bestPath } from './paths.ts';
import { STATES, roleOfKind } from './states.ts';
import { labellings, shortPage } from './testing/labellings.ts';

/** What counts of a labelling at a position: its role, whether a head begins, and how far above the paragraph stands that goes on (null: none does). */
function said(states: readonly number[], at: number): readonly [role: string, begins: boolean, above: number | null] {
  const { kind } = STATES[states[at]!]!;
  const above = kind === 'continued' ? STATES[states[at - 1]!]!.since : null;
  return [roleOfKind(kind), kind === 'kicker' || kind === 'opening', above];
}

const agreeing = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, _, at) => {
    const [mine, its] = [said(one, at), said(other, at)];
    return sum + mine.filter((each, k) => each === its[k]).length;
  }, 0);

describe('decoding', () => {
  it('finds a labelling with which all labellings, each as often as it is likely, agree most', () => {
    fc.assert(
      fc.property(shortPage, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), ({ lattice, model }, others) => {
        const all = [...labellings(lattice, model)];
        const best = Math.max(...all.map(({ score }) => score));
        // Those that hardly ever are cannot tip the scales by more than is allowed for below.
        const weighty = all.map(({ states, score }) => ({ states, mass: Math.exp(score - best) })).filter(({ mass }) => mass > 1e-7);
        const total = weighty.reduce((sum, { mass }) => sum + mass, 0);
        const expected = (states: readonly number[]) => weighty.reduce((sum, each) => sum + each.mass * agreeing(states, each.states), 0) / total;
        const found = decode(lattice, model, bestPath(lattice, model).states).states;
        expect(all.some(({ states }) => states.every((state, at) => state === found[at]))).toBe(true);
        const most = expected(found) + 1e-2;
        const rivals = [...weighty.toSorted((a, b) => b.mass - a.mass).slice(0, 40), ...others.map((pick) => all[pick % all.length]!)];
        for (const { states } of rivals) expect(expected(states)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20 },
    );
  });
});
