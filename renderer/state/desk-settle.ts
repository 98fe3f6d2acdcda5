import type { Issue } from '#core/model/issue.ts';
import { asideMark, settlementKey, withSettlements } from '#core/model/settlement.ts';
import type { Settlement, Verdicts } from '#core/model/settlement.ts';
import type { AcceptedWording } from '#contract/schemas/accepted.ts';
import type { OpenIssue } from '#contract/schemas/desk.ts';

/** What a person answers in one act, beside its edits: to the machine's decisions, whether what stands aside belongs there, and which wordings are right wherever they stand. */
export type Answers = { readonly settle: readonly Settlement[]; readonly confirmAside: boolean | null; readonly accept?: readonly AcceptedWording[] };

export const NO_ANSWERS: Answers = { settle: [], confirmAside: null };

export const yes = (kind: Settlement['kind'], subject: string): Answers => ({ settle: [{ kind, subject, verdict: 'right' }], confirmAside: null });

export const no = (kind: Settlement['kind'], subject: string): Answers => ({ settle: [{ kind, subject, verdict: 'wrong' }], confirmAside: null });

/** Says whether what stands aside belongs there. */
export const confirming = (confirmAside: boolean): Answers => ({ settle: [], confirmAside });

/** The answers as the engine told them, by what they are to. */
export function verdictsOf(settled: OpenIssue['settled']): Verdicts {
  return new Map(settled.map(({ kind, subject, verdict }) => [settlementKey(kind, subject), verdict]));
}

/** The part of a page that acts change. */
type Answered = { readonly issue: Issue; readonly settled: Verdicts; readonly asideConfirmed: boolean };

/** The page after an act: with its edits made and its answers given. A confirmed aside that is no longer the same is confirmed no longer. */
export function withAct<T extends Answered>(page: T, issue: Issue, { settle, confirmAside }: Answers): T {
  const sameAside = page.issue.aside === issue.aside || asideMark(page.issue) === asideMark(issue);
  return {
    ...page,
    issue,
    settled: settle.length > 0 ? withSettlements(page.settled, settle) : page.settled,
    asideConfirmed: issue.aside.length === 0 || (confirmAside ?? (page.asideConfirmed && sameAside)),
  };
}

/** The subject of an answer that is not as it was; null where all are. */
export function firstAnswerChanged(before: Verdicts, after: Verdicts): string | null {
  const changed = [...before.keys(), ...after.keys()].find((key) => before.get(key) !== after.get(key));
  return changed === undefined ? null : changed.slice(changed.indexOf(' ') + 1);
}
