import type { Encoding } from '#contract/schemas/file.ts';
import { readItem, withoutStamp } from './plan.ts';
import { reportOf } from './read-batches.ts';
import type { Scanning } from './scan.ts';

/**
 * Reads one file because a person asked, whatever its size and whether or not it changed. `encoding`: what the person says it is in; null takes
 * that back, undefined leaves it as it was. Returns whether the file has to be looked at again because it does not hold still.
 */
export async function readOne({ folder, store, threads, archives }: Scanning, path: string, encoding: Encoding | null | undefined): Promise<boolean> {
  const known = store.find(path);
  const entry = await threads.run('look', { folder, path }, true);
  if (!entry) {
    if (!known || known.state === 'missing') return false;
    store.record(withoutStamp(known));
    store.record([{ kind: 'missing', path }]);
    return false;
  }
  const { size, modified, problem } = entry;
  if (problem) {
    store.record([{ kind: 'problem', path, size, modified, problem }]);
    return false;
  }
  const plain = readItem(entry, known);
  const item = { ...plain, encoding: encoding === undefined ? plain.encoding : encoding, knownHash: null };
  await archives.load();
  const outcomes = await threads.read(folder, [item], true);
  store.record(outcomes.flatMap((outcome) => reportOf(outcome, plain) ?? []));
  return outcomes.some(({ kind }) => kind === 'changing');
}
