import { CALIBRATED, type CalibratedKind, type Calibration, type Scaling, logOdds, toState } from '../calibration.ts';
import { minimise } from './lbfgs.ts';

/** A decision about a page the model never saw: what it stated (0..1), and whether it was right. `kicker`: it is a boundary, and the article begins with a kicker. */
export type Outcome = { readonly kind: CalibratedKind; readonly stated: number; readonly right: boolean; readonly kicker?: boolean };

const PENALTY = 0.5; // on what differs from leaving the log-odds as they are
const STEPS = 60;

/** The scalings under which the outcomes are likeliest. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const of = (kind: CalibratedKind) => scale(outcomes.filter((outcome) => outcome.kind === kind));
  const [boundary, role, join] = [of('boundary'), of('role'), of('join')];
  return { boundary: boundary.scaling, role: role.scaling, join: join.scaling, kicker: boundary.kicker };
}

function scale(outcomes: readonly Outcome[]): { readonly scaling: Scaling; readonly kicker: number } {
  const cases = outcomes.map(({ stated, right, kicker = false }) => ({ odds: logOdds(stated), right, kicker: kicker ? 1 : 0 }));
  const [change, shift, more] = minimise(
    ([change = 0, shift = 0, more = 0], gradient) => {
      let value = (PENALTY / 2) * (change * change + shift * shift + more * more);
      gradient[0] = PENALTY * change;
      gradient[1] = PENALTY * shift;
      gradient[2] = PENALTY * more;
      for (const { odds, right, kicker } of cases) {
        const score = (1 + change) * odds + shift + kicker * more;
        value += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, right ? -score : score);
        const error = 1 / (1 + Math.exp(-score)) - (right ? 1 : 0);
        gradient[0] += error * odds;
        gradient[1] += error;
        gradient[2] += error * kicker;
      }
      return value;
    },
    3,
    { steps: STEPS, tolerance: 1e-6 },
  );
  return { scaling: { slope: 1 + change!, shift: shift! }, kicker: more! };
}

/** A bin of stated probabilities: what was stated on average, how often it was so, and whether that lies in the 95 % interval of the stated. */
export type Bin = { readonly count: number; readonly stated: number; readonly observed: number; readonly within: boolean };
export type Reliability = { readonly kind: CalibratedKind; readonly bins: readonly Bin[]; readonly error: number };

const EDGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const Z = 1.96;

/** Holds what was stated against what is so; `error` is the expected calibration error over the bins. */
export function reliabilityOf(outcomes: readonly Outcome[]): readonly Reliability[] {
  return CALIBRATED.map((kind) => {
    const mine = outcomes.filter((outcome) => outcome.kind === kind);
    const bins = [...EDGES, Infinity].flatMap((upper, index): readonly Bin[] => {
      const inside = mine.filter(({ stated }) => stated < upper && stated >= (EDGES[index - 1] ?? 0));
      const count = inside.length;
      if (count === 0) return [];
      const stated = inside.reduce((sum, each) => sum + each.stated, 0) / count;
      const observed = inside.filter(({ right }) => right).length / count;
      // A rate over `count` cases is a count: half a case is allowed for it.
      const reach = Z * Math.sqrt((stated * (1 - stated)) / count) + 0.5 / count;
      return [{ count, stated, observed, within: Math.abs(observed - stated) <= reach }];
    });
    const error = bins.reduce((sum, { count, stated, observed }) => sum + count * Math.abs(stated - observed), 0) / Math.max(1, mine.length);
    return { kind, bins, error };
  });
}

/** The outcomes as they are stated after calibration. */
export function recalibrated(outcomes: readonly Outcome[], calibration: Calibration): readonly Outcome[] {
  return outcomes.map((outcome) => ({ ...outcome, stated: toState(calibration, outcome.kind, outcome.stated, outcome.kicker) }));
}
