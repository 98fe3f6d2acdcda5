import type { UnplacedEdit } from '#contract/schemas/desk.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import { pack, unpack } from '../db/pack.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from './store.ts';

/** The problem of an approval that keeps its article, and with it the page, as it was before the file changed. */
export const APPROVED = 'approved';

export type UnplacedRow = { readonly entry: EntryId; readonly edit: AnchoredEdit; readonly was: string; readonly is: string; readonly problem: string };

/** An entry that was taken back waits for no place, but does again when it is redone. */
const TAKEN_BACK = `EXISTS (SELECT 1 FROM standing WHERE standing.issue = unplaced.issue AND standing.entry = unplaced.entry AND standing.state = 'undone')`;

/** Human edits that found no place in an issue's new reading, oldest first. */
export function unplacedOn(db: Database, issue: IssueId): readonly UnplacedRow[] {
  const rows = db.all<Omit<UnplacedRow, 'edit'> & { edit: Uint8Array }>(`SELECT entry, edit, was, "is", problem FROM unplaced WHERE issue = ? AND NOT ${TAKEN_BACK} ORDER BY id`, issue);
  return rows.map((row) => ({ ...row, edit: unpack<AnchoredEdit>(row.edit) }));
}

export function addUnplaced(tx: Tx, issue: IssueId, { entry, edit, was, is, problem }: UnplacedRow): void {
  tx.db.run('INSERT INTO unplaced (issue, entry, edit, was, "is", problem) VALUES (?, ?, ?, ?, ?, ?)', issue, entry, pack(edit), was, is, problem);
}

/** Takes approvals off the list, of one entry or (`null`) of all: nothing waits for them any more, or the list is about to be made anew. */
export function unpin(tx: Tx, issue: IssueId, entry: EntryId | null = null): void {
  tx.db.run('DELETE FROM unplaced WHERE issue = ?1 AND problem = ?2 AND entry = coalesce(?3, entry)', issue, APPROVED, entry);
}

/** Lets go of what could not be placed: of one entry, or of all that were not taken back. */
export function dropUnplaced(tx: Tx, issue: IssueId, entry: EntryId | null): void {
  if (entry === null) tx.db.run(`DELETE FROM unplaced WHERE issue = ? AND NOT ${TAKEN_BACK}`, issue);
  else tx.db.run('DELETE FROM unplaced WHERE issue = ? AND entry = ?', issue, entry);
}

/** The same as the window is told it. */
export function toUnplacedEdit({ edit, ...row }: UnplacedRow): UnplacedEdit {
  // The contract's types are the mutable twins of the core's.
  return { ...row, edit: edit.edit as UnplacedEdit['edit'] };
}
