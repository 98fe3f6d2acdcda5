import { CONTINUITY, breaksOff, continuityFeatures } from '../../flow/continuity.ts';
import type { Page } from '../../parse/page.ts';
import { type Case, logisticLoss, trainLogistic } from './logistic.ts';
import type { Truth } from './truth.ts';

/** Two fragments and whether the second goes on with the first. */
export type Pair = Case;

/** Other fragments that each true continuation is held against. */
const RIVALS = 40;

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
      so: below === continues,
    }));
  });
}

const PENALTY = 2;

/** The weights that tell true pairs from false ones best. */
export function trainContinuity(pairs: readonly Pair[], penalty = PENALTY, prior?: Float64Array): Float64Array {
  return trainLogistic(pairs, CONTINUITY.size, penalty, prior);
}

/** How unlikely weights make what is known of the pairs. */
export const continuityLoss = logisticLoss;
