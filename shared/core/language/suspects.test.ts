import { expect, test } from 'vitest';
import { smallEvidence } from '../testing/small-language.ts';
import { UNLIKE } from './strangers.ts';
import { suspectsOf } from './suspects.ts';

const WORDS = '渡口 900\n恢复 800\n通航 700\n今天 900\n清河 600\n渡 50\n口 80\n日 200\n曰 1';
const PAGES = ['清河渡口今天恢复通航。', '清河渡口今天停航。', '清河渡曰今天恢复通航。'];
const evidence = smallEvidence(WORDS, PAGES, { 曰: '日口', 口: '日曰', 天: '大' });

test('a character is suspected where one like it makes a word that the archive knows there', () => {
  const [found] = suspectsOf(PAGES[2]!, evidence, 1);
  expect(found).toMatchObject({ at: 3, read: '曰', meant: '口', signs: { rank: 1, length: 2, lengthRead: 1, seenRead: { most: 0 } } });
  expect(found!.signs.words).toBeGreaterThan(0);
  expect(found!.signs.characters).toBeGreaterThan(0);
});

test('what else may be meant there stands behind it, so far as it gains anything', () => {
  const [found, other, ...more] = suspectsOf(PAGES[2]!, evidence, 1);
  expect(other).toMatchObject({ at: 3, read: '曰', meant: '日' });
  expect(more).toEqual([]);
  expect(found!.signs.margin).toBeCloseTo(-other!.signs.margin);
  expect(found!.signs.margin).toBeGreaterThan(0);
});

test('what is in order is not, nor what no other is like', () => {
  expect(suspectsOf(PAGES[0]!, evidence, 1)).toEqual([]);
  expect(suspectsOf('甲乙丙', evidence, 0)).toEqual([]);
});

test('where no shape helps, another is suspected that its neighbours often have there and that makes a word with them', () => {
  const list = `${WORDS}\n渡船 50\n停航 300\n喝 3\n是 90`;
  const pages = ['清河渡口今天恢复通航。', '清河渡口今天停航。', '清河渡口下午停航。', '清河渡喝今天停航。', '老喝茶。'];
  const [found, ...others] = suspectsOf(pages[3]!, smallEvidence(list, pages, { 喝: '渴', 口: '日' }), 1);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ at: 3, read: '喝', meant: '口', signs: { rank: UNLIKE, sounds: false, lengthRead: 1, length: 2, times: { word: 3, pair: 3 }, timesRead: { word: 0, pair: 0 } } });
  const usual = [...pages, '山渡喝风。', '林渡喝雨。', '石渡喝雪。', '草渡喝霜。'];
  expect(suspectsOf(pages[3]!, smallEvidence(list, usual, { 喝: '渴', 口: '日' }), 1)).toEqual([]); // the archive has them side by side again and again
  expect(suspectsOf('老喝茶。', smallEvidence(list, pages, { 喝: '渴', 口: '日' }), 1)).toEqual([]); // no neighbour asks for another
  expect(suspectsOf(pages[3]!, smallEvidence(list, pages, { 口: '日' }), 1)).toEqual([]); // it is no common character: nothing is known of what it is misread for
});

test('one number is not suspected to be another, however often the archive has that', () => {
  const list = '第一 900\n班船 700\n第 90\n一 90\n二 90\n土 3';
  const pages = ['第一班船。', '第一班船开。', '有第一班船。', '第二班船来。', '第土班船到。'];
  const known = smallEvidence(list, pages, { 二: '一土', 土: '一二' });
  expect(suspectsOf(pages[3]!, known, 1)).toEqual([]);
  expect(suspectsOf(pages[4]!, known, 1).map(({ read, meant }) => read + meant)).toContain('土一');
});

test('an occurrence does not speak for itself', () => {
  const [counted] = suspectsOf(PAGES[2]!, evidence, 1);
  const without = smallEvidence(WORDS, PAGES.slice(0, 2), { 曰: '日口' });
  const [apart] = suspectsOf(PAGES[2]!, without, 0);
  const [speaking] = suspectsOf(PAGES[2]!, evidence, 0);
  expect(speaking!.signs.seenRead.most).toBeGreaterThan(0);
  expect(counted!.signs.seenRead.most).toBe(0);
  // Nearly as if it had not been counted at all; what speaks for itself gains much less.
  expect(Math.abs(counted!.signs.characters - apart!.signs.characters)).toBeLessThan(1);
  expect(speaking!.signs.characters).toBeLessThan(counted!.signs.characters - 1);
});
