import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { cellOf } from '../tables/sheet.ts';
import { withoutControls } from '../unusual.ts';
import { csv } from './csv.ts';
import { tsv } from './tsv.ts';

const issue = issueOf('a1 headline: =HYPERLINK("x")', 'a1 body: 他说，"-[抵]+[低]偿"好。', 'a1 caption: 图一', 'a1 caption: 图二', 'a2 headline: 备战忙');
const tagged = { ...issue, articles: issue.articles.map((article, k) => (k === 0 ? { ...article, topics: [{ scheme: 'medtop', id: 'medtop:1' }] } : article)) };
const page = exportedPage(tagged);

const rowsOf = (text: string | undefined, delimiter: string) => parse<Record<string, string>>(text!, { columns: true, delimiter, bom: true });

test('articles, topics and corrections, as a reader of CSV has them', () => {
  const files = exportedTexts(csv, [page]);
  expect(Object.keys(files).toSorted()).toEqual(['ABOUT.txt', 'articles.csv', 'corrections.csv', 'topics.csv']);
  expect(rowsOf(files['articles.csv'], ',')).toMatchObject([
    { article_id: 'qh-a1', newspaper_name: '清河晚报', page: '3', headline: `'=HYPERLINK("x")`, article: '他说，"低偿"好。', captions: '图一\n图二', corrections: '1' }, { article_id: 'qh-a2' },
  ]);
  expect(rowsOf(files['topics.csv'], ',')).toEqual([{ article_id: 'qh-a1', scheme: 'medtop', id: 'medtop:1', label_en: 'society', label_zh: '社会' }]);
  expect(rowsOf(files['corrections.csv'], ',')).toMatchObject([{ article_id: 'qh-a1', kind: 'replaced', before: '抵', after: '低', probability: '' }]);
  expect(files['articles.csv']).toMatch(/^article_id,newspaper_name,edition,date,page,headline,byline,article,[^\n]*\r\n/u);
});

test('with tabs, and with a byte order mark where that is asked for', () => {
  const files = exportedTexts(tsv, [page], { bom: true });
  for (const name of ['articles.tsv', 'topics.tsv', 'corrections.tsv']) expect(files[name]!.startsWith('\uFEFFarticle_id\t')).toBe(true);
  expect(rowsOf(files['articles.tsv'], '\t').map(({ headline }) => headline)).toEqual([`'=HYPERLINK("x")`, '备战忙']);
  expect(exportedTexts(tsv, [page])['topics.tsv']!.startsWith('article_id')).toBe(true);
});

test('whatever a cell holds: it is read back, no spreadsheet takes it for a formula, and taking the apostrophe away gives what was there', () => {
  const text = fc.array(fc.constantFrom('=', '+', '-', '@', '＝', '＠', "'", '"', ',', '\t', '\n', '\r\n', '\r', '\u0000', '甲', 'a', ' '), { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), fc.constantFrom(',', '\t'), (cells, separator) => {
    const [read] = parse(`${cells.map((cell) => cellOf(cell, separator)).join(separator)}\r\n`, { delimiter: separator, record_delimiter: '\r\n' });
    for (const cell of read!) expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/u);
    expect(read!.map((cell) => cell.replace(/^'(?='*[=+\-@\t＝＋－＠])/u, ''))).toEqual(cells.map(withoutControls));
  }), { numRuns: 2000 });
});
