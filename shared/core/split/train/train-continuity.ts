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

/** The weights that tell true pairs from false ones best (logistic regression with a quadratic penalty). */
export function trainContinuity(pairs: readonly Pair[]): Float64Array {
  return minimise(
    (weights, gradient) => {
      let value = 0;
      for (let i = 0; i < weights.length; i += 1) {
        value += (PENALTY / 2) * weights[i]! ** 2;
        gradient[i] = PENALTY * weights[i]!;
      }
      for (const { features, joined } of pairs) {
        let score = 0;
        for (const feature of features) score += weights[feature]!;
        const signed = joined ? score : -score;
        value += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
        const error = 1 / (1 + Math.exp(-score)) - (joined ? 1 : 0);
        for (const feature of features) gradient[feature]! += error;
      }
      return value;
    },
    CONTINUITY.size,
    { steps: STEPS, tolerance: 1e-4 },
  );
}
