import { existsSync, statSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { isSound } from '../db/check.ts';
import { Database } from '../db/database.ts';
import type { DatabaseName } from '../db/migrations/migrations.ts';
import type { Layout } from './layout.ts';
import { threadEntry } from '../thread-entry.ts';

/** A database that was opened without being looked through. */
export type ToCheck = { readonly path: string; readonly name: DatabaseName };

/**
 * Whether a project was closed in order: nothing was left in a log, and nobody found it damaged. Its databases may then be looked through while they are in use:
 * what could have hurt them is not what was done last.
 */
export function wasClosedInOrder(layout: Layout): boolean {
  const isLeftOver = (path: string) => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  return !existsSync(layout.suspect) && !isLeftOver(layout.project) && !isLeftOver(layout.sources);
}

/** Has the next opening of a project look through its databases first, and mend. */
export function markSuspect(layout: Layout): void {
  writeFileSync(layout.suspect, '');
}

/** Looks through databases, which may be in use. Gives those that are damaged. */
export function damagedOf(databases: readonly ToCheck[]): readonly DatabaseName[] {
  return databases.flatMap(({ path, name }) => {
    const db = Database.open(path, 'read-only');
    try {
      return isSound(db, name) ? [] : [name];
    } finally {
      db.close();
    }
  });
}

/**
 * Looks through databases that are in use, on a thread of its own; from source, where it is asked for. Where one is damaged, the project is marked and this throws:
 * it is to be opened anew. `signal` ends it.
 */
export async function checkLater(layout: Layout, unchecked: readonly ToCheck[], signal: AbortSignal): Promise<void> {
  if (unchecked.length === 0 || signal.aborted) return;
  const damaged = existsSync(threadEntry('check')) ? await onThread(unchecked, signal) : damagedOf(unchecked);
  if (damaged.length === 0 || signal.aborted) return;
  markSuspect(layout);
  throw new Error(`found damaged while in use: ${damaged.join(', ')}`);
}

async function onThread(unchecked: readonly ToCheck[], signal: AbortSignal): Promise<readonly DatabaseName[]> {
  const worker = new Worker(threadEntry('check'), { workerData: unchecked });
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end);
  try {
    return await new Promise<readonly DatabaseName[]>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => resolve([])); // ended by the signal
    });
  } finally {
    signal.removeEventListener('abort', end);
  }
}
