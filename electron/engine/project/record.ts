import type { IssueId } from '#contract/schemas/library.ts';
import type { NamePattern } from '#core/metadata/file-name-pattern.ts';
import { isSameSplitter } from '#core/split/version.ts';
import { assertNever } from '#util/assert-never.ts';
import { invariant } from '#util/invariant.ts';
import { ok } from '#util/result.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import type { FileReport, FileStore, KnownFile } from './file-store.ts';
import { speaksOf } from './entries.ts';
import { fileAt, filesOf, knownFiles } from './files.ts';
import { deriveMetadata, namePattern } from './metadata.ts';
import { recordNewVersion, recordOwnIssue } from './new-version.ts';
import { addIssue, currentReading, issueWithHash } from './readings.ts';
import { write } from './store.ts';
import { unpin } from './unplaced.ts';
import type { Store, Tx } from './store.ts';

type ReadReport = Extract<FileReport, { kind: 'read' }>;

/** What reading the folder needs of the project: see `FileStore`. */
export function fileStore(store: Store): FileStore {
  return {
    known: () => knownFiles(store.db),
    find: (path) => fileAt(store.db, path),
    record: (reports) => record(store, reports),
  };
}

function record(store: Store, reports: readonly FileReport[]): void {
  if (reports.length === 0 || !store.isInPlace()) return; // what is not written down is found anew by the next look
  const read = reports.filter((report) => report.kind === 'read');
  // Bytes first: project.db never speaks of a version that sources.db does not hold.
  store.sources.keep(read.map(({ bytes, page }) => ({ hash: page.hash, bytes, encoding: page.encoding, text: page.source, isLayout: page.isLayout ?? false })));
  const done = write(store, (tx) => {
    const pattern = namePattern(tx.db);
    // What is gone first, so that the same bytes at a new path are seen to be a rename.
    for (const report of reports) if (report.kind === 'missing') recordMissing(tx, report.path, pattern);
    for (const report of reports) if (report.kind !== 'missing') recordReport(tx, report, pattern);
    tx.touchFiles();
    return ok(null);
  });
  invariant(done.ok, 'the folder is read only by the project\'s writer');
}

function recordReport(tx: Tx, report: Exclude<FileReport, { kind: 'missing' }>, pattern: NamePattern): void {
  const known = fileAt(tx.db, report.path);
  switch (report.kind) {
    case 'read':
      return unlessDamaged(tx, report, known, () => recordRead(tx, report, known, pattern));
    case 'problem':
      return putFile(tx, known, { ...report, state: 'problem', hash: known?.hash ?? null, issue: known?.issue ?? null });
    case 'waiting':
      return putFile(tx, known, { ...report, state: 'waiting', problem: null, hash: known?.hash ?? null, issue: known?.issue ?? null });
    case 'touched':
      invariant(known, 'only a known file can be touched');
      putFile(tx, known, { ...report, state: known.issue === null ? known.state : 'read', problem: known.issue === null ? known.problem : null, hash: known.hash, issue: known.issue });
      if (known.issue !== null) refreshPath(tx, known.issue, pattern);
      return;
    default:
      return assertNever(report);
  }
}

/**
 * Reads a file into its page. Where what is kept of that page is damaged, the file is listed with that, and is read again with the next look: of one page nothing
 * may keep the others from being read.
 */
function unlessDamaged(tx: Tx, { path, size, modified }: ReadReport, known: KnownFile | null, take: () => void): void {
  if (!known || known.issue === null) return take(); // nothing is kept of it yet
  tx.db.exec('SAVEPOINT page');
  try {
    take();
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    tx.db.exec('ROLLBACK TO page');
    putFile(tx, known, { path, size, modified, state: 'problem', problem: 'page-damaged', hash: known.hash, issue: known.issue });
  }
  tx.db.exec('RELEASE page');
}

/** A path is gone. What was decided about it or its issue stays; a path of which nothing was ever read or decided is forgotten. */
function recordMissing(tx: Tx, path: string, pattern: NamePattern): void {
  const known = fileAt(tx.db, path);
  if (!known) return;
  if (known.issue === null && !speaksOf(tx.db, known.file)) {
    tx.db.run('DELETE FROM file WHERE id = ?', known.file);
    return;
  }
  tx.db.run(`UPDATE file SET state = 'missing', problem = NULL WHERE id = ?`, known.file);
  if (known.issue !== null) refreshPath(tx, known.issue, pattern);
}

