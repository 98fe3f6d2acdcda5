import type { EntryId, FileId, IssueId } from '#contract/schemas/library.ts';
import type { Entry } from '#contract/schemas/project.ts';
import { unpack } from '../db/pack.ts';
import type { Database, Value } from '../db/database.ts';
import type { Deed } from './deed.ts';
import { PROJECT, standingIn } from './journal.ts';

type Row = Omit<Entry, 'issues' | 'live' | 'edits'> & { readonly issues: string; readonly live: number; readonly edits: number };

const OF_ISSUE = 'entry.id IN (SELECT entry FROM effect WHERE issue = ?1)';
const OF_PROJECT = `EXISTS (SELECT 1 FROM standing WHERE standing.issue = ?1 AND standing.entry IN (entry.id, entry.undoes, entry.redoes))`;

/** The history, newest first: of an issue, or (`null`) of what was done to the project and to many issues at once. `before` an entry, if given. */
export function listEntries(db: Database, issue: IssueId | null, before: EntryId | null, limit: number): readonly Entry[] {
  return entriesWhere(db, `${issue === null ? OF_PROJECT : OF_ISSUE} AND entry.id < ?2 ORDER BY entry.id DESC LIMIT ?3`, issue ?? PROJECT, before ?? Number.MAX_SAFE_INTEGER, limit);
}

/** Entries by their ids, in the order of these. */
export function entriesNamed(db: Database, ids: readonly EntryId[]): readonly Entry[] {
  const rows = entriesWhere(db, 'entry.id IN (SELECT value FROM json_each(?1))', JSON.stringify(ids));
  return ids.flatMap((id) => rows.find(({ entry }) => entry === id) ?? []);
}

function entriesWhere(db: Database, where: string, ...values: readonly Value[]): readonly Entry[] {
  const rows = db.all<Row>(
    `SELECT entry.id AS entry, entry.at, entry.who, entry.origin, entry.label, entry.undoes, entry.redoes,
       (SELECT coalesce(sum(edits), 0) FROM effect WHERE effect.entry = entry.id) AS edits,
       (SELECT json_group_array(DISTINCT issue) FROM effect WHERE effect.entry = entry.id AND issue IS NOT NULL) AS issues,
       EXISTS (${standingIn('1', 'entry.id', `'live'`)}) AS live
     FROM entry WHERE ${where}`, ...values,
  );
  return rows.map(({ issues, live, ...row }) => ({ ...row, issues: JSON.parse(issues) as IssueId[], live: live === 1 }));
}

/** Whether the journal speaks of a file that has no issue: undo and redo know it by its id, which no other may get. */
export function speaksOf(db: Database, file: FileId): boolean {
  const deeds = db.all<{ deed: Uint8Array }>('SELECT deed FROM effect WHERE issue IS NULL').map(({ deed }) => unpack<Deed>(deed));
  return deeds.some((deed) => deed.kind === 'encoding' && deed.file === file);
}

/** The files whose encoding an entry set or set back. */
export function encodingsSetBy(db: Database, entry: EntryId): readonly FileId[] {
  const deeds = db.all<{ deed: Uint8Array }>('SELECT deed FROM effect WHERE entry = ? AND edits = 1', entry).map(({ deed }) => unpack<Deed>(deed));
  return deeds.flatMap((deed) => (deed.kind === 'encoding' ? [deed.file] : []));
}
