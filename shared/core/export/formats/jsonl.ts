import { byPage } from '../by-page.ts';
import { articleRow } from '../tables/rows.ts';

const PATH = 'articles.jsonl';

/** JSON Lines: all articles in one file, in the order of the pages, every line with all columns. */
export const jsonl = byPage(
  'jsonl',
  (page, { reading }) => page.articles.map((article) => ({ path: PATH, text: `${JSON.stringify(articleRow(page, article, reading))}\n` })),
  () => ({ start: () => [{ path: PATH, text: '' }] }),
);
