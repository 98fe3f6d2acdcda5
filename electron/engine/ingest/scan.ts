import type { ArchiveKeeper } from '../archive/archive-keeper.ts';
import type { FileStore, KnownFile } from '../project/file-store.ts';
import type { Clock } from './clock.ts';
import { countArchive } from './count-archive.ts';
import { unpackListing } from './entry.ts';
import type { Listing } from './entry.ts';
import { plan } from './plan.ts';
import { batchesOf, readBatch, reportOf } from './read-batches.ts';
import type { ReadItem } from './read-page.ts';
import { startRecorder } from './recorder.ts';
import type { Settling } from './settling.ts';
import type { Threads } from './threads.ts';

export type Progress = { readonly done: number; readonly total: number }; // files
export type Log = (event: string, data?: Readonly<Record<string, unknown>>) => void;

export type Scanning = {
  readonly folder: string;
  readonly store: FileStore;
  readonly threads: Threads;
  readonly archives: ArchiveKeeper;
  readonly settling: Settling;
  readonly clock: Clock;
  readonly tickets: ReadonlyMap<string, number>; // counts the times a file was read by itself: a scan that began before knows less
  readonly onProgress: (progress: Progress) => void;
  readonly onFolder: (there: boolean) => void;
  readonly log: Log;
};

/** From so many files on, a folder that suddenly holds nothing at all is taken for one whose disk is gone. */
const MANY = 10;

/** Whether the watched folder is there: the place where a disk was mounted often stays behind, empty. */
function isThere({ folder, entries }: Listing, known: readonly KnownFile[]): boolean {
  return folder !== null && (entries.length > 0 || known.filter((file) => file.state !== 'missing' || file.hash !== null).length < MANY);
}

type Reading = {
  readonly items: readonly ReadItem[];
  readonly asOf: ReadonlyMap<string, number>; // the tickets when it was decided what to read
  readonly record: ReturnType<typeof startRecorder>['record'];
};

async function readAll({ folder, threads, tickets, onProgress, log }: Scanning, { items, asOf, record }: Reading, signal: AbortSignal) {
  const batches = batchesOf(items).values();
  let [done, again, failed] = [0, false, false];
  const lane = async () => {
    for (const batch of batches) {
      const outcomes = await readBatch(threads, folder, batch, (path, error) => log('ingest.page-failed', { path, error: error.stack }));
      const reports = outcomes.flatMap((outcome, i) => reportOf(outcome, batch[i] as ReadItem) ?? []);
      record(reports.filter(({ path }) => asOf.get(path) === tickets.get(path)));
      again ||= outcomes.some(({ kind }) => kind === 'changing');
      done += batch.length;
      onProgress({ done, total: items.length });
      if (signal.aborted || failed) return;
    }
  };
  // One more batch than there are threads, so that none waits while results are recorded.
  const lanes = await Promise.allSettled(Array.from({ length: threads.width + 1 }, () => lane().catch((error: unknown) => {
    failed = true;
    throw error;
  })));
  for (const end of lanes) if (end.status === 'rejected') throw end.reason;
  return again;
}

/**
 * One look at the watched folder, after which the project says what the folder holds. Returns whether files have to be looked at again soon
 * because they do not hold still, and how many milliseconds the look itself took. Cancelled between batches; what was recorded stays. Throws
 * what the store throws.
 */
export async function scanFolder(scanning: Scanning, signal: AbortSignal): Promise<{ readonly again: boolean; readonly looked: number }> {
  const { folder, store, threads, settling, clock, tickets, onProgress, onFolder } = scanning;
  const begun = clock.now();
  const listing = unpackListing(await threads.run('walk', { folder }));
  const known = store.known();
  onFolder(isThere(listing, known));
  const todo = plan(listing, known, settling, clock.now());
  const asOf = new Map(tickets);
  const looked = clock.now() - begun;
  const recorder = startRecorder(store, todo.missing);
  recorder.record(todo.reports);
  if (todo.toRead.length > 0) {
    onProgress({ done: 0, total: todo.toRead.length });
    await countArchive(scanning, listing, known, todo.toRead);
  }
  const changing = await readAll(scanning, { items: todo.toRead, asOf, record: recorder.record }, signal);
  if (!signal.aborted) recorder.finish();
  threads.rest();
  return { again: !signal.aborted && (changing || todo.waiting > 0), looked };
}
