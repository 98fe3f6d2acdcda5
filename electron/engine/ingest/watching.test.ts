import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { memoryStore } from './testing/memory-store.ts';
import { systemClock } from './clock.ts';

let f: Fixture;
beforeEach(() => {
  f = fixture();
});
afterEach(() => f.dispose());

const PACE = { still: 20, gather: 10, pollPeriod: 50 };

/** Starts with the machine's own clock. `until` is the moment when the project says what is expected. */
function startWatching() {
  const ingest = f.start({ watch: true, clock: systemClock, pace: PACE });
  const until = (expected: readonly string[]) => f.store.reaches(() => JSON.stringify(f.store.summary()) === JSON.stringify(expected));
  return { ingest, until };
}

describe('while the project is open', () => {
  it('new, changed, renamed and deleted files are noticed by themselves', async () => {
    f.put('a.txt');
    const { until } = startWatching();
    await until(['a.txt read']);
    f.put('sub/b.txt');
    await until(['a.txt read', 'sub/b.txt read']);
    renameSync(f.at('sub/b.txt'), f.at('c.txt'));
    await until(['a.txt read', 'c.txt read', 'sub/b.txt missing']);
    rmSync(f.at('a.txt'));
    await until(['a.txt missing', 'c.txt read', 'sub/b.txt missing']);
    writeFileSync(f.at('c.txt'), '\0\0');
    await until(['a.txt missing', 'c.txt problem:binary', 'sub/b.txt missing']);
    expect(f.logged).toEqual([]);
  });

  it('a folder that goes away and comes back is noticed, and watched again', async () => {
    f.put('a.txt');
    const { ingest, until } = startWatching();
    await until(['a.txt read']);
    await ingest.settled();
    renameSync(f.folder, `${f.folder}-away`);
    await until(['a.txt missing']);
    renameSync(`${f.folder}-away`, f.folder);
    await until(['a.txt read']);
    f.put('b.txt');
    await until(['a.txt read', 'b.txt read']);
    expect(f.there).toEqual([true, false, true]);
  });

  it('a burst that the watcher cannot follow is read to the last file', async () => {
    f.put('a.txt');
    const { ingest } = startWatching();
    await ingest.settled();
    for (let i = 0; i < 1000; i += 1) f.put(`burst/${i}.txt`, `第${i}页`); // and nothing else runs meanwhile
    for (let i = 0; i < 1000; i += 3) renameSync(f.at(`burst/${i}.txt`), f.at(`${i}.txt`));
    const read = () => [...f.store.rows.values()].filter(({ state }) => state === 'read').length;
    await f.store.reaches(() => read() === 1001);
    await ingest.settled();
    expect(f.store.rows.get('999.txt')?.source).toBe('第999页');
    expect(f.store.rows.get('burst/0.txt')?.state ?? 'missing').toBe('missing');
  });

  it('nothing is left running after stop', async () => {
    f.put('a.txt');
    const { ingest, until } = startWatching();
    await until(['a.txt read']);
    await ingest.stop();
    const before = f.store.transactions.length;
    const store = memoryStore();
    f.start({ store, watch: true, clock: systemClock, pace: PACE }); // what is noticed by this one would have been by the other
    for (const path of ['b.txt', 'c.txt', 'd.txt']) {
      f.put(path);
      await store.reaches(() => store.rows.get(path)?.state === 'read');
    }
    await ingest.settled();
    expect(f.store.transactions).toHaveLength(before);
  });
});
