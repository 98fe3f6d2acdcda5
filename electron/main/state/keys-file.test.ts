import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '#util/result.ts';
import { readKeysFile, writeKeysFile } from './keys-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what is written is read again, sorted and whole', async () => {
  const path = join(folder, 'mine.json');
  const keys = { 'desk.split': ['P', 'O X'], 'app.keys': ['F1'] };
  expect(await writeKeysFile(path, keys)).toEqual(ok({ label: 'mine.json' }));
  expect(await readKeysFile(path)).toEqual(ok(keys));
  expect(Object.keys(JSON.parse(await readFile(path, 'utf8')).keys)).toEqual(['app.keys', 'desk.split']);
  expect(await readdir(folder)).toEqual(['mine.json']);
});

test.each(['', '{', 'null', '[]', '{"stet":"keys","version":2,"keys":{}}', '{"stet":"keys","version":1,"keys":{"desk.split":"P"}}', '{"stet":"keys","version":1,"keys":{"__proto__ ":["P"]}}'])(
  '%j is no file of keys',
  async (text) => {
    const path = join(folder, 'other.json');
    await writeFile(path, text);
    expect(await readKeysFile(path)).toEqual({ ok: false, error: { code: 'not-a-keys-file', file: 'other.json' } });
  },
);

test('a file or folder that is not there is told as such', async () => {
  expect(await readKeysFile(join(folder, 'gone.json'))).toEqual({ ok: false, error: { code: 'not-a-keys-file', file: 'gone.json' } });
  expect(await writeKeysFile(join(folder, 'gone', 'mine.json'), {})).toEqual({ ok: false, error: { code: 'target-gone' } });
});
