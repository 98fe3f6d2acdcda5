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

/** Thrown where stored bytes are not what was once written. */
export class DamagedError extends Error {}
