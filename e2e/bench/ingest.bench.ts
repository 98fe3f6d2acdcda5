import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { loadCommonness } from '../../electron/engine/ingest/commonness.ts';
import { startIngest } from '../../electron/engine/ingest/ingest.ts';
import { readPage } from '../../electron/engine/ingest/read-page.ts';
import { RESOURCES } from '../../electron/engine/ingest/testing/fixture.ts';
import { handClock } from '../../electron/engine/ingest/testing/hand-clock.ts';
import { memoryStore } from '../../electron/engine/ingest/testing/memory-store.ts';
import { bundleThreadEntry } from '../../electron/engine/ingest/testing/thread-entry.ts';
import { randomFrom, wordPages } from '../../electron/engine/ingest/testing/word-pages.ts';
import { walkFolder } from '../../electron/engine/ingest/walk.ts';

// Run: npx vitest bench --run e2e/bench/ingest.bench.ts. STET_BENCH_FILES sets how many pages there are (2000).
// At first it writes the pages. Each group has its baseline first; what counts is the ratio to it, within one run on one machine.
const FILES = Number(process.env['STET_BENCH_FILES'] ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
const thread = await bundleThreadEntry();

const page = wordPages('utf-8', false, randomFrom(1));
const bodies = Array.from({ length: 100 }, () => page(6000).replaceAll('\n', '\n\n'));
for (let i = 0; i < FILES; i += 1) {
  const sub = join(folder, String(i % 50));
  mkdirSync(sub, { recursive: true });
  writeFileSync(join(sub, `${i}.txt`), `第${i}页\n\n${bodies[i % bodies.length] ?? ''}`);
}
const { entries } = walkFolder(folder);
const paths = entries.map((entry) => join(folder, entry.path));
const commonness = loadCommonness(RESOURCES);
const NOTHING = { tree: { articles: [], aside: [] }, decisions: [], version: '' };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  thread.dispose();
});

const few = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };
const one = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

async function ingest(store = memoryStore(), until = Number.POSITIVE_INFINITY) {
  let reached: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => (reached = resolve));
  const running = startIngest({
    folder, store, resourcesPath: RESOURCES, watch: false, signal: new AbortController().signal, threadEntry: thread.entry, clock: handClock(3_600_000),
    onProgress: ({ done }) => {
      if (done >= until) reached();
    },
    onFolder: () => undefined, log: () => undefined,
  });
  await Promise.race([enough, running.settled()]);
  await running.stop();
  return store;
}

describe(`reading ${FILES} pages`, () => {
  bench('baseline: one thread, readFileSync as UTF-8 and a regular expression', () => {
    for (const path of paths) readFileSync(path, 'utf8').split(/\n\s*\n/u);
  }, few);
  bench('read, hash and decode in place, without splitting', () => {
    for (const entry of entries) readPage(folder, { ...entry, encoding: null, knownHash: null, told: null }, { commonness, split: () => NOTHING }, { archive: null });
  }, few);
  bench('all of it: look, read, hash, decode, split, hand over', async () => {
    await ingest();
  }, one);
  bench('the first 200 pages', async () => {
    await ingest(memoryStore(), 200);
  }, one);
});

const known = await ingest();

describe(`looking at ${FILES} unchanged pages`, () => {
  bench('baseline: readdir and stat', () => {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) statSync(join(folder, path));
  }, few);
  bench('a look that finds nothing changed, thread and all', async () => {
    await ingest(known);
  }, few);
});
