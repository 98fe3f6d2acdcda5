import { isNearMiss } from '#core/model/decision.ts';
import type { Decision } from '#core/model/decision.ts';
import { surenessOf } from '#core/risk/open-decisions.ts';

/**
 * The probability of the weakest of an article's open decisions, or null where none is left: a person approved the article, or made or answered every
 * decision. What the machine nearly did is no decision that could be weak.
 */
export function confidenceOf(open: readonly Decision[]): number | null {
  const made = open.filter((decision) => !isNearMiss(decision));
  return made.length === 0 ? null : made.reduce((least, decision) => Math.min(least, surenessOf(decision)), 1);
}
