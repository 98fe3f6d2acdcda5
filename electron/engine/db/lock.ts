import { Database } from './database.ts';
import { sqliteTrouble } from './sqlite-error.ts';

/** The right to write to a project, held until released or until the process ends, however it ends. */
export type WriterLock = { release(): void };

/**
 * Takes the writer's lock, or returns null if another process (or another opener in this one) holds it.
 * It is the operating system's lock on a database file, which goes with the process: a lock left behind by a crash cannot exist.
 * `path` is the lock file; nothing is ever written to it.
 */
export function takeWriterLock(path: string): WriterLock | null {
  let db: Database | null = null;
  try {
    db = Database.open(path, 'lock');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return { release: () => held.close() };
  } catch (error) {
    db?.close();
    if (sqliteTrouble(error) === 'busy') return null;
    throw error;
  }
}
