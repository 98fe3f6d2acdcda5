import { type About, CALIBRATED, type CalibratedKind, type Calibration, type Scaling, logOdds, toState } from '../calibration.ts';
import { minimise } from './lbfgs.ts';

/** A decision about a page the model never saw: what it stated (0..1), and whether it was right. `about`: what is known of it if it is a boundary. */
export type Outcome = { readonly kind: CalibratedKind; readonly stated: number; readonly right: boolean; readonly about?: About };

const PENALTY = 0.5; // on what differs from leaving the log-odds as they are
const STEPS = 60;

/** The scalings under which the outcomes are likeliest. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const of = (kind: CalibratedKind) => scale(outcomes.filter((outcome) => outcome.kind === kind));
  const [boundary, role, join] = [of('boundary'), of('role'), of('join')];
  return { boundary: boundary.scaling, role: role.scaling, join: join.scaling, kicker: boundary.kicker, beside: boundary.beside };
}

function scale(outcomes: readonly Outcome[]): { readonly scaling: Scaling; readonly kicker: number; readonly beside: number } {
  const rows = outcomes.map(({ stated, about }) => [logOdds(stated), 1, about?.kicker === true ? 1 : 0, about?.beside ?? 0]);
  const found = minimise(
    (change, gradient) => {
      let value = 0;
      for (let k = 0; k < change.length; k += 1) {
        value += (PENALTY / 2) * change[k]! ** 2;
        gradient[k] = PENALTY * change[k]!;
      }
      rows.forEach((row, index) => {
        const { right } = outcomes[index]!;
        const score = row.reduce((sum, each, k) => sum + each * change[k]!, row[0]!);
        value += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, right ? -score : score);
        const error = 1 / (1 + Math.exp(-score)) - (right ? 1 : 0);
        for (let k = 0; k < row.length; k += 1) gradient[k]! += error * row[k]!;
      });
      return value;
    },
    4,
    { steps: STEPS, tolerance: 1e-6 },
  );
  return { scaling: { slope: 1 + found[0]!, shift: found[1]! }, kicker: found[2]!, beside: found[3]! };
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
  return outcomes.map((outcome) => ({ ...outcome, stated: toState(calibration, outcome.kind, outcome.stated, outcome.about) }));
}
