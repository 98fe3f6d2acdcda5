import type { Encoding } from '#contract/schemas/file.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue, Tree } from '#core/model/issue.ts';
import type { Split } from '#core/split/split-page.ts';
import { pack, unpack } from '../db/pack.ts';
import type { Database } from '../db/database.ts';
import type { PageReading } from './file-store.ts';
import { textHash } from './source-store.ts';
import { oweRules } from './rule-due.ts';
import type { Tx } from './store.ts';
import { readTree, writeTree } from './tree-codec.ts';

/** What an issue's current reading was made of. */
export type CurrentReading = { readonly hash: string; readonly encoding: Encoding; readonly encodingBy: PageReading['encodingOrigin']; readonly splitter: string };

export function currentReading(db: Database, issue: IssueId): CurrentReading {
  return db.get<CurrentReading>(
    `SELECT reading.hash, reading.encoding, reading.encoding_by AS encodingBy, reading.splitter
     FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`, issue,
  )!;
}

/** The reading an issue is on, by its id. */
export function readingOf(db: Database, issue: IssueId): number {
  return db.get<{ reading: number }>('SELECT reading FROM issue WHERE id = ?', issue)!.reading;
}

/** A machine's tree with its decisions as they are stored. */
export type PackedSplit = { readonly tree: Uint8Array; readonly decisions: Uint8Array; readonly version: string };

export function packSplit({ tree, decisions, version }: Split): PackedSplit {
  return { tree: writeTree(tree).bytes, decisions: pack(decisions), version };
}

/** Another reading of the bytes that reading `like` is of: split anew. It does not become the issue's current one. Returns its id. */
export function addSplit(tx: Tx, like: number, { tree, decisions, version }: PackedSplit): number {
  return tx.db.run(
    `INSERT INTO reading (issue, hash, encoding, encoding_by, encoding_candidates, text_hash, splitter, tree, decisions, read_at)
     SELECT issue, hash, encoding, encoding_by, encoding_candidates, text_hash, ?, ?, ?, ? FROM reading WHERE id = ?`,
    version, tree, decisions, tx.at, like,
  ).id;
}

/** The machine's tree of a reading. */
export function treeOfReading(db: Database, reading: number): Tree {
  return readTree(db.get<{ tree: Uint8Array }>('SELECT tree FROM reading WHERE id = ?', reading)!.tree);
}

/** What the machine decided in a reading. */
export function decisionsOfReading(db: Database, reading: number): readonly Decision[] {
  return unpack(db.get<{ decisions: Uint8Array }>('SELECT decisions FROM reading WHERE id = ?', reading)!.decisions);
}

/** The issue of these bytes: its current reading is of them, or a file of it holds them while it stays on the version that was approved. */
export function issueWithHash(db: Database, hash: string): IssueId | null {
  const current = db.get<{ id: IssueId }>('SELECT issue.id FROM reading JOIN issue ON issue.reading = reading.id WHERE reading.hash = ? ORDER BY issue.id LIMIT 1', hash);
  if (current) return current.id;
  return db.get<{ id: IssueId }>(
    'SELECT file.issue AS id FROM reading JOIN file ON file.issue = reading.issue AND file.hash = reading.hash WHERE reading.hash = ? ORDER BY file.issue LIMIT 1', hash,
  )?.id ?? null;
}

/** Writes a machine's reading down. It does not become the issue's current one. */
export function addReading(tx: Tx, issue: IssueId, page: PageReading): number {
  return tx.db.run(
    `INSERT INTO reading (issue, hash, encoding, encoding_by, encoding_candidates, text_hash, splitter, tree, decisions, read_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    issue, page.hash, page.encoding, page.encodingOrigin, JSON.stringify(page.encodingCandidates), textHash(page.source),
    page.splitter, writeTree(page.tree).bytes, pack(page.decisions), tx.at,
  ).id;
}

/** The reading of what an issue's file holds now, if it is not the one the issue has. */
export function waitingReading(tx: Tx, issue: IssueId): { readonly reading: number; readonly issue: Issue } | null {
  const row = tx.db.get<{ id: number; hash: string; encoding: Encoding; textHash: string; tree: Uint8Array }>(
    `SELECT id, hash, encoding, text_hash AS textHash, tree FROM reading
     WHERE issue = ?1 AND taken_up = 0 AND id > (SELECT reading FROM issue WHERE id = ?1) AND hash IN (SELECT hash FROM file WHERE issue = ?1)
     ORDER BY id DESC LIMIT 1`, issue,
  );
  return row ? { reading: row.id, issue: { source: tx.store.sources.text(row.hash, row.encoding, row.textHash), ...readTree(row.tree) } } : null;
}

/** Whether an issue may have such a reading; a quick look. */
export function hasWaiting(db: Database, issue: IssueId): boolean {
  return db.get('SELECT 1 FROM reading WHERE issue = ?1 AND taken_up = 0 AND id > (SELECT reading FROM issue WHERE id = ?1)', issue) !== undefined;
}

/** Makes a new issue out of a page. */
export function addIssue(tx: Tx, path: string, page: PageReading): IssueId {
  const { id } = tx.db.run('INSERT INTO issue (path, change) VALUES (?, ?)', path, tx.change);
  tx.db.run('UPDATE issue SET reading = ? WHERE id = ?', addReading(tx, id, page), id);
  oweRules(tx.db, id);
  tx.touch(id, 0);
  return id;
}

/** Makes a reading the issue's current one, with the tree that human edits made of it (`null`: none). Returns the issue's version. */
export function setReading(tx: Tx, issue: IssueId, reading: number, tree: Uint8Array | null): number {
  tx.db.run('UPDATE reading SET taken_up = 1 WHERE id = ?', reading);
  tx.db.run('UPDATE issue SET reading = ?, tree = ?, version = version + 1 WHERE id = ?', reading, tree, issue);
  const { version } = tx.db.get<{ version: number }>('SELECT version FROM issue WHERE id = ?', issue)!;
  tx.touch(issue, version);
  return version;
}
