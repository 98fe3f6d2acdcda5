import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, fstatSync, linkSync, openSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, readBytes, readWhole } from './read-bytes.ts';
import { fixture } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { lookAgain } from './walk.ts';

let f: Fixture;
beforeEach(() => {
  f = fixture();
  f.put('a.txt', '城南');
});
afterEach(() => f.dispose());

function listed(path: string) {
  const entry = lookAgain(f.folder, path);
  if (!entry) throw new Error('not there');
  return entry;
}

describe('a file is read as it was listed', () => {
  it('whole', () => {
    const read = readBytes(f.at('a.txt'), listed('a.txt'));
    expect(read.ok && Buffer.from(read.value).toString()).toBe('城南');
    expect(read.ok && hashOf(read.value)).toBe('45d98871d892df66afc7e31ecdcd25d5f790f6ed79fb75743f9d32e6c8a5c4c2');
  });

  it.each<[string, () => void, string]>([
    ['it has grown', () => appendFileSync(f.at('a.txt'), '菜场'), 'changing'],
    ['it has other bytes', () => writeFileSync(f.at('a.txt'), '城北'), 'changing'],
    ['another file took its place', () => {
      f.put('b.txt', '城南');
      renameSync(f.at('b.txt'), f.at('a.txt'));
    }, 'changing'],
    ['a link took its place', () => {
      renameSync(f.at('a.txt'), f.at('b.txt'));
      symlinkSync('b.txt', f.at('a.txt'));
    }, 'changing'],
    ['a pipe took its place', () => {
      rmSync(f.at('a.txt'));
      execFileSync('mkfifo', [f.at('a.txt')]);
    }, 'not-a-file'],
    ['a folder took its place', () => {
      rmSync(f.at('a.txt'));
      f.put('a.txt/b.txt');
    }, 'not-a-file'],
    ['it is gone', () => rmSync(f.at('a.txt')), 'vanished'],
  ])('not if %s', (_, meanwhile, error) => {
    const entry = listed('a.txt');
    meanwhile();
    expect(readBytes(f.at('a.txt'), entry)).toEqual({ ok: false, error });
  });
});

describe('an open file has to hold still', () => {
  it.each<[string, () => void, string | null]>([
    ['nothing happens', () => undefined, null],
    ['it grows', () => appendFileSync(f.at('a.txt'), '菜场'), 'changing'],
    ['it shrinks', () => truncateSync(f.at('a.txt'), 3), 'changing'],
    ['it is written over', () => writeFileSync(f.at('a.txt'), '城北'), 'changing'],
    ['it is deleted', () => rmSync(f.at('a.txt')), 'vanished'],
    ['it is given a second name', () => linkSync(f.at('a.txt'), f.at('b.txt')), 'changing'],
  ])('%s', (_, meanwhile, error) => {
    const handle = openSync(f.at('a.txt'), 'r');
    const before = fstatSync(handle);
    meanwhile();
    const read = readWhole(handle, before);
    closeSync(handle);
    expect(read.ok ? null : read.error).toBe(error);
  });
});
