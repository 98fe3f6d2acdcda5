import { describe, expect, it } from 'vitest';
import { UNCALIBRATED, calibrated, toState } from '../calibration.ts';
import { type Outcome, calibrate, recalibrated, reliabilityOf } from './calibrate.ts';

/** `count` boundaries stated with the same probability, of which `right` are right. */
const boundaries = (stated: number, count: number, right: number): readonly Outcome[] =>
  Array.from({ length: count }, (_, i) => ({ kind: 'boundary', stated, right: i < right }));

const boundaryOf = (outcomes: readonly Outcome[]) => reliabilityOf(outcomes).find(({ kind }) => kind === 'boundary')!;

describe('calibration', () => {
  it('leaves probabilities as they are where nothing was learned', () => {
    for (const probability of [0.01, 0.3, 0.5, 0.97]) expect(calibrated(UNCALIBRATED.boundary, probability)).toBeCloseTo(probability, 9);
    expect(calibrate([])).toEqual(UNCALIBRATED);
  });

  it('brings what is stated to what is observed, and keeps the order', () => {
    const outcomes = [...boundaries(0.99, 200, 160), ...boundaries(0.6, 200, 100), ...boundaries(0.1, 200, 80)];
    const calibration = calibrate(outcomes);
    expect(boundaryOf(outcomes).error).toBeGreaterThan(0.15);
    expect(boundaryOf(recalibrated(outcomes, calibration)).error).toBeLessThan(0.04);
    const [low, middle, high] = [0.1, 0.6, 0.99].map((probability) => calibrated(calibration.boundary, probability));
    expect(low).toBeLessThan(middle!);
    expect(middle).toBeLessThan(high!);
    expect(calibration.join).toEqual(UNCALIBRATED.join);
  });

  it('is less sure of an article that begins with a kicker where those come true less often', () => {
    const kickers = boundaries(0.9, 200, 130).map((outcome) => ({ ...outcome, kicker: true }));
    const outcomes = [...kickers, ...boundaries(0.9, 200, 185), ...boundaries(0.5, 100, 50)];
    const calibration = calibrate(outcomes);
    expect(toState(calibration, 'boundary', 0.9, true)).toBeCloseTo(0.65, 1);
    expect(toState(calibration, 'boundary', 0.9)).toBeCloseTo(0.925, 1);
    const stated = (kicker: boolean) => recalibrated(outcomes, calibration).find((each) => (each.kicker ?? false) === kicker)!.stated;
    expect(stated(true)).toBe(toState(calibration, 'boundary', 0.9, true));
    expect(stated(false)).toBe(toState(calibration, 'boundary', 0.9));
    expect(calibrate(boundaries(0.9, 50, 30)).kicker).toBe(0);
  });

  it('tells bins that hold from bins that do not', () => {
    const bins = (outcomes: readonly Outcome[]) => boundaryOf(outcomes).bins.map(({ count, within }) => [count, within]);
    expect(bins([...boundaries(0.25, 100, 25), ...boundaries(0.95, 100, 70)])).toEqual([
      [100, true],
      [100, false],
    ]);
  });
});
