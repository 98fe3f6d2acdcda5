import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copySamples, samplesFolder } from './samples.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'stet-samples-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('copies the pages and nothing that lies beside them', async () => {
  const from = join(folder, 'from');
  const to = join(folder, 'to');
  await mkdir(join(from, 'notes'), { recursive: true });
  await mkdir(join(from, 'sub'));
  for (const name of ['README.md', '.gitattributes', 'notes/a.md', 'sub/one.txt', 'sub/one.test.ts']) await writeFile(join(from, name), '');
  await copySamples(from, to);
  expect(await readdir(to, { recursive: true })).toEqual(['sub', join('sub', 'one.txt')]);
});

it('copies what is not there and leaves alone what is', async () => {
  const from = join(folder, 'from');
  const to = join(folder, 'a', 'to');
  await mkdir(join(from, 'sub'), { recursive: true });
  await writeFile(join(from, 'one.txt'), '一');
  await writeFile(join(from, 'sub', 'two.txt'), '二');
  await copySamples(from, to);
  await writeFile(join(to, 'one.txt'), 'changed');
  await rm(join(to, 'sub', 'two.txt'));
  await copySamples(from, to);
  expect(await readFile(join(to, 'one.txt'), 'utf8')).toBe('changed');
  expect(await readFile(join(to, 'sub', 'two.txt'), 'utf8')).toBe('二');
});

it('are kept under the name of the language spoken, or where a copy was made in another', async () => {
  expect(await samplesFolder(folder, ['样例', 'Samples'])).toBe(join(folder, '样例'));
  await mkdir(join(folder, 'Samples'));
  expect(await samplesFolder(folder, ['样例', 'Samples'])).toBe(join(folder, 'Samples'));
  await mkdir(join(folder, '样例'));
  expect(await samplesFolder(folder, ['样例', 'Samples'])).toBe(join(folder, '样例'));
});
