import { expect, test } from 'vitest';
import { mintPublicId, publicPageId } from './public-id.ts';

const facts = { newspaper: '清河晚报', edition: '', date: '2024-05-18', page: '03', sourceFile: '2024-05/x.txt' };

test('a page is named by newspaper, date and page, else by its file', () => {
  expect(publicPageId(facts)).toBe('清河晚报-2024-05-18-03');
  expect(publicPageId({ ...facts, edition: '城区 版' })).toBe('清河晚报-城区_版-2024-05-18-03');
  expect(publicPageId({ ...facts, date: '' })).toBe('x');
  expect(publicPageId({ ...facts, newspaper: '', sourceFile: '../..' })).toBe('page');
});

test('no id is ever given twice', () => {
  const given = new Set<string>();
  for (let i = 0; i < 800; i += 1) given.add(mintPublicId('p', 7, (id) => given.has(id)));
  expect(given.size).toBe(800);
  expect([...given].slice(0, 3)).toEqual(['p-07', 'p-07b', 'p-07c']);
});
