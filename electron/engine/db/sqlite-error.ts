import { basename } from 'node:path';
import type { DatabaseName } from './migrations/migrations.ts';

/** What went wrong in SQLite, as far as it can be foreseen. `null`: a mistake of ours, or no error of SQLite at all. */
export type SqliteTrouble = 'busy' | 'damaged' | 'disk-full' | 'not-writable' | 'io-error' | null;

const BY_CODE: Readonly<Record<number, Exclude<SqliteTrouble, null>>> = {
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  8: 'not-writable', // SQLITE_READONLY
  10: 'io-error', // SQLITE_IOERR
  11: 'damaged', // SQLITE_CORRUPT
  13: 'disk-full', // SQLITE_FULL
  14: 'not-writable', // SQLITE_CANTOPEN
  26: 'damaged', // SQLITE_NOTADB
};

/** Tells the kind of an error that the wrapper let through. `error` is whatever was thrown. */
export function sqliteTrouble(error: unknown): SqliteTrouble {
  if (error instanceof DamagedError) return 'damaged';
  if (!(error instanceof Error) || !('sqliteCode' in error)) return null;
  const { sqliteCode } = error;
  return typeof sqliteCode === 'number' ? (BY_CODE[sqliteCode & 0xff] ?? null) : null;
}

/** SQLite's own words for those codes (sqlite3_errstr): the driver leaves out the code where a statement for many rows fails. */
const CODES: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'database table is locked': 6,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'unable to open database file': 14,
  'file is not a database': 26,
};

/** What SQLite threw, with its code where the driver left it out, and with the file it is about. Any other error stays as it is. */
export function attributed(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return error;
  return Object.assign(error, { database: basename(path) }, 'sqliteCode' in error ? {} : { sqliteCode: CODES[error.message] });
}

/** The name of the database file that an error of it is about; project.db where it does not say: all that is decided is in it. */
export function databaseOf(error: unknown): string {
  return error instanceof Error && 'database' in error && typeof error.database === 'string' ? error.database : 'project.db';
}

/** Thrown where stored bytes are not what was once written. */
export class DamagedError extends Error {
  readonly database: string;

  /** `of`: the database they are stored in. */
  constructor(message: string, of: DatabaseName = 'project', options: ErrorOptions = {}) {
    super(message, options);
    this.database = `${of}.db`;
  }
}

/** Thrown where a page's tree is damaged, and what it could be made of again is, too. */
export class LostTreeError extends DamagedError {
  readonly path: string; // of the page's file

  constructor(path: string, options: ErrorOptions) {
    super(`the tree of ${path} cannot be made again`, 'project', options);
    this.path = path;
  }
}

/** Thrown where the bytes of a page are not there any more: sources.db was damaged, and what it held of them is lost. */
export class LostTextError extends DamagedError {
  path = ''; // of the page's file, where it is known whose bytes they are
}
