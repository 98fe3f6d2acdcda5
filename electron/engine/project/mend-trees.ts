import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { Issue } from '#core/model/issue.ts';
import { invariant } from '#util/invariant.ts';
import { ok } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { makeEdits, readIssue, saveTree, sourceOf } from './issues.ts';
import { addEffect, addEntry, setStanding } from './journal.ts';
import { readingOf, treeOfReading } from './readings.ts';
import { replay } from './replay.ts';
import { write } from './store.ts';
import type { Store, Tx } from './store.ts';
import { takeUp } from './take-up.ts';
import { treePrint } from './tree-codec.ts';

/**
 * Makes anew each page whose tree is damaged and does not follow from the journal step by step: what people did is replayed on the machine's tree, as when a file is
 * read again, and what finds no place is listed on the page. Where it is not proved to be what it was, nothing on it stays approved. Returns how many there were.
 */
export function mendTrees(store: Store): number {
  const ids = store.db.all<{ id: IssueId }>('SELECT id FROM issue WHERE tree IS NOT NULL ORDER BY id').map(({ id }) => id);
  return ids.filter((id) => isDamaged(() => readIssue(store, id)) && !isDamaged(() => mendOne(store, id))).length;
}

/** Whether damage keeps something from being done: what is lost for good stays so, and keeps no project from being opened. */
function isDamaged(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof DamagedError) return true;
    throw error;
  }
}

function mendOne(store: Store, id: IssueId): void {
  const made = write(store, (tx) => {
    mend(tx, id);
    return ok(null);
  });
  invariant(made.ok, 'only the project\'s writer mends');
}

function mend(tx: Tx, id: IssueId): void {
  const reading = readingOf(tx.db, id);
  const fresh: Issue = { source: sourceOf(tx.store, id), ...treeOfReading(tx.db, reading) };
  const replayed = replay(tx.db, { id, issue: fresh }, fresh);
  const was = lastPrint(tx.db, id);
  let entry: EntryId | null = null;
  const entryFor = () => (entry ??= addEntry(tx, { who: '', origin: 'parser', label: 'mended' }));
  takeUp(tx, id, reading, replayed, entryFor);
  if (treePrint(replayed.issue) !== was) withdrawApprovals(tx, id, entryFor, replayed.issue);
}

/** The fingerprint of a page's tree after the last edit of it. */
const lastPrint = (db: Database, issue: IssueId): string | null =>
  db.get<{ after: string | null }>('SELECT after FROM effect WHERE issue = ? ORDER BY id DESC LIMIT 1', issue)?.after ?? null;

/** An approval is not taken over by a page it may not have seen. */
function withdrawApprovals(tx: Tx, id: IssueId, entryFor: () => EntryId, issue: Issue): void {
  const back = issue.articles.flatMap(({ id: article, status }): Edit[] => (status === 'approved' ? [{ kind: 'setStatus', article, status: 'in-work' }] : []));
  if (back.length === 0) return;
  const made = makeEdits(issue, back);
  invariant(made.ok, 'an article that is there can be set back');
  const { edits, inverse, before, after, bytes } = made.value;
  const entry = entryFor();
  const place = addEffect(tx, { entry, standsFor: entry, issue: id, deed: { kind: 'edits', edits, inverse }, before, after });
  saveTree(tx, id, tx.versionOf(id), bytes);
  setStanding(tx, { issue: id, entry, state: 'live', by: entry, deeds: entry, place });
}
