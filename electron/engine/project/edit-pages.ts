import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { Settlement } from '#core/model/settlement.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { Ahead } from './ahead.ts';
import type { Asker } from './ahead.ts';
import { decide } from './decide.ts';
import type { Act, Deciding } from './decide.ts';
import { packDeed } from './deed.ts';
import type { PackedDeed } from './deed.ts';
import { Making, loadIssue, makeAct, makeEdits, saveTree } from './issues.ts';
import type { StoredIssue } from './issues.ts';
import { addEffect, answered } from './journal.ts';
import { approvedBy, mintPublicIds } from './public-ids.ts';
import type { Placed } from './public-ids.ts';
import { withSeen } from './settlements.ts';
import type { SettledRow } from './settlements.ts';
import { proveLedger } from './store.ts';
import type { Store } from './store.ts';

/** What is to be done to a page: edits, none where it is to be left, what is answered with them, and what is told of it afterwards. Of a quiet act they may be carried out already. */
export type PageWork<T> = { readonly edits: readonly Edit[] | Making; readonly answers?: readonly Settlement[]; readonly told: T };

const NO_ANSWERS: readonly SettledRow[] = [];

type Written = { readonly version: number; readonly deed: PackedDeed; readonly bytes: Uint8Array; readonly before: string; readonly after: string; readonly answers: readonly SettledRow[]; readonly approved: readonly Placed[] };
type Edited<T> = { readonly written: Written | null; readonly told: T };

/**
 * Edits many pages as one entry in one transaction, and answers with what `tell` makes of all that was told; what it decides itself is of the same entry. The edits are worked out ahead, page by page, with calls
 * answered in between; until all is written down it can be cancelled, and nothing was done. A page that is changed meanwhile is worked out anew.
 */
export async function editPages<P extends { readonly issue: IssueId }, T, R>(
  store: Store, act: Act, pages: readonly P[], asker: Asker | null, workOf: (stored: StoredIssue, page: P) => PageWork<T>, tell: (told: readonly T[], deciding: Deciding) => R,
): Promise<Result<R, AppError>> {
  const ahead = new Ahead(store, (page: P) => workedOut(store, act, page, workOf), { texts: () => true });
  if (!store.readOnly && answered(store.db, act.once) === undefined && !(await ahead.prepare(pages, asker))) return fail({ code: 'cancelled' });
  return decide(store, act, true, (deciding) => {
    const told: T[] = [];
    const editedOf = ahead.taking();
    for (const page of pages) {
      const edited = editedOf(page);
      if (!edited.ok) return edited;
      if (!edited.value) continue;
      if (edited.value.written) putDown(deciding, page.issue, edited.value.written);
      told.push(edited.value.told);
    }
    return ok(tell(told, deciding));
  });
}

function workedOut<P extends { readonly issue: IssueId }, T>(store: Store, { origin, isQuiet }: Act, page: P, workOf: (stored: StoredIssue, page: P) => PageWork<T>): Result<Edited<T> | null, AppError> {
  const stored = loadIssue(store, page.issue);
  if (!stored) return ok(null);
  const { edits, answers = [], told } = workOf(stored, page);
  if ((edits instanceof Making ? edits.count : edits.length) === 0) return ok({ written: null, told });
  const isByPerson = origin !== 'rule' && isQuiet !== true; // only people take an article into work
  const made = edits instanceof Making ? ok(edits.made()) : isByPerson ? makeAct(stored.issue, edits) : makeEdits(stored.issue, edits);
  if (!made.ok) return made;
  proveLedger(store, made.value.issue);
  const { bytes, inverse, before, after } = made.value;
  return ok({ written: { version: stored.version, deed: packDeed({ kind: 'edits', edits: made.value.edits, inverse }), bytes, before, after, answers: answers.length === 0 ? NO_ANSWERS : withSeen(stored.machine(), answers), approved: approvedBy(made.value.edits.map(({ edit }) => edit), made.value.issue) }, told });
}

function putDown(deciding: Deciding, issue: IssueId, { version, deed, bytes, before, after, answers, approved }: Written): void {
  const { tx, entry } = deciding;
  deciding.did(issue, addEffect(tx, { entry, standsFor: entry, issue, deed, before, after }));
  saveTree(tx, issue, version, bytes);
  mintPublicIds(tx, issue, approved);
  if (answers.length > 0) deciding.set(issue, { kind: 'settle', before: [], after: answers });
}
