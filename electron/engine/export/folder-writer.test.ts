import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderWriter } from './folder-writer.ts';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'stet-writer-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test('nothing has its final name before it is finished, and everything after', async () => {
  const target = join(base, 'corpus');
  const writer = new FolderWriter(target);
  writer.append('jsonl/all.jsonl', '甲\n');
  writer.append('text/一/二.txt', '乙');
  writer.append('jsonl/all.jsonl', '丙\n');
  writer.flush();
  expect(readdirSync(base)).toEqual(['corpus.partial']);
  writer.closeAll();
  expect(writer.takeWritten()).toEqual([
    { path: 'jsonl/all.jsonl', bytes: 8, sha256: createHash('sha256').update('甲\n丙\n').digest('hex') },
    { path: 'text/一/二.txt', bytes: 3, sha256: createHash('sha256').update('乙').digest('hex') },
  ]);
  await writer.finish();
  expect(readdirSync(base)).toEqual(['corpus']);
  expect(readdirSync(target).toSorted()).toEqual(['jsonl', 'text']);
  expect(readFileSync(join(target, 'jsonl/all.jsonl'), 'utf8')).toBe('甲\n丙\n');
});

test('however many folders there are, each is made once and all of them stand', async () => {
  const writer = new FolderWriter(join(base, 'corpus'));
  const folders = Array.from({ length: 1_100 }, (_, k) => `text/${k % 7}/${k}`);
  for (const name of ['a', 'b']) {
    for (const folder of folders) {
      writer.append(`${folder}/${name}.txt`, name);
      writer.close(`${folder}/${name}.txt`);
      await writer.calm();
    }
  }
  await writer.finish();
  for (const folder of folders) expect(readdirSync(join(base, 'corpus', folder)).toSorted()).toEqual(['a.txt', 'b.txt']);
});

test('abandoned, nothing is left', async () => {
  const writer = new FolderWriter(join(base, 'corpus'));
  writer.append('a/b.txt', 'x'.repeat(300_000));
  await writer.abandon();
  expect(readdirSync(base)).toEqual([]);
});

test('what an attempt that was killed left behind is taken away, but nothing that is not ours', async () => {
  const killed = new FolderWriter(join(base, 'corpus'));
  killed.append('a.txt', 'half');
  killed.flush();
  const writer = new FolderWriter(join(base, 'corpus'));
  writer.append('b.txt', 'whole');
  await writer.finish();
  expect(readdirSync(join(base, 'corpus'))).toEqual(['b.txt']);

  // Killed in the last instant: the mark is gone and the name not yet given.
  mkdirSync(join(base, 'late.partial'));
  writeFileSync(join(base, 'late.partial', 'manifest.json'), '{\n"generator": "stet",\n"files": []\n}\n');
  await new FolderWriter(join(base, 'late')).finish();
  expect(readdirSync(join(base, 'late'))).toEqual([]);

  mkdirSync(join(base, 'mine.partial'));
  writeFileSync(join(base, 'mine.partial', 'thesis.doc'), 'dear');
  expect(() => new FolderWriter(join(base, 'mine'))).toThrow(/EEXIST/);
  expect(existsSync(join(base, 'mine.partial', 'thesis.doc'))).toBe(true);
});

test('many more files than may be open at once', async () => {
  const writer = new FolderWriter(join(base, 'corpus'));
  for (let i = 0; i < 200; i += 1) {
    writer.append(`${i}.txt`, String(i));
    writer.close(`${i}.txt`);
  }
  await writer.finish();
  expect(readdirSync(join(base, 'corpus'))).toHaveLength(200);
});
