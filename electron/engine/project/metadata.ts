import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import { UNKNOWN, parsePattern } from '#core/metadata/file-name-pattern.ts';
import type { NamePattern } from '#core/metadata/file-name-pattern.ts';
import type { Database } from '../db/database.ts';
import { FIELDS } from './deed.ts';
import type { FieldValue, FieldValues } from './deed.ts';
import { readSettings } from './settings.ts';
import type { Tx } from './store.ts';

type Row = { readonly [K in keyof Metadata | `${keyof Metadata}_by`]: string } & { readonly version: number; readonly path: string };
const COLUMNS = FIELDS.flatMap((field) => [field, `${field}_by`]).join(', ');

/** What is known of an issue beside its text, each value with its origin; null if there is no such issue. */
export function readMetadata(db: Database, issue: IssueId): Readonly<Required<FieldValues>> | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM issue WHERE id = ?`, issue);
  if (!row) return null;
  const value = (field: keyof Metadata) => ({ value: row[field], by: row[`${field}_by`] }) as FieldValue;
  return { newspaper: value('newspaper'), edition: value('edition'), date: value('date'), page: value('page') };
}

/** Sets values of an issue's metadata. */
export function putMetadata(tx: Tx, issue: IssueId, values: FieldValues): void {
  for (const field of FIELDS) {
    const value = values[field];
    if (value) tx.db.run(`UPDATE issue SET ${field} = ?, ${field}_by = ? WHERE id = ?`, value.value, value.by, issue);
  }
  tx.touch(issue, tx.db.get<{ version: number }>('SELECT version FROM issue WHERE id = ?', issue)!.version);
}

/** The project's file-name pattern, ready to be used. One that does not parse reads nothing. */
export function namePattern(db: Database): NamePattern {
  const parsed = parsePattern(readSettings(db, '').fileNamePattern);
  return parsed.ok ? parsed.value : () => UNKNOWN;
}

/** Reads an issue's metadata from its path once more. What a person set stays. Returns whether anything changed. */
export function deriveMetadata(tx: Tx, issue: IssueId, pattern: NamePattern): boolean {
  const { path } = tx.db.get<{ path: string }>('SELECT path FROM issue WHERE id = ?', issue)!;
  const now = readMetadata(tx.db, issue)!;
  const named = pattern(path);
  const changed: Record<string, FieldValue> = {};
  for (const field of FIELDS) {
    if (now[field].by === 'file-name' && now[field].value !== named[field]) changed[field] = { value: named[field], by: 'file-name' };
  }
  if (Object.keys(changed).length === 0) return false;
  putMetadata(tx, issue, changed);
  return true;
}

/** The same for every issue, after the pattern was changed. */
export function deriveAllMetadata(tx: Tx): void {
  const pattern = namePattern(tx.db);
  for (const { id } of tx.db.all<{ id: IssueId }>('SELECT id FROM issue')) deriveMetadata(tx, id, pattern);
}
