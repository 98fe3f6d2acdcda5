import type { AppError } from '#contract/app-error.ts';
import type { Encoding } from '#contract/schemas/file.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { apply, invert } from '#core/edits/apply.ts';
import type { Edit, EditError } from '#core/edits/edit.ts';
import { anchorsOf } from '#core/edits/rebase/anchor.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue, Tree } from '#core/model/issue.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { decisionsOfReading, treeOfReading } from './readings.ts';
import type { SourceStore } from './source-store.ts';
import type { Tx } from './store.ts';
import { readTree, treePrint, writeTree } from './tree-codec.ts';

/** An issue as it stands, with the machine's part of it. */
export type StoredIssue = {
  readonly id: IssueId;
  readonly version: number;
  readonly path: string;
  readonly hash: string;
  readonly issue: Issue;
  readonly machine: () => Tree; // as the machine read it
  readonly decisions: () => readonly Decision[];
};

type Row = {
  readonly version: number;
  readonly tree: Uint8Array | null;
  readonly path: string;
  readonly hash: string;
  readonly encoding: Encoding;
  readonly textHash: string;
  readonly reading: number;
  readonly machine: Uint8Array | null; // where the tree is not another
};

/** Reads an issue; null if there is none of this id. Throws DamagedError where stored bytes changed. */
export function loadIssue({ db, sources }: { readonly db: Database; readonly sources: SourceStore }, id: IssueId): StoredIssue | null {
  const row = db.get<Row>(
    `SELECT issue.version, issue.tree, issue.path, issue.reading, reading.hash, reading.encoding, reading.text_hash AS textHash,
       CASE WHEN issue.tree IS NULL THEN reading.tree END AS machine
     FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`, id,
  );
  if (!row) return null;
  const source = sources.text(row.hash, row.encoding, row.textHash);
  return {
    id,
    version: row.version,
    path: row.path,
    hash: row.hash,
    issue: { source, ...readTree(row.tree ?? row.machine!) },
    machine: () => (row.machine ? readTree(row.machine) : treeOfReading(db, row.reading)), // an edit needs neither this nor what was decided
    decisions: () => decisionsOfReading(db, row.reading),
  };
}

/** The text an issue is of; '' if there is none of this id. Throws DamagedError where stored bytes changed. */
export function sourceOf({ db, sources }: { readonly db: Database; readonly sources: SourceStore }, id: IssueId): string {
  const row = db.get<Pick<Row, 'hash' | 'encoding' | 'textHash'>>('SELECT reading.hash, reading.encoding, reading.text_hash AS textHash FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?', id);
  return row ? sources.text(row.hash, row.encoding, row.textHash) : '';
}

/** Stores an issue's new tree under the next version. Returns the version. */
export function saveTree(tx: Tx, id: IssueId, version: number, bytes: Uint8Array): number {
  tx.db.run('UPDATE issue SET tree = ?, version = ?, change = ? WHERE id = ?', bytes, version + 1, tx.change, id);
  tx.touched(id, version + 1);
  return version + 1;
}

/** A group of edits as it was carried out: with anchors, with what takes it back, with the tree's prints before and after. */
export type Made = {
  readonly issue: Issue;
  readonly edits: readonly AnchoredEdit[];
  readonly inverse: readonly Edit[];
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
};

/** Carries out a group of edits on an issue in memory: all of them, or the error of the first that cannot be made. */
export function makeEdits(issue: Issue, edits: readonly Edit[]): Result<Made, AppError> {
  const anchored: AnchoredEdit[] = [];
  const inverse: Edit[] = [];
  let now = issue;
  for (const edit of edits) {
    const next = apply(now, edit);
    if (!next.ok) return fail(refusal(next.error));
    anchored.push({ edit, anchors: anchorsOf(now, edit) });
    inverse.unshift(invert(now, edit));
    now = next.value;
  }
  const { bytes, print } = writeTree(now);
  return ok({ issue: now, edits: anchored, inverse, bytes, before: treePrint(issue), after: print });
}

/** An EditError as the window is told it. */
export function refusal(error: EditError): AppError {
  return { code: 'edit-refused', edit: error.code, passage: 'passage' in error ? error.passage : null };
}
