import { DECISION_KINDS } from './decision.ts';
import type { DecisionKind } from './decision.ts';
import type { Tree } from './issue.ts';

/** What a person can answer about: each kind of the machine's decisions, and what a check found. */
export const SETTLED_KINDS = [...DECISION_KINDS, 'finding'] as const satisfies readonly (DecisionKind | 'finding')[];
export type SettledKind = (typeof SETTLED_KINDS)[number];

export const VERDICTS = ['right', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A person's answer to a decision: it is right as it is, it was wrong, or (null) the answer is taken back. `subject` is the decision's. */
export type Settlement = { readonly kind: SettledKind; readonly subject: string; readonly verdict: Verdict | null };

/** How an answer is found again: one for each kind and subject. */
export const settlementKey = (kind: SettledKind, subject: string): string => `${kind} ${subject}`;

/** The answers that stand, by their keys. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/** The answers with some given, changed or taken back. */
export function withSettlements(verdicts: Verdicts, settlements: readonly Settlement[]): Verdicts {
  const next = new Map(verdicts);
  for (const { kind, subject, verdict } of settlements) {
    if (verdict === null) next.delete(settlementKey(kind, subject));
    else next.set(settlementKey(kind, subject), verdict);
  }
  return next;
}

/** What takes settlements back: for each the answer that stood before. */
export function settlementsBefore(verdicts: Verdicts, settlements: readonly Settlement[]): readonly Settlement[] {
  return settlements.map(({ kind, subject }) => ({ kind, subject, verdict: verdicts.get(settlementKey(kind, subject)) ?? null }));
}

/**
 * What a confirmation of the aside is of: which passages stand there. Another passage set aside, or one taken out, and it no longer holds;
 * that taken back, it holds again. Empty where nothing stands aside: there is nothing to confirm.
 */
export function asideMark({ aside }: Pick<Tree, 'aside'>): string {
  return aside.map(({ id }) => id as string).toSorted().join(' ');
}
