import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, logisticLoss, trainLogistic } from './logistic.ts';

const SIZE = 6;
const oneCase = fc.record({ features: fc.array(fc.nat(SIZE - 1), { maxLength: 5 }), so: fc.boolean() });
const cases = fc.array(oneCase, { maxLength: 40 });
const weight = fc.double({ min: -4, max: 4, noNaN: true });
const weights = fc.array(weight, { minLength: SIZE, maxLength: SIZE }).map((all) => Float64Array.from(all));
const penalty = fc.double({ min: 0.05, max: 20, noNaN: true });

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));
const scoreOf = (features: readonly number[], by: Float64Array) => features.reduce((sum, feature) => sum + by[feature]!, 0);

/** What training makes small. */
const objective = (all: readonly Case[], by: Float64Array, strength: number, prior: Float64Array) =>
  logisticLoss(all, by) + (strength / 2) * by.reduce((sum, each, i) => sum + (each - prior[i]!) ** 2, 0);

const changed = (by: Float64Array, at: number, change: number) => by.map((each, i) => (i === at ? each + change : each));

describe('logisticLoss', () => {
  it('is minus the log-likelihood', () => {
    fc.assert(
      fc.property(cases, weights, (all, by) => {
        const expected = all.reduce((sum, { features, so }) => sum - Math.log(so ? sigmoid(scoreOf(features, by)) : 1 - sigmoid(scoreOf(features, by))), 0);
        expect(Math.abs(logisticLoss(all, by) - expected)).toBeLessThan(1e-6 * (1 + expected));
      }),
    );
  });

  it('stays a number where a case is certain, rightly or wrongly', () => {
    const by = Float64Array.of(5000);
    expect(logisticLoss([{ features: [0], so: true }], by)).toBe(0);
    expect(logisticLoss([{ features: [0], so: false }], by)).toBe(5000);
  });
});

describe('trainLogistic', () => {
  it('ends where the loss with its penalty is flat: its finite differences vanish', () => {
    fc.assert(
      fc.property(cases, penalty, weights, (all, strength, prior) => {
        const trained = trainLogistic(all, SIZE, strength, prior);
        const step = 1e-4;
        const scale = 1 + Math.sqrt(trained.reduce((sum, each, i) => sum + (each - prior[i]!) ** 2, 0));
        for (let i = 0; i < SIZE; i += 1) {
          const slope = (objective(all, changed(trained, i, step), strength, prior) - objective(all, changed(trained, i, -step), strength, prior)) / (2 * step);
          expect(Math.abs(slope)).toBeLessThan(1e-3 * scale);
        }
      }),
    );
  });

  it('and no other weights are better', () => {
    fc.assert(
      fc.property(cases, penalty, weights, weights, (all, strength, prior, other) => {
        const best = objective(all, trainLogistic(all, SIZE, strength, prior), strength, prior);
        expect(best).toBeLessThanOrEqual(objective(all, other, strength, prior) + 1e-6);
      }),
    );
  });

  it('comes to the share of what is so', () => {
    const all = Array.from({ length: 200 }, (_, i): Case => ({ features: [i % 2], so: i % 2 === 0 ? i % 8 === 0 : i % 10 !== 1 }));
    const [quarter, most] = trainLogistic(all, 2, 1e-6);
    expect(sigmoid(quarter!)).toBeCloseTo(0.25, 3);
    expect(sigmoid(most!)).toBeCloseTo(0.8, 3);
  });

  it('is drawn to the weights it begins from, and stays there where no case shows a feature', () => {
    const prior = Float64Array.of(2, -1, 0.5);
    const all = Array.from({ length: 20 }, (): Case => ({ features: [0], so: false }));
    expect(trainLogistic([], 3, 1, prior)).toEqual(prior);
    const [loose, tight] = [0.01, 1000].map((strength) => trainLogistic(all, 3, strength, prior));
    expect(loose![0]).toBeLessThan(-2);
    expect(tight![0]).toBeCloseTo(2, 1);
    expect([...loose!.slice(1), ...tight!.slice(1)]).toEqual([-1, 0.5, -1, 0.5]);
  });
});
