import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixture, RESOURCES } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { bundleThreadEntry } from './testing/thread-entry.ts';
import { startThreads } from './threads.ts';

let bundle: Awaited<ReturnType<typeof bundleThreadEntry>>;
let entry: URL;
beforeAll(async () => {
  bundle = await bundleThreadEntry();
  entry = bundle.entry;
});
afterAll(() => bundle.dispose());

let f: Fixture;
beforeEach(() => {
  f = fixture();
});
afterEach(() => f.dispose());

const paths = Array.from({ length: 200 }, (_, i) => `${i}.txt`);

/** An entry that reads as ours does, but is killed by every page of one name. */
function entryThatDies(name: string): URL {
  const killer = join(bundle.folder, 'killer.mjs');
  writeFileSync(killer, `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ kind, ask }) => {
      if (kind === 'read' && ask.items.some((item) => item.path === '${name}')) process.exit(1);
    });`);
  const file = join(bundle.folder, 'dying.mjs');
  writeFileSync(file, `import '${pathToFileURL(killer).href}';\nimport '${entry.href}';`); // in this order: it dies before it reads
  return pathToFileURL(file);
}

describe('reading threads', () => {
  it('read what reading in place reads', async () => {
    for (const path of paths) f.put(path);
    await f.start({ threadEntry: entry, threads: 3 }).settled();
    const threaded = new Map(f.store.rows);
    const other = fixture();
    for (const path of paths) other.put(path);
    await other.start().settled();
    await other.dispose();
    // Threads are done in whatever order.
    const compared = (rows: Fixture['store']['rows']) => new Map([...rows].map(([path, { state, hash, source, candidates }]) => [path, { state, hash, source, candidates }]));
    expect(compared(threaded)).toEqual(compared(other.store.rows));
    expect(threaded.size).toBe(200);
    const [first] = f.store.transactions[0] ?? [];
    expect(first?.kind === 'read' && Buffer.from(first.bytes).toString()).toBe(f.store.rows.get(first?.path ?? '')?.source);
  });

  it('that die of a page cost that page only', async () => {
    for (const path of paths.slice(0, 20)) f.put(path);
    await f.start({ threadEntry: entryThatDies('7.txt') }).settled();
    expect(f.store.rows.get('7.txt')).toMatchObject({ state: 'problem', problem: 'io-error' });
    expect([...f.store.rows.values()].filter(({ state }) => state === 'read')).toHaveLength(19);
    expect(f.logged.some((line) => line.startsWith('ingest.page-failed') && line.includes('7.txt'))).toBe(true);
  });

  it('take the urgent first, and refuse work when stopped', async () => {
    const threads = startThreads({ resourcesPath: RESOURCES, inUse: () => ({ archive: null }), entry, width: 1 }); // of several any may be done first
    const order: string[] = [];
    const walk = (name: string, first: boolean) => threads.run('walk', { folder: f.folder }, first).then(() => order.push(name));
    await Promise.all([walk('at once', false), walk('later', false), walk('urgent', true)]);
    expect(order).toEqual(['at once', 'urgent', 'later']);
    await threads.stop();
    await expect(threads.run('walk', { folder: f.folder })).rejects.toThrow('stopped');
  });

  it('stop in the middle of reading, and leave what was recorded', async () => {
    for (const path of paths) f.put(path);
    const ingest = f.start({ threadEntry: entry, onProgress: ({ done }) => {
      if (done > 0) void ingest.stop();
    } });
    await ingest.settled().catch(() => undefined);
    await ingest.stop();
    const kept = f.store.rows.size;
    expect(kept).toBeGreaterThan(0);
    await f.start({ threadEntry: entry }).settled();
    expect(f.store.rows.size).toBe(200);
  });

  it('all end when there is nothing to do for a while, and one is there again when there is', async () => {
    f.put('1.txt');
    let rested = (): void => undefined;
    const rest = new Promise<void>((resolve) => (rested = resolve));
    const threads = startThreads({ resourcesPath: RESOURCES, inUse: () => ({ archive: null }), entry, width: 1, idle: 1, onIdle: rested });
    const walk = () => threads.run('walk', { folder: f.folder });
    const first = await walk();
    await rest;
    expect(threads.awake()).toBe(0);
    expect(await walk()).toEqual(first);
    await threads.stop();
    expect(threads.awake()).toBe(0);
  });
});
