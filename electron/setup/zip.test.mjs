import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zipBytes } from './testing/zip-bytes.mjs';
import { unzip } from './zip.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stet-zip-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {Parameters<typeof zipBytes>[0]} entries
 * @param {(name: string) => string | undefined} [place]
 */
async function unpack(entries, place = (name) => name) {
  writeFileSync(join(folder, 'x.zip'), zipBytes(entries));
  return unzip(join(folder, 'x.zip'), join(folder, 'out'), place);
}

test('writes files, packed and not, with their modes and in their folders', async () => {
  const long = 'stet '.repeat(5000);
  const written = await unpack([
    { name: 'a/', text: '', mode: 0o040755, packed: false },
    { name: 'a/packed.txt', text: long },
    { name: 'a/b/stored.txt', text: 'stored', packed: false },
    { name: 'run', text: '#!', mode: 0o100755 },
  ]);
  expect(written).toBe(3);
  expect(readFileSync(join(folder, 'out/a/packed.txt'), 'utf8')).toBe(long);
  expect(readFileSync(join(folder, 'out/a/b/stored.txt'), 'utf8')).toBe('stored');
  expect(statSync(join(folder, 'out/run')).mode & 0o777).toBe(0o755);
});

test('leaves out and renames as it is told', async () => {
  await unpack(
    [
      { name: 'App/App', text: 'binary' },
      { name: 'App/other', text: 'other' },
    ],
    (name) => (name === 'App/App' ? 'electron' : undefined),
  );
  expect(readdirSync(join(folder, 'out'))).toEqual(['electron']);
});

test.each([
  ['leads out of the target', { name: '../out.txt', text: 'x' }, /leads out/],
  ['is absolute', { name: '/etc/x', text: 'x' }, /leads out/],
  ['is a link', { name: 'link', text: '../x', mode: 0o120777 }, /is a link/],
  ['is damaged', { name: 'x', text: 'x', damaged: true }, /is damaged/],
])('refuses an entry that %s', async (_what, entry, complaint) => {
  await expect(unpack([entry])).rejects.toThrow(complaint);
  expect(readdirSync(folder).filter((name) => name === 'out.txt')).toEqual([]);
});

test('refuses a file that was cut short', async () => {
  const whole = zipBytes([{ name: 'x', text: 'text' }]);
  writeFileSync(join(folder, 'x.zip'), whole.subarray(0, whole.length - 10));
  await expect(unzip(join(folder, 'x.zip'), join(folder, 'out'), (name) => name)).rejects.toThrow(/cut short/);
});
