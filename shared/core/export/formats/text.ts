import { articlePath, articleText, fieldsIn } from '../article-text.ts';
import type { Exporter } from '../exporter.ts';
import { withoutControls } from '../unusual.ts';

/** Plain text: a folder an issue file, one file an article. */
export const text: Exporter = {
  id: 'text',
  begin: ({ reading }) => ({
    page: (page) => page.articles.map((article) => (
      { path: `${articlePath(page, article)}.txt`, text: `${withoutControls(articleText(fieldsIn(article, reading)))}\n`, closes: true }
    )),
  }),
};
