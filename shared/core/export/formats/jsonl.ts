import type { Exporter } from '../exporter.ts';
import { articleRow } from '../tables/rows.ts';

/** JSON Lines: all articles in one file, in the order of the pages, every line with all columns. */
export const jsonl: Exporter = {
  id: 'jsonl',
  begin: ({ reading }) => ({
    start: () => [{ path: 'articles.jsonl', text: '' }],
    page: (page) => page.articles.map((article) => ({ path: 'articles.jsonl', text: `${JSON.stringify(articleRow(page, article, reading))}\n` })),
  }),
};
