import type { AppError } from '#contract/app-error.ts';
import { ACCEPTED_SCOPES } from '#contract/schemas/accepted.ts';
import type { AcceptedWording } from '#contract/schemas/accepted.ts';
import type { Saved } from '#contract/schemas/desk.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import { asideMark } from '#core/model/settlement.ts';
import type { Settlement } from '#core/model/settlement.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import type { FieldDeed } from './deed.ts';
import { loadIssue, makeAct, saveMade } from './issues.ts';
import { PROJECT, addEffect, addEntry, answered, lastStanding, newestOn, remember, setStanding } from './journal.ts';
import { approvedBy, mintPublicIds } from './public-ids.ts';
import { onTopOfNow, recordDeed } from './put-deed.ts';
import { signerOf } from './settings.ts';
import { withSeen } from './settlements.ts';
import { write } from './store.ts';
import type { Store, Tx } from './store.ts';

export type EditRequest = { readonly once: string; readonly issue: IssueId; readonly version: number; readonly edits: readonly Edit[] };

/** What a person answers besides: to the machine's decisions, whether what stands aside belongs there, and which wordings are right wherever they stand. */
export type Answers = { readonly settle?: readonly Settlement[] | undefined; readonly confirmAside?: boolean | undefined; readonly accept?: readonly AcceptedWording[] | undefined };

/** Whether an issue has something to undo and something to redo. */
export function canTurn(db: Database, issue: IssueId): { readonly canUndo: boolean; readonly canRedo: boolean } {
  return { canUndo: lastStanding(db, issue, 'live') !== undefined, canRedo: lastStanding(db, issue, 'undone') !== undefined };
}

/** One act of a person on one issue: a journal entry of its own. */
export function editIssue(store: Store, request: EditRequest & Answers & { readonly label: string }): Result<Saved, AppError> {
  return answerOnce(store, request.once, (tx) => carryOut(tx, request, () => (
    addEntry(tx, { who: signerOf(tx), origin: 'person', label: request.label })
  )));
}

/** A stretch of typing: part of the entry of its run while nothing else has been done to the issue since, else an entry of its own. */
export function typeInIssue(store: Store, request: EditRequest & { readonly run: string }): Result<Saved, AppError> {
  return answerOnce(store, request.once, (tx) => carryOut(tx, request, () => (
    runUnderWay(tx.db, request.issue, request.run)
    ?? addEntry(tx, { who: signerOf(tx), origin: 'person', label: request.edits.every(({ kind }) => kind === 'setNote') ? 'note' : 'typing', run: request.run })
  )));
}

/** The entry of a run of typing, if it is live and the last thing that was done to the issue. */
function runUnderWay(db: Database, issue: IssueId, run: string): EntryId | null {
  const newest = newestOn(db, issue);
  const entry = newest === null ? undefined : db.get<{ run: string | null }>('SELECT run FROM entry WHERE id = ?', newest);
  return entry?.run === run ? newest : null;
}

function carryOut(tx: Tx, { issue: id, version, edits, settle = [], confirmAside, accept = [] }: EditRequest & Answers, entryFor: () => EntryId): Result<Saved, AppError> {
  const stored = loadIssue(tx.store, id);
  if (!stored) return fail({ code: 'no-such-issue' });
  if (stored.version !== version) return fail({ code: 'issue-moved-on', version: stored.version });
  const made = makeAct(stored.issue, edits);
  if (!made.ok) return made;
  const entry = entryFor();
  let place = 0;
  if (edits.length > 0) {
    const { inverse, before, after } = made.value;
    place = addEffect(tx, { entry, standsFor: entry, issue: id, deed: { kind: 'edits', edits: made.value.edits, inverse }, before, after });
    saveMade(tx, stored, made.value);
    mintPublicIds(tx, id, approvedBy(edits, made.value.issue));
    tx.checkLedger(made.value.issue);
  }
  const put = (deed: FieldDeed) => (place = recordDeed(tx, { entry, standsFor: entry, issue: id }, onTopOfNow(tx.store, id, deed)));
  if (settle.length > 0) put({ kind: 'settle', before: [], after: withSeen(stored.machine(), settle) });
  if (confirmAside !== undefined) put({ kind: 'aside', before: null, after: confirmAside ? asideMark(made.value.issue) : null });
  setStanding(tx, { issue: id, entry, state: 'live', by: entry, deeds: entry, place });
  if (accept.length > 0) acceptWith(tx, entry, accept);
  return ok({ entry, version: tx.versionOf(id), savedAt: tx.at, canUndo: true, canRedo: lastStanding(tx.db, id, 'undone') !== undefined });
}

/** Accepts wordings as part of an entry that is of an issue as well: taken back there or with the project, it is taken back whole. */
function acceptWith(tx: Tx, entry: EntryId, wordings: readonly AcceptedWording[]): void {
  const by = { who: signerOf(tx), at: tx.at };
  const to = { entry, standsFor: entry, issue: PROJECT };
  let place = 0;
  for (const scope of ACCEPTED_SCOPES) {
    const after = wordings.filter((one) => one.scope === scope).map(({ check, text }) => ({ check, text, by }));
    if (after.length > 0) place = recordDeed(tx, to, onTopOfNow(tx.store, PROJECT, { kind: 'accepted', scope, before: [], after }));
  }
  setStanding(tx, { issue: PROJECT, entry, state: 'live', by: entry, deeds: entry, place });
}

/** Runs a deciding call once: the same key again gets the first answer. */
function answerOnce(store: Store, once: string, body: (tx: Tx) => Result<Saved, AppError>): Result<Saved, AppError> {
  const result = write(store, (tx) => {
    const made = body(tx);
    return made.ok && !remember(tx, once, made.value.entry, made.value) ? fail(KEY_IN_USE) : made;
  });
  if (result.ok) return result;
  // What was done already is refused when it is sent again: the page has moved on, by that very act. So nobody else pays for the question.
  const before = answered(store.db, once);
  return before === undefined ? result : ok(before as Saved);
}

const KEY_IN_USE = { code: 'bad-request', where: 'once' } as const satisfies AppError; // never told: that key has an answer
