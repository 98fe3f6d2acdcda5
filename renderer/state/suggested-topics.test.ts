import { expect, test } from 'vitest';
import { together } from './suggested-topics.ts';

const said = (id: string, probability: number, pair = '') => ({ topic: { scheme: 'own', id }, probability, reasons: pair === '' ? [] : [{ pair, with: 3, of: 4 }] });
const of = (suggestions: readonly ReturnType<typeof said>[], ...topics: readonly string[]) => ({ said: suggestions, topics: topics.map((id) => ({ scheme: 'own', id })) });
const shown = (articles: Parameters<typeof together>[0]) => together(articles).map(({ topic, probability, reasons }) => [topic.id, probability, reasons[0]?.pair ?? '']);

test('what is suggested for several articles is what those that lack it are likeliest to have in the mean, with the best reasons', () => {
  const articles = [of([said('river', 0.5, '河道'), said('school', 0.25)]), of([said('river', 0.75, '渡口')], 'school'), of([], 'school')];
  expect(shown(articles)).toEqual([['river', 1.25 / 3, '渡口'], ['school', 0.25, '']]);
});

test('of one article it is what was said of it; five at most', () => {
  const one = ['a', 'b', 'c'].map((id, at) => said(id, 0.9 - at / 10));
  expect(together([of(one)])).toEqual(one);
  expect(together([of([...one, ...['d', 'e', 'f'].map((id) => said(id, 0.2))])])).toHaveLength(5);
  expect(together([])).toEqual([]);
});
