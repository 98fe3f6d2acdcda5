/** Decisions that state a probability which is held against what pages with known truth show. */
export const CALIBRATED = ['boundary', 'role', 'join'] as const;
export type CalibratedKind = (typeof CALIBRATED)[number];

/** What turns the odds of the model into a probability: `slope` times the log-odds plus `shift` (Platt 1999). */
export type Scaling = { readonly slope: number; readonly shift: number };

/** `kicker` is added to the log-odds of a boundary where the article begins with a kicker: a banner or a subhead above a headline looks like one. */
export type Calibration = Readonly<Record<CalibratedKind, Scaling>> & { readonly kicker: number };

const AS_IS: Scaling = { slope: 1, shift: 0 };

/** Leaves every probability as the model has it. */
export const UNCALIBRATED: Calibration = { boundary: AS_IS, role: AS_IS, join: AS_IS, kicker: 0 };

const SUREST = 1e-6; // the model has been shown too little to be surer than this

/** The log-odds of a probability, bounded. */
export function logOdds(probability: number): number {
  const bounded = Math.min(1 - SUREST, Math.max(SUREST, probability));
  return Math.log(bounded / (1 - bounded));
}

/** The probability to state where the odds are scaled so, 0..1. */
export function calibrated({ slope, shift }: Scaling, probability: number): number {
  return 1 / (1 + Math.exp(-(slope * logOdds(probability) + shift)));
}

/** The probability to state of a decision, 0..1. `kicker`: it is a boundary, and the article begins with a kicker. */
export function toState(calibration: Calibration, kind: CalibratedKind, probability: number, kicker = false): number {
  const { slope, shift } = calibration[kind];
  return calibrated({ slope, shift: kicker ? shift + calibration.kicker : shift }, probability);
}
