import { byPage } from '../by-page.ts';
import type { Chunk, Exporter, PagePart } from '../exporter.ts';
import { withoutControls } from '../unusual.ts';
import { CORRECTIONS } from './column.ts';
import type { Row } from './column.ts';
import { ARTICLE_WORDS, CELL_WORDS, CORRECTION_WORDS, TOPIC_WORDS, columnLines } from './column-words.ts';
import { articleRow, correctionRows } from './rows.ts';

/** How cells are parted, and what a table is called. */
export type SheetKind = { readonly ending: 'csv' | 'tsv'; readonly separator: string; readonly lineEnd: string };

/** What a spreadsheet takes for the beginning of a formula, behind marks that were put before one. */
const FORMULA = /^'*[=+\-@\t＝＋－＠]/u;

const ARTICLE_CELLS = [
  'article_id', 'newspaper_name', 'edition', 'date', 'page', 'headline', 'byline', 'article', 'kicker', 'subtitle', 'captions', 'credits', 'position', 'continues_in', 'continued_from', 'status', 'checked_by',
  'approved_by', 'approved_at', 'corrections', 'source_file', 'source_sha256',
] as const;
const TOPIC_CELLS = ['article_id', 'scheme', 'id', 'label_en', 'label_zh'] as const;
const CORRECTION_CELLS = CORRECTIONS.map(({ name }) => name);

/**
 * A cell: quoted where it holds a separator, a quote or a line feed (RFC 4180). Text that a spreadsheet would take for a formula has an apostrophe put before it; a text
 * that begins with apostrophes and then so has one more: to take one away from each gives what was there.
 */
export function cellOf(value: unknown, separator: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = withoutControls(Array.isArray(value) ? value.join('\n') : (value as string));
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function articleCells(row: Row): Row {
  const approvals = row['approvals'] as readonly { readonly who: string; readonly when: string }[];
  return { ...row, approved_by: approvals.map(({ who }) => who), approved_at: approvals.map(({ when }) => when) };
}

const ABOUT = `articles, topics, corrections: tables in UTF-8, the first line names the columns. A cell with a separator, a quote or a line feed
stands between quotes, quotes in it doubled. Where a text begins with = + - @, their full-width forms or a tab (or
with apostrophes and then one of these) an apostrophe was put before it, so that no spreadsheet takes it for a
formula: take one away to have the text as it was. Several captions, credits or approvals stand in one cell, a line
each. Control characters other than tab and line feed stand as their pictures (U+2400 and on). Offsets are code
points. Dates and page numbers are texts: import those columns as text, so that 03 stays 03.

articles: a row an article
${columnLines(ARTICLE_CELLS, { ...ARTICLE_WORDS, ...CELL_WORDS })}
topics: a row a topic of an article
${columnLines(TOPIC_CELLS, TOPIC_WORDS)}
corrections: a row a change of the text or a marked loss
${columnLines(CORRECTION_CELLS, CORRECTION_WORDS)}`;

/** An export of the tables that spreadsheets open: articles, topics and corrections. */
export function sheets(id: string, { ending, separator, lineEnd }: SheetKind): Exporter {
  const line = (cells: readonly unknown[]) => `${cells.map((cell) => cellOf(cell, separator)).join(separator)}${lineEnd}`;
  const table = (name: string, columns: readonly string[]) => ({
    head: (bom: boolean): Chunk => ({ path: `${name}.${ending}`, text: `${bom ? '\uFEFF' : ''}${line(columns)}` }),
    rows: (rows: readonly Row[]): readonly Chunk[] => (rows.length === 0 ? [] : [{ path: `${name}.${ending}`, text: rows.map((row) => line(columns.map((column) => row[column]))).join('') }]),
  });
  const [articles, topics, corrections] = [table('articles', ARTICLE_CELLS), table('topics', TOPIC_CELLS), table('corrections', CORRECTION_CELLS)];
  const part: PagePart = (page, { reading }) => {
    const rows = page.articles.map((article) => articleRow(page, article, reading));
    return [
      ...articles.rows(rows.map(articleCells)),
      ...topics.rows(rows.flatMap((row) => (row['topics'] as readonly Row[]).map((topic) => ({ article_id: row['article_id'], ...topic })))),
      ...corrections.rows(correctionRows(page)),
    ];
  };
  return byPage(id, part, ({ bom }) => ({ start: () => [articles.head(bom), topics.head(bom), corrections.head(bom), { path: 'ABOUT.txt', text: ABOUT, closes: true }] }));
}