function recordRead(tx: Tx, report: ReadReport, known: KnownFile | null, pattern: NamePattern): void {
  const { page } = report;
  const file = { ...report, state: 'read', problem: null, hash: page.hash } as const;
  const elsewhere = issueWithHash(tx.db, page.hash);
  if (known && known.issue !== null) {
    const issue = issueOfChanged(tx, report, known, known.issue, elsewhere);
    putFile(tx, known, { ...file, issue });
    refreshPath(tx, known.issue, pattern);
    if (issue !== known.issue) refreshPath(tx, issue, pattern);
    return;
  }
  const renamed = elsewhere === null ? undefined : filesOf(tx.db, elsewhere).find(({ state, hash }) => state === 'missing' && hash === page.hash);
  if (renamed) {
    if (known) tx.db.run('DELETE FROM file WHERE id = ?', known.file);
    tx.db.run('UPDATE file SET path = ? WHERE id = ?', report.path, renamed.file);
    putFile(tx, { ...renamed, path: report.path }, { ...file, issue: elsewhere });
    refreshPath(tx, elsewhere!, pattern);
    return;
  }
  const issue = elsewhere ?? addIssue(tx, report.path, page);
  putFile(tx, known, { ...file, issue });
  if (elsewhere === null) deriveMetadata(tx, issue, pattern);
  else refreshPath(tx, issue, pattern);
}

/** The issue of a path that already had one, now that it was read again. */
function issueOfChanged(tx: Tx, { path, page }: ReadReport, known: KnownFile, issue: IssueId, elsewhere: IssueId | null): IssueId {
  const current = currentReading(tx.db, issue);
  if (current.hash === page.hash) {
    const same = isSameSplitter(current.splitter, page.splitter) && current.encoding === page.encoding && current.encodingBy === page.encodingOrigin;
    // A person's word about one path holds for the others that have the same bytes.
    const settled = page.encodingOrigin !== 'person' && filesOf(tx.db, issue).some(({ encodingByPerson }) => encodingByPerson !== null);
    if (same || settled) unpin(tx, issue);
    else recordNewVersion(tx, issue, page);
    return issue;
  }
  if (elsewhere !== null && elsewhere !== issue) return elsewhere;
  // Where the issue stays on what was approved, its reading and its file are of different bytes.
  const held = new Set([current.hash, known.hash]);
  held.delete(null);
  const others = known.hash !== page.hash && filesOf(tx.db, issue).some((other) => other.file !== known.file && other.state !== 'missing' && held.has(other.hash));
  if (others) return recordOwnIssue(tx, issue, path, page);
  recordNewVersion(tx, issue, page);
  return issue;
}

type FileRow = Pick<KnownFile, 'path' | 'state' | 'problem' | 'size' | 'modified' | 'hash' | 'issue'>;

function putFile(tx: Tx, known: KnownFile | null, { path, state, problem, size, modified, hash, issue }: FileRow): void {
  if (known) {
    tx.db.run(
      'UPDATE file SET state = ?, problem = ?, size = ?, modified = ?, hash = ?, issue = ? WHERE id = ?',
      state, problem, size, modified, hash, issue, known.file,
    );
  } else {
    tx.db.run(
      'INSERT INTO file (path, state, problem, size, modified, hash, issue) VALUES (?, ?, ?, ?, ?, ?, ?)',
      path, state, problem, size, modified, hash, issue,
    );
  }
}

/** An issue goes by the oldest of its paths that is there; if none is, by the one it last went by. */
function refreshPath(tx: Tx, issue: IssueId, pattern: NamePattern): void {
  const there = filesOf(tx.db, issue).find(({ state }) => state !== 'missing');
  const now = tx.db.get<{ path: string; version: number }>('SELECT path, version FROM issue WHERE id = ?', issue)!;
  if (!there || there.path === now.path) return;
  tx.db.run('UPDATE issue SET path = ? WHERE id = ?', there.path, issue);
  tx.touch(issue, now.version);
  deriveMetadata(tx, issue, pattern);
}
