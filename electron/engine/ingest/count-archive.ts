import { ARCHIVE_SAMPLE } from '#core/parse/archive.ts';
import type { ArchiveKeeper } from '../archive/archive-keeper.ts';
import { mayBeCounted } from '../archive/count-pages.ts';
import type { KnownFile } from '../project/file-store.ts';
import type { Listing } from './entry.ts';
import { isStamped, readItem } from './plan.ts';
import type { ReadItem } from './read-page.ts';
import type { Threads } from './threads.ts';

/** What counting needs of a scan. */
export type Counting = {
  readonly folder: string;
  readonly threads: Threads;
  readonly archives: ArchiveKeeper;
  readonly log: (event: string, data: Readonly<Record<string, unknown>>) => void;
};

/** How many pages the archive has, those about to be read included. */
function extentOf(known: readonly KnownFile[], toRead: readonly ReadItem[]): number {
  return known.filter(({ state }) => state === 'read').length + toRead.filter(({ knownHash }) => knownHash === null).length;
}

/** The files that hold them: those that were read, as the folder has them still, and those about to be read. */
function pagesOf(listing: Listing, known: readonly KnownFile[], toRead: readonly ReadItem[]): readonly ReadItem[] {
  const files = new Map(known.map((file) => [file.path, file]));
  const reading = new Map(toRead.map((item) => [item.path, item]));
  return listing.entries.flatMap((entry) => {
    const item = reading.get(entry.path);
    if (item) return item;
    const file = files.get(entry.path);
    return file?.state === 'read' && entry.problem === null && isStamped(entry, file) ? readItem(entry, file) : [];
  });
}

/** Spreads paths evenly over 32 bits (FNV-1a, its bits mixed once more as MurmurHash3 does). */
function spread(path: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i += 1) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The files to count: at most `most`, chosen by the hash of what they hold, or of their path where nobody has read them yet. Which they are does not hang on
 * the order in which they stand or arrive.
 */
export function filesToCount(pages: readonly ReadItem[], most: number = ARCHIVE_SAMPLE): readonly ReadItem[] {
  const fit = pages.filter(mayBeCounted);
  if (fit.length <= most) return fit;
  const keys = Uint32Array.from(fit, ({ knownHash, path }) => (knownHash === null ? spread(path) : Number.parseInt(knownHash.slice(0, 8), 16)));
  const last = keys.toSorted()[most - 1]!;
  const below = fit.filter((_, i) => keys[i]! < last);
  return [...below, ...fit.filter((_, i) => keys[i] === last).slice(0, most - below.length)];
}

/**
 * Counts the archive's language before pages are split by it: at the first reading, and when the archive has grown a good deal since. A handful of files is
 * read twice for it. Pages that were split already keep what they were split by. Without statistics pages are read all the same.
 */
export async function countArchive({ folder, threads, archives, log }: Counting, listing: Listing, known: readonly KnownFile[], toRead: readonly ReadItem[]): Promise<void> {
  await archives.load();
  const of = extentOf(known, toRead);
  if (!archives.isDue(of)) return;
  try {
    const bytes = await threads.run('count', { folder, items: filesToCount(pagesOf(listing, known, toRead)), of });
    if (bytes) archives.take(bytes);
  } catch (error) {
    if (threads.stopped()) throw error;
    log('ingest.count-failed', { error: error instanceof Error ? error.stack : String(error) });
  }
}
