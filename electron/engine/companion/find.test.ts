import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findCompanion, markOf } from './find.ts';

function folderWith(...names: readonly string[]): string {
  const base = mkdtempSync(join(tmpdir(), 'stet-pictures-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  mkdirSync(join(base, 'pages', '2024'), { recursive: true });
  for (const name of names) writeFileSync(join(base, 'pages', name), name);
  return join(base, 'pages');
}

test.each([
  ['清河_03.txt', ['清河_03.png', '清河_03b.png'], '清河_03.png'],
  ['清河_03.txt', ['清河_03.PDF', '清河_03.Jpeg'], '清河_03.Jpeg'],
  ['清河_03.TXT', ['清河_03.tiff'], '清河_03.tiff'],
  ['Page.v2.txt', ['Page.jpg', 'PAGE.V2.WEBP'], 'PAGE.V2.WEBP'],
  ['page', ['page.tif'], 'page.tif'],
  ['page.alto.xml', ['page.alto.png', 'page.jpg'], 'page.jpg'],
  ['page.xml', ['page.jpg'], 'page.jpg'],
  ['page.hocr', ['page.tif'], 'page.tif'],
  ['caf\u00e9.txt', ['cafe\u0301.pdf'], 'cafe\u0301.pdf'],
  ['page.txt', ['page.gif', 'page.txt.png', 'page', '.png'], undefined],
])('beside %s of %j lies %s', (text, others, expected) => {
  const folder = folderWith(...[text, ...others].map((name) => `2024/${name}`));
  expect(findCompanion(folder, `2024/${text}`)?.name).toBe(expected);
});

test('a link is followed within the watched folder and not out of it; a folder of that name is no picture', () => {
  const folder = folderWith('2024/page.txt', '2024/other.txt', 'scan.png');
  writeFileSync(join(folder, '..', 'secret.png'), 'x');
  symlinkSync(join(folder, '..', 'secret.png'), join(folder, '2024', 'page.png'));
  expect(findCompanion(folder, '2024/page.txt')).toBeNull();
  symlinkSync(join(folder, 'scan.png'), join(folder, '2024', 'page.jpg'));
  expect(findCompanion(folder, '2024/page.txt')?.name).toBe('page.jpg');
  mkdirSync(join(folder, '2024', 'other.png'));
  expect(findCompanion(folder, '2024/other.txt')).toBeNull();
});

test('a mark tells one file from the next; a folder that is gone has none', () => {
  const folder = folderWith('2024/page.txt', '2024/page.png');
  const before = markOf(findCompanion(folder, '2024/page.txt')!);
  expect(markOf(findCompanion(folder, '2024/page.txt')!)).toBe(before);
  writeFileSync(join(folder, '2024', 'page.png'), 'another');
  expect(markOf(findCompanion(folder, '2024/page.txt')!)).not.toBe(before);
  expect(findCompanion(join(folder, 'gone'), 'page.txt')).toBeNull();
  expect(findCompanion(folder, 'gone/page.txt')).toBeNull();
});
