import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assetTable } from './asset-table.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'stet-assets-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('lists every file of a known kind by its address, and / as the page', async () => {
  await mkdir(join(folder, 'assets', 'deep'), { recursive: true });
  for (const name of ['index.html', 'assets/main-x.js', 'assets/main-x.js.map', 'assets/deep/字 体.woff2', 'notes.txt']) await writeFile(join(folder, name), '');
  await symlink('/etc/hosts', join(folder, 'link.js'));
  const table = assetTable(folder);
  expect([...table].map(([path, { type }]) => `${path} ${type}`).sort()).toEqual([
    '/ text/html; charset=utf-8',
    '/assets/deep/%E5%AD%97%20%E4%BD%93.woff2 font/woff2',
    '/assets/main-x.js text/javascript; charset=utf-8',
    '/index.html text/html; charset=utf-8',
  ]);
  expect(table.get('/')).toEqual(table.get('/index.html'));
});
