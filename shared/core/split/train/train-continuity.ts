import { CONTINUITY, breaksOff, continuityFeatures } from '../../flow/continuity.ts';
import type { Page } from '../../parse/page.ts';
import { minimise } from './lbfgs.ts';
import type { Truth } from './truth.ts';

/** Two fragments and whether the second goes on with the first. */
export type Pair = { readonly features: readonly number[]; readonly joined: boolean };

/** Other fragments that each true continuation is held against. */
const RIVALS = 8;

/** All pairs that a page with its truth teaches: every block that breaks off with its continuation, and with the nearest that are not it. */
export function pairsOf(page: Page, truth: Truth): readonly Pair[] {
  const continuations = truth.blocks.flatMap(({ role, continues }) => (role === 'body' && continues !== null ? [continues] : []));
  return truth.blocks.flatMap(({ index, role, continues }) => {
    if (role !== 'body' || continues === null || !breaksOff(page.shapes[index]!)) return [];
    const rivals = [...continuations, ...truth.blocks.filter((block) => block.role === 'body').map((block) => block.index)]
      .filter((other, at, all) => other !== continues && other > index && all.indexOf(other) === at)
      .sort((a, b) => a - b)
      .slice(0, RIVALS);
    return [continues, ...rivals].map((below) => ({
      features: continuityFeatures(page, page.overlap, index, below),
      joined: below === continues,
    }));
  });
}

const PENALTY = 2;
const STEPS = 60;

/** The weights that tell true pairs from false ones best (logistic regression with a quadratic penalty on what differs from `prior`). */
export function trainContinuity(pairs: readonly Pair[], penalty = PENALTY, prior: Float64Array = new Float64Array(CONTINUITY.size)): Float64Array {
  const added = (change: Float64Array) => prior.map((each, i) => each + change[i]!);
  const change = minimise(
    (difference, gradient) => {
      let value = 0;
      for (let i = 0; i < difference.length; i += 1) {
        value += (penalty / 2) * difference[i]! ** 2;
        gradient[i] = penalty * difference[i]!;
      }
      return value + addPairs(pairs, added(difference), gradient);
    },
    CONTINUITY.size,
    { steps: STEPS, tolerance: 1e-4 },
  );
  return added(change);
}

/** How unlikely weights make what is known of the pairs: minus its log-likelihood. */
export function continuityLoss(pairs: readonly Pair[], weights: Float64Array): number {
  return addPairs(pairs, weights, new Float64Array(CONTINUITY.size));
}

function addPairs(pairs: readonly Pair[], weights: Float64Array, gradient: Float64Array): number {
  let value = 0;
  for (const { features, joined } of pairs) {
    let score = 0;
    for (const feature of features) score += weights[feature]!;
    const signed = joined ? score : -score;
    value += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    const error = 1 / (1 + Math.exp(-score)) - (joined ? 1 : 0);
    for (const feature of features) gradient[feature]! += error;
  }
  return value;
}
