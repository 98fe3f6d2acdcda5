import { expect, test } from 'vitest';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { issueOf } from '../../testing/notation.ts';
import { ARTICLES } from '../tables/column.ts';
import { jsonl } from './jsonl.ts';

const one = exportedPage(issueOf('a1 kicker: 石桥街道', 'a1 headline: 装电梯', 'a1 body: 本报讯（记者 周允）“-[抵]+[低]偿”的办法。', 'a1 credit: 周允摄', 'a2 headline: 备战忙', 'a2 byline: 本报记者 何青', 'a2 body: 天刚亮。'));
const lines = (text: string | undefined) => text!.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

test('one line an article, with every column, as emended', () => {
  const rows = lines(exportedTexts(jsonl, [one])['articles.jsonl']);
  expect(rows[0]).toMatchObject({ article_id: 'qh-a1', newspaper_name: '清河晚报', headline: '装电梯', byline: '周允', article: '本报讯（记者 周允）“低偿”的办法。', corrections: 1, checked_by: 'machine' });
  expect(Object.keys(rows[0]!).slice(0, 8)).toEqual(['article_id', 'newspaper_name', 'edition', 'date', 'page', 'headline', 'byline', 'article']);
  for (const row of rows) expect(Object.keys(row)).toEqual(ARTICLES.map(({ name }) => name));
});

test('as printed, where that is asked for', () => {
  expect(lines(exportedTexts(jsonl, [one], { reading: 'printed' })['articles.jsonl'])[0]).toMatchObject({ article: '本报讯（记者 周允）“抵偿”的办法。' });
});

test('controls are escaped; a lone surrogate stands as U+FFFD, and the page says so', () => {
  const issue = issueOf('a1 headline: 题', 'a1 body: 甲乙\uE000丙');
  const page = exportedPage({ ...issue, source: issue.source.replace('甲', '\u0001').replace('乙', '\uD800') });
  expect(lines(exportedTexts(jsonl, [page])['articles.jsonl'])[0]).toMatchObject({ article: '\u0001\uFFFD\uE000丙' });
  expect(page.unusual).toEqual([
    { code: 1, kind: 'control', count: 1, at: 3 }, { code: 0xd800, kind: 'lone-surrogate', count: 1, at: 4 }, { code: 0xe000, kind: 'private-use', count: 1, at: 5 },
  ]);
});

test('no articles make an empty file', () => {
  expect(exportedTexts(jsonl, [])).toMatchObject({ 'articles.jsonl': '' });
});
