import { expect, test } from 'vitest';
import { foldersWithin, withParents } from './folder-tree.ts';

const folders = [{ folder: '', articles: 9 }, { folder: '2024', articles: 1 }, { folder: '2024/05', articles: 20 }, { folder: '2024/06/05', articles: 300 }, { folder: 'Old/2023', articles: 4_000 }];

test('folders stand below those above them, also such as hold only folders, and count what is below', () => {
  expect(withParents(folders).map(({ id, broader, articles }) => [id, broader, articles])).toEqual([
    ['2024', null, 321], ['2024/05', '2024', 20], ['2024/06', '2024', 300], ['2024/06/05', '2024/06', 300], ['Old', null, 4_000], ['Old/2023', 'Old', 4_000],
  ]);
});

test.each([['05', '2024/05 2024/06/05'], ['old', 'Old Old/2023'], ['2024', '2024 2024/05 2024/06 2024/06/05'], ['none', '']])('%j finds %j', (typed, expected) => {
  expect(foldersWithin(withParents(folders), typed).map(({ id }) => id).join(' ')).toBe(expected);
});
