import type { Archive } from '#core/parse/archive.ts';
import { errorCode } from '../ingest/file-errors.ts';
import { type Counted, type SharedBytes, readArchiveFile, unpackArchive, writeArchiveFile } from './archive-file.ts';

/** The statistics of a project's archive, by which its pages are split. They are derived from the pages: where they are lost, they are counted again. */
export type ArchiveKeeper = {
  /** The statistics in use; null before any were loaded or counted. */
  inUse(): Archive | null;
  /** Reads what was counted in an earlier session, or let go of in this one, once. Never rejects. */
  load(): Promise<void>;
  /** Lets go of statistics that are kept, until they are loaded again. */
  rest(): void;
  /** Whether an archive that has so many pages now is to be counted anew. */
  isDue(pages: number): boolean;
  /** Puts new statistics to use, as they were packed, and keeps them for later sessions. */
  take(bytes: SharedBytes): void;
  /** Resolves when what was taken is kept, or could not be. */
  close(): Promise<void>;
};

/** What is written down of trouble. */
type Log = (event: string, data: Readonly<Record<string, unknown>>) => void;

const LEAST = 8; // pages
const SHARE = 0.5;

/** Whether an archive has grown by half, and not by a few pages only, since it was counted when it had `then`. */
export function hasGrown(then: number, now: number): boolean {
  return now - then >= Math.max(LEAST, then * SHARE);
}

/** Keeps statistics in a file; where `path` is null, in memory only. */
export function keepArchive(path: string | null, log: Log): ArchiveKeeper {
  let counted: Counted | null = null;
  let loading: Promise<void> | null = null;
  let kept = false; // what is counted is in the file as well
  let taken = 0; // times that something was counted
  let saving: Promise<void> = Promise.resolve();

  const read = async (from: string) => {
    try {
      if (counted !== null) return;
      const there = await readArchiveFile(from);
      if (counted !== null || there === null) return; // counted in the meantime
      counted = there;
      kept = true;
    } catch (error) {
      if (errorCode(error) === '') throw error;
      if (errorCode(error) !== 'ENOENT') log('archive.not-read', { error: String(error) });
    }
  };
  const save = async (to: string, bytes: SharedBytes, time: number) => {
    try {
      await writeArchiveFile(to, bytes);
      kept = time === taken;
    } catch (error) {
      if (errorCode(error) === '') throw error;
      log('archive.not-kept', { error: String(error) }); // it is counted again when the project is next read
    }
  };

  return {
    inUse: () => counted?.archive ?? null,
    load: () => (loading ??= path === null ? Promise.resolve() : read(path)),
    isDue: (pages) => pages > 0 && (counted === null || hasGrown(counted.of, pages)),
    rest: () => {
      if (!kept) return;
      counted = null;
      loading = null;
      kept = false;
    },
    take: (bytes) => {
      counted = unpackArchive(bytes);
      kept = false;
      taken += 1;
      const time = taken;
      if (path !== null) saving = saving.then(() => save(path, bytes, time));
    },
    close: () => saving,
  };
}
