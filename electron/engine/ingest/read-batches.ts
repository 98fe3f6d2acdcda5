import type { FileReport } from '../project/file-store.ts';
import type { ReadItem, ReadOutcome } from './read-page.ts';
import type { Threads } from './threads.ts';

/** A page costs more to send to a thread than to split, so they go in batches; large files in small ones, to bound the memory. */
const PAGES = 64;
const BYTES = 16 * 1024 * 1024;

/** Cuts what is to be read into batches, in order. */
export function batchesOf(items: readonly ReadItem[]): readonly (readonly ReadItem[])[] {
  const batches: ReadItem[][] = [];
  let bytes = 0;
  for (const item of items) {
    const last = batches.at(-1);
    if (last && last.length < PAGES && bytes + item.size <= BYTES) {
      last.push(item);
      bytes += item.size;
    } else {
      batches.push([item]);
      bytes = item.size;
    }
  }
  return batches;
}

/** Reads a batch on a thread. If the thread dies of it, the page that it died of is found by halving and listed as unreadable. */
export async function readBatch(
  threads: Threads,
  folder: string,
  items: readonly ReadItem[],
  onDeath: (path: string, error: Error) => void,
): Promise<readonly ReadOutcome[]> {
  try {
    return await threads.read(folder, items);
  } catch (error) {
    if (!(error instanceof Error) || threads.stopped()) throw error;
    const [only] = items;
    if (items.length > 1 || !only) {
      const middle = Math.ceil(items.length / 2);
      const halves = [items.slice(0, middle), items.slice(middle)];
      const outcomes = await Promise.all(halves.map((half) => readBatch(threads, folder, half, onDeath)));
      return outcomes.flat();
    }
    await threads.read(folder, []); // throws where no page can be read at all: then it is not the page's fault
    onDeath(only.path, error);
    return [{ kind: 'problem', path: only.path, size: only.size, modified: only.modified, problem: 'io-error' }];
  }
}

/** What is reported of a file that was read, was gone, or did not hold still; null if the project says so already. */
export function reportOf(outcome: ReadOutcome, item: ReadItem): FileReport | null {
  if (outcome.kind === 'changing') return { kind: 'waiting', path: item.path, size: item.size, modified: item.modified };
  if (outcome.kind !== 'problem') return outcome;
  if (outcome.problem === item.told) return null;
  const known = item.knownHash !== null;
  return outcome.problem === 'vanished' && known ? { kind: 'missing', path: item.path } : outcome;
}
