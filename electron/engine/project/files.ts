import type { Encoding, FileProblem, IssueFile } from '#contract/schemas/file.ts';
import type { FileId, IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import type { KnownFile } from './file-store.ts';

type Row = {
  readonly file: FileId;
  readonly path: string;
  readonly state: KnownFile['state'];
  readonly problem: FileProblem | null;
  readonly size: number;
  readonly modified: number;
  readonly hash: string | null;
  readonly issue: IssueId | null;
  readonly encodingByPerson: Encoding | null;
};

const COLUMNS = 'id AS file, path, state, problem, size, modified, hash, issue, encoding_by_person AS encodingByPerson';

/** Every path the project knows, by path. */
export function knownFiles(db: Database): readonly KnownFile[] {
  return db.all<Row>(`SELECT ${COLUMNS} FROM file ORDER BY path`);
}

/** What is known of a path. */
export function fileAt(db: Database, path: string): KnownFile | null {
  return db.get<Row>(`SELECT ${COLUMNS} FROM file WHERE path = ?`, path) ?? null;
}

export function fileById(db: Database, file: FileId): KnownFile | null {
  return db.get<Row>(`SELECT ${COLUMNS} FROM file WHERE id = ?`, file) ?? null;
}

/** The paths of an issue, oldest first. */
export function filesOf(db: Database, issue: IssueId): readonly KnownFile[] {
  return db.all<Row>(`SELECT ${COLUMNS} FROM file WHERE issue = ? ORDER BY id`, issue);
}

/** A file as the window is told of it. */
export function toIssueFile(db: Database, known: KnownFile): IssueFile {
  const reading = known.issue === null ? undefined : db.get<{ encoding: Encoding; by: NonNullable<IssueFile['encodingOrigin']>; candidates: string }>(
    `SELECT reading.encoding, reading.encoding_by AS by, reading.encoding_candidates AS candidates
     FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`, known.issue,
  );
  const { file, path, issue, state, problem, size } = known;
  return {
    file, path, issue, state, problem, size,
    encoding: reading?.encoding ?? null,
    encodingOrigin: reading?.by ?? null,
    encodingCandidates: reading ? JSON.parse(reading.candidates) as Encoding[] : [],
  };
}

export type FileSelection = 'all' | 'problems' | 'missing' | 'ask';

const WHERE: Readonly<Record<FileSelection, string>> = {
  all: '1',
  problems: `file.state = 'problem'`,
  missing: `file.state = 'missing'`,
  ask: `EXISTS (SELECT 1 FROM issue JOIN reading ON reading.id = issue.reading
    WHERE issue.id = file.issue AND reading.encoding_by <> 'person' AND json_array_length(reading.encoding_candidates) > 1)`,
};

/** A stretch of the files of one kind, by path, and how many there are. */
export function listFiles(db: Database, only: FileSelection, offset: number, limit: number): { readonly total: number; readonly files: readonly IssueFile[] } {
  const where = WHERE[only];
  const { total } = db.get<{ total: number }>(`SELECT count(*) AS total FROM file WHERE ${where}`)!;
  const rows = db.all<Row>(`SELECT ${COLUMNS} FROM file WHERE ${where} ORDER BY path LIMIT ? OFFSET ?`, limit, offset);
  return { total, files: rows.map((row) => toIssueFile(db, row)) };
}
