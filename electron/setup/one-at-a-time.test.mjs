import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stet-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const lock = () => join(folder, 'lock');

test('two acts do not overlap, and both are done', async () => {
  let inside = 0;
  let most = 0;
  let done = 0;
  const act = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise(setImmediate);
    inside -= 1;
    return (done += 1);
  };
  expect((await Promise.all([oneAtATime(act, lock()), oneAtATime(act, lock())])).toSorted((a, b) => a - b)).toEqual([1, 2]);
  expect(most).toBe(1);
});

test('gives the right back when the act fails', async () => {
  await expect(oneAtATime(() => Promise.reject(new Error('no')), lock())).rejects.toThrow('no');
  expect(existsSync(lock())).toBe(false);
});

test('takes over what a process left that has ended', async () => {
  mkdirSync(lock());
  writeFileSync(join(lock(), 'pid'), '4194305'); // above the largest process id of Linux
  expect(await oneAtATime(async () => 'done', lock())).toBe('done');
});
