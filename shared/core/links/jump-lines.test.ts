import { expect, test } from 'vitest';
import { jumpLinesIn, pageFit, pageKey } from './jump-lines.ts';

test.each([
  ['河水一直涨到夜里（下转第三版）', ['next 3']],
  ['（上接第1版）到了清早，雨才停。', ['previous 1']],
  ['▶▶下转A05版“堤上的一夜”', ['next A5 堤上的一夜']],
  ['紧接Ｂ２版', ['previous B2']],
  ['（转12版）', ['next 12']],
  ['（接十二版）', ['previous 12']],
  ['下转第十版《渡口》', ['next 10 渡口']],
  ['下转二十一版', ['next 21']],
  ['上接一版 下转三版', ['previous 1', 'next 3']],
  ['他转3版彩印的画给我看', []], // nothing says that it is such a line
  ['下转弯处有座桥', []],
  ['这是第3版', []],
  ['', []],
])('%s', (text, lines) => {
  expect(jumpLinesIn(text).map(({ side, page, title }) => `${side} ${page} ${title}`.trim())).toEqual(lines);
});

test.each([['03', '3'], ['a05', 'A5'], ['第三版', '3'], ['第十二版：要闻', '12'], ['Ａ０３', 'A3'], ['要闻', ''], ['', ''], ['20240518', '']])('the page %s is %s', (page, key) => {
  expect(pageKey(page)).toBe(key);
});

test('a page fits one that is called the same, and half one whose letter is not said', () => {
  expect([pageFit('3', '03'), pageFit('5', 'A05'), pageFit('A5', 'B5'), pageFit('3', '13'), pageFit('3', ''), pageFit('A5', 'A5')]).toEqual([1, 0.5, 0, 0, 0, 1]);
});
