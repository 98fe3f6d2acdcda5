import type { IssueId } from '#contract/schemas/library.ts';
import { takeWriterLock } from '../db/lock.ts';
import { readPragma } from '../db/pragmas.ts';
import { headOf } from './journal.ts';
import { lastChange } from './store.ts';
import type { Store } from './store.ts';

const OFTEN = 1_000; // milliseconds

/**
 * Follows the process that writes to a project which is open for reading: tells the store's listeners what it changes, and once that it has let the
 * project go, however it ended. `lock`: the project's lock file. Whoever hears of it may find that another was quicker. Returns how to stop following.
 */
export function followWriter(store: Store, lock: string, onFree: () => void): () => void {
  const { db, changes } = store;
  let seen = { data: readPragma(db, 'data_version'), change: lastChange(db) };
  const look = () => {
    const now = readPragma(db, 'data_version');
    if (now === seen.data) return;
    const rows = db.all<{ id: IssueId; version: number }>('SELECT id, version FROM issue WHERE change > ?', seen.change);
    const { head, savedAt } = headOf(db);
    seen = { data: now, change: lastChange(db) };
    changes.tell({ issues: new Map(rows.map(({ id, version }) => [id, version])), head: savedAt === null ? null : { entry: head, at: savedAt }, files: true, topicsOrSettings: true, accepted: true });
  };
  const timer = setInterval(() => {
    look();
    if (!isFree(lock)) return;
    clearInterval(timer);
    onFree();
  }, OFTEN).unref();
  return () => clearInterval(timer);
}

function isFree(path: string): boolean {
  try {
    const lock = takeWriterLock(path);
    lock?.release();
    return lock !== null;
  } catch {
    return false; // the project is gone, or its disk is: what is asked of it says so
  }
}
