import { expect, test } from 'vitest';
import type { Row } from '#contract/schemas/library.ts';
import { bothWays, readQuery } from './open-query.ts';
import { candidates, inOrderOfFit } from './open-search.ts';

test.each([
  ['0518', '-05-18', null, []],
  ['0518 3', '-05-18', '3', []],
  ['0518 03', '-05-18', '3', []],
  ['5月18日', '-05-18', null, []],
  ['5月18日3版', '-05-18', '3', []],
  ['５月１８日', '-05-18', null, []],
  ['5月', '-05-', null, []],
  ['20240518', '2024-05-18', null, []],
  ['2024-05-18 p3', '2024-05-18', '3', []],
  ['2024年5月18日 第3版', '2024-05-18', '3', []],
  ['2024-05', '2024-05', null, []],
  ['清淤 0518', '-05-18', null, ['清淤']],
  ['1345', null, null, ['1345']], // no such day
  ['雨前 3', null, null, ['雨前', '3']],
  ['裴大勇', null, null, ['裴大勇']],
  ['', null, null, []],
])('%j: date %j, page %j, words %j', (typed, date, page, words) => {
  expect(readQuery(typed)).toEqual({ date, page, words, file: null });
});

test('a file is asked for by name', () => {
  expect(readQuery('file: 0518_03')).toEqual({ words: [], date: null, page: null, file: '0518_03' });
});

test('what may be a date is looked for as a word too', () => {
  expect(bothWays('0518').map(({ words }) => words)).toEqual([[], ['0518']]);
  expect(bothWays('清淤')).toHaveLength(1);
});

const row = (article: string, parts: Partial<Row>): Row => ({
  article: article as Row['article'], issue: 1, position: 1, headline: '', byline: '', newspaper: '', edition: '', date: '2024-05-18', page: '03', file: 'a.txt', folder: '', gone: false,
  topics: [], status: 'new', confidence: null, risk: 0, findings: 0, length: 1, ...parts,
});

const order = (typed: string, rows: readonly Row[], recent: readonly number[] = []) => inOrderOfFit(bothWays(typed), rows, recent).map(({ article }) => article);

test('the better fit first: the whole headline, its beginning, inside it, the byline, the file', () => {
  const rows = [
    row('file', { file: '清淤.txt' }), row('byline', { byline: '记者 清淤' }), row('inside', { headline: '雨前清淤忙' }), row('begins', { headline: '清淤之后' }), row('whole', { headline: '清淤' }), row('none', { headline: '别的' }),
  ];
  expect(order('清淤', rows)).toEqual(['whole', 'begins', 'inside', 'byline', 'file']);
});

test('of two that fit alike, the page opened last comes first, then the later date', () => {
  const rows = [row('old', { headline: '清淤甲', issue: 1, date: '2024-05-01' }), row('new', { headline: '清淤乙', issue: 2, date: '2024-06-01' }), row('opened', { headline: '清淤丙', issue: 3, date: '2023-01-01' })];
  expect(order('清淤', rows, [3])).toEqual(['opened', 'new', 'old']);
});

test('a page is that page, and its articles stand as they do there', () => {
  const rows = [row('b', { page: '03', position: 2 }), row('a', { page: '03', position: 1 }), row('13', { page: '13' }), row('A3', { page: 'A3' }), row('other', { page: '03', date: '2024-05-19' })];
  expect(order('0518 3', rows)).toEqual(['a', 'b', 'A3']);
});

test('every word must be found somewhere', () => {
  const rows = [row('both', { headline: '雨前清淤忙', byline: '裴大勇' }), row('one', { headline: '雨前清淤忙' })];
  expect(order('清淤 裴', rows)).toEqual(['both']);
});

test('marks, letters and digits of either width find those of the other, in the rows and in what the index is asked', () => {
  const rows = [row('full', { headline: '端午，在渡口等一条船' }), row('half', { headline: '端午,在渡口等一条船' }), row('dots', { headline: '船来了……' }), row('digits', { headline: '２０２５年ＧＤＰ出炉' })];
  expect(order('端午，在渡口', rows)).toEqual(['full', 'half']);
  expect(order('端午,在渡口', rows)).toEqual(['full', 'half']);
  expect(order('来了……', rows)).toEqual(['dots']);
  expect(order('2025年gdp', rows)).toEqual(['digits']);
  const asked = (typed: string) => candidates(bothWays(typed)).filters.flatMap(({ columns }) => columns?.headline ?? []);
  expect(asked('端午，在渡口等')).toEqual(['端午,在渡口等', '在渡口等']);
  expect(asked('GDP')).toEqual(['gdp', 'ＧＤＰ']);
  expect(asked('清淤')).toEqual(['清淤']);
  expect(candidates(bothWays('0518，是')).filters.length).toBeLessThanOrEqual(10); // as many as may be asked
});
