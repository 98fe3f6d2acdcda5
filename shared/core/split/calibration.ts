/** Decisions that state a probability which is held against what pages with known truth show. */
export const CALIBRATED = ['boundary', 'role', 'join'] as const;
export type CalibratedKind = (typeof CALIBRATED)[number];

/** What turns the odds of the model into a probability: `slope` times the log-odds plus `shift` (Platt 1999). */
export type Scaling = { readonly slope: number; readonly shift: number };
export type Calibration = Readonly<Record<CalibratedKind, Scaling>>;

const AS_IS: Scaling = { slope: 1, shift: 0 };

/** Leaves every probability as the model has it. */
export const UNCALIBRATED: Calibration = { boundary: AS_IS, role: AS_IS, join: AS_IS };

const SUREST = 1e-6; // the model has been shown too little to be surer than this

/** The log-odds of a probability, bounded. */
export function logOdds(probability: number): number {
  const bounded = Math.min(1 - SUREST, Math.max(SUREST, probability));
  return Math.log(bounded / (1 - bounded));
}

/** The probability to state, 0..1. */
export function calibrated({ slope, shift }: Scaling, probability: number): number {
  return 1 / (1 + Math.exp(-(slope * logOdds(probability) + shift)));
}
