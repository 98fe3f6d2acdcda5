import { minimise } from './lbfgs.ts';

/** A case to learn from: the features it shows, and whether what is asked is so. */
export type Case = { readonly features: readonly number[]; readonly so: boolean };

const STEPS = 60;

/** The weights of `size` features that tell what is so from what is not best (logistic regression with a quadratic penalty on what differs from `prior`). */
export function trainLogistic(cases: readonly Case[], size: number, penalty: number, prior: Float64Array = new Float64Array(size)): Float64Array {
  const added = (change: Float64Array) => prior.map((each, i) => each + change[i]!);
  const change = minimise(
    (difference, gradient) => {
      let value = 0;
      for (let i = 0; i < difference.length; i += 1) {
        value += (penalty / 2) * difference[i]! ** 2;
        gradient[i] = penalty * difference[i]!;
      }
      return value + addCases(cases, added(difference), gradient);
    },
    size,
    { steps: STEPS, tolerance: 1e-4 },
  );
  return added(change);
}

/** How unlikely weights make what is known of the cases: minus its log-likelihood. */
export function logisticLoss(cases: readonly Case[], weights: Float64Array): number {
  return addCases(cases, weights, new Float64Array(weights.length));
}

function addCases(cases: readonly Case[], weights: Float64Array, gradient: Float64Array): number {
  let value = 0;
  for (const { features, so } of cases) {
    let score = 0;
    for (const feature of features) score += weights[feature]!;
    const signed = so ? score : -score;
    value += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    const error = 1 / (1 + Math.exp(-score)) - (so ? 1 : 0);
    for (const feature of features) gradient[feature]! += error;
  }
  return value;
}
