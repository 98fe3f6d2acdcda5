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
import { unpack } from '../db/pack.ts';
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
  readonly machine: Uint8Array;
  readonly decisions: Uint8Array;
};

/** Reads an issue; null if there is none of this id. Throws DamagedError where stored bytes changed. */
export function loadIssue({ db, sources }: { readonly db: Database; readonly sources: SourceStore }, id: IssueId): StoredIssue | null {
  const row = db.get<Row>(
    `SELECT issue.version, issue.tree, issue.path, reading.hash, reading.encoding, reading.text_hash AS textHash, reading.tree AS machine, reading.decisions
     FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`, id,
  );
  if (!row) return null;
  const source = sources.text(row.hash, row.encoding, row.textHash);
  return {
    id,
    version: row.version,
    path: row.path,
    hash: row.hash,
    issue: { source, ...readTree(row.tree ?? row.machine) },
    machine: () => readTree(row.machine),
    decisions: () => unpack<readonly Decision[]>(row.decisions),
  };
}

/** The text an issue is of; '' if there is none of this id. Throws DamagedError where stored bytes changed. */
export function sourceOf({ db, sources }: { readonly db: Database; readonly sources: SourceStore }, id: IssueId): string {
  const row = db.get<Pick<Row, 'hash' | 'encoding' | 'textHash'>>('SELECT reading.hash, reading.encoding, reading.text_hash AS textHash FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?', id);
  return row ? sources.text(row.hash, row.encoding, row.textHash) : '';
}

/** Stores an issue's new tree under the next version. Returns the version. */
export function saveTree(tx: Tx, id: IssueId, version: number, bytes: Uint8Array): number {
  tx.db.run('UPDATE issue SET tree = ?, version = ? WHERE id = ?', bytes, version + 1, id);
  tx.touch(id, version + 1);
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
