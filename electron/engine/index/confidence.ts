import type { Decision } from '#core/model/decision.ts';
import { surenessOf } from '#core/risk/open-decisions.ts';

/** The probability of the weakest of an article's open decisions, or null where none is left: a person approved the article, or made or answered every decision. */
export function confidenceOf(open: readonly Decision[]): number | null {
  return open.length === 0 ? null : open.reduce((least, decision) => Math.min(least, surenessOf(decision)), 1);
}
