import { byPage } from '../by-page.ts';
import { ARTICLES } from '../tables/column.ts';
import { ARTICLE_WORDS, columnTable } from '../tables/column-words.ts';
import { articleRow } from '../tables/rows.ts';

const PATH = 'articles.jsonl';

// No text file: what tells a folder's format by its files would take it for data.
const README = `# articles.jsonl

A line an article, a JSON object in UTF-8 with all of these keys. Dates and page numbers are texts; what is not known is an empty text or list.

${columnTable(ARTICLES.map(({ name }) => name), ARTICLE_WORDS).join('\n')}
`;

/** JSON Lines: all articles in one file, in the order of the pages, every line with all columns. */
export const jsonl = byPage(
  'jsonl',
  (page, { reading }) => page.articles.map((article) => ({ path: PATH, text: `${JSON.stringify(articleRow(page, article, reading))}\n` })),
  () => ({ start: () => [{ path: PATH, text: '' }, { path: 'README.md', text: README, closes: true }] }),
);
