import { expect, test } from 'vitest';
import { smallEvidence } from '../testing/small-language.ts';
import { suspectsOf } from './suspects.ts';

const WORDS = '渡口 900\n恢复 800\n通航 700\n今天 900\n清河 600\n渡 50\n口 80\n日 200\n曰 1';
const PAGES = ['清河渡口今天恢复通航。', '清河渡口今天停航。', '清河渡曰今天恢复通航。'];
const evidence = smallEvidence(WORDS, PAGES, { 曰: '日口', 口: '日曰', 天: '大' });

test('a character is suspected where one like it makes a word that the archive knows there', () => {
  const [found, ...others] = suspectsOf(PAGES[2]!, evidence, 1);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ at: 3, read: '曰', meant: '口', signs: { rank: 1, length: 2, lengthRead: 1, seenRead: 0 } });
  expect(found!.signs.words).toBeGreaterThan(0);
  expect(found!.signs.characters).toBeGreaterThan(0);
});

test('what is in order is not, nor what no other is like', () => {
  expect(suspectsOf(PAGES[0]!, evidence, 1)).toEqual([]);
  expect(suspectsOf('甲乙丙', evidence, 0)).toEqual([]);
});

test('an occurrence does not speak for itself', () => {
  const twice = smallEvidence(WORDS, [...PAGES, PAGES[2]!], { 曰: '日口' });
  expect(suspectsOf(PAGES[2]!, twice, 1)[0]!.signs.characters).toBeLessThan(suspectsOf(PAGES[2]!, evidence, 1)[0]!.signs.characters);
  expect(suspectsOf(PAGES[2]!, evidence, 0)[0]!.signs.seenRead).toBeGreaterThan(0);
});
