import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Pattern } from '#core/search/pattern.ts';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { bundleThreadEntry } from '../ingest/testing/thread-entry.ts';
import { searchThreads } from './threads.ts';

async function threads(patience: number, inMemory = false) {
  const { entry, folder, dispose } = await bundleThreadEntry('search-worker');
  onTestFinished(dispose);
  const path = join(folder, 'index.db');
  const index = inMemory ? Database.inMemory() : Database.open(path, 'derive');
  migrate(index, 'index');
  index.run(
    `INSERT INTO article (id, issue, position, article, headline, byline, newspaper, edition, date, page, page_order, file, folder, topics, status, findings, length)
     VALUES (1, 1, 1, 'a', '', '', '', '', '', '', '', '', '', '[]', 'new', 0, 40)`,
  );
  index.run('INSERT INTO article_text (id, text, roles) VALUES (1, ?, ?)', `甲乙甲${'a'.repeat(40)}`, '5');
  const made = searchThreads({ index, path: inMemory ? null : path, entry, patience });
  onTestFinished(async () => {
    await made.stop();
    index.close();
  });
  return { made, scan: (source: string, signal = new AbortController().signal) => made.run<'scan-docs'>({ kind: 'scan-docs', docs: [2], pattern: expression(source), roles: null }, signal) };
}

const expression = (source: string): Pattern => ({ kind: 'expression', source, flags: 'gu', folds: false });

const ASTRAY = '(a+)+乙';

test('threads count what they read for themselves; what was thrown there comes back', async () => {
  const { scan } = await threads(60_000);
  expect(await scan('甲')).toEqual({ docs: Int32Array.of(2), count: Int32Array.of(2) });
  await expect(scan('(')).rejects.toThrow('Invalid regular expression');
});

test('an expression that goes astray ends when it has taken too long, and others are answered after it', async () => {
  const { scan } = await threads(400);
  expect(await Promise.all([scan(ASTRAY), scan(ASTRAY), scan(ASTRAY)])).toEqual(['too-slow', 'too-slow', 'too-slow']);
});

test('what ends by itself may take as long as it does', async () => {
  const { made } = await threads(1);
  const { signal } = new AbortController();
  const pattern: Pattern = { kind: 'text', source: '甲', flags: 'g', units: [['甲'.charCodeAt(0)]] };
  expect(await made.run<'scan-docs'>({ kind: 'scan-docs', docs: [2], pattern, roles: null }, signal)).toEqual({ docs: Int32Array.of(2), count: Int32Array.of(2) });
  expect(await made.run<'pack'>({ kind: 'pack', docs: [2] }, signal)).toMatchObject({ docs: Int32Array.of(2, 0) });
});

test('the same where the index lives in memory, as that of a project that cannot be written to', async () => {
  const [{ scan: patient }, { scan: hasty }] = [await threads(60_000, true), await threads(400, true)];
  expect(await patient('甲')).toEqual({ docs: Int32Array.of(2), count: Int32Array.of(2) });
  expect(await Promise.all([hasty(ASTRAY), hasty(ASTRAY), hasty(ASTRAY)])).toEqual(['too-slow', 'too-slow', 'too-slow']);
});

test('what is no longer wanted ends at once, whatever it is at', async () => {
  const { scan } = await threads(3_600_000);
  const unwanted = new AbortController();
  const asked = [scan(ASTRAY, unwanted.signal), scan(ASTRAY, unwanted.signal), scan(ASTRAY, unwanted.signal)];
  const after = scan('乙');
  setTimeout(() => unwanted.abort(), 50);
  expect(await Promise.all(asked)).toEqual(['unwanted', 'unwanted', 'unwanted']);
  expect(await after).toMatchObject({ count: Int32Array.of(1) });
});
