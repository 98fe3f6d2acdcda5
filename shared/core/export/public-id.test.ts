import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mintPublicId, pageIdOf, publicPageId } from './public-id.ts';

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

test('the page is told from the id of an article on it, whatever stands in either and however many had the same before', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('', '03', '07b', 'a-01', '清河晚报', '-'));
  fc.assert(fc.property(part, part, part, part, fc.integer({ min: 1, max: 1_200 }), fc.nat({ max: 800 }), (newspaper, edition, date, page, position, before) => {
    const pageId = publicPageId({ ...facts, newspaper, edition, date, page });
    let left = before;
    const id = mintPublicId(pageId, position, () => (left -= 1) >= 0);
    expect(pageIdOf(id, position)).toBe(pageId);
    expect(pageIdOf(id, position + 1)).toBeNull();
  }));
});
