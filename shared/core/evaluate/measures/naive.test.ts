import { expect, it } from 'vitest';
import { markedTruth } from '../../testing/marked-truth.ts';
import { naiveReport } from './naive.ts';

const truth = markedTruth('a kicker: 渡口消息', 'a headline: 渡口通航', 'a body: 船来了，停在岸边。', 'a subhead: 夜里也开', 'a body: 灯亮到十点。');

it.each([
  ['runs' as const, [[0, 1, 2], [3, 4]], ['渡口消息', '夜里也开']],
  ['literal' as const, [[0], [1, 2], [3, 4]], ['渡口消息', '渡口通航', '夜里也开']],
])('%s', (kind, blocks, headlines) => {
  const { articles, joins, roles } = naiveReport('page', truth, kind);
  expect(articles.map((article) => article.blocks)).toEqual(blocks);
  expect(articles.map(({ headline }) => headline)).toEqual(headlines);
  expect(articles.at(-1)).toMatchObject({ roles: { 3: 'headline', 4: 'body' }, body: ['灯亮到十点。'] });
  expect([joins, roles]).toEqual([[], {}]);
});
