import { byPage } from '../by-page.ts';
import { ARTICLES } from '../tables/column.ts';
import { ARTICLE_WORDS, columnLines } from '../tables/column-words.ts';
import { articleRow } from '../tables/rows.ts';

const PATH = 'articles.jsonl';

const ABOUT = `articles.jsonl: a line an article, a JSON object in UTF-8 with all of these keys. Dates and page numbers are texts; what is not known
is an empty text or an empty list.

${columnLines(ARTICLES.map(({ name }) => name), ARTICLE_WORDS)}`;

/** JSON Lines: all articles in one file, in the order of the pages, every line with all columns. */
export const jsonl = byPage(
  'jsonl',
  (page, { reading }) => page.articles.map((article) => ({ path: PATH, text: `${JSON.stringify(articleRow(page, article, reading))}\n` })),
  () => ({ start: () => [{ path: PATH, text: '' }, { path: 'ABOUT.txt', text: ABOUT, closes: true }] }),
);
