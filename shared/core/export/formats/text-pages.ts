import { articleText, fieldsIn } from '../article-text.ts';
import type { Exporter } from '../exporter.ts';
import { withoutControls } from '../unusual.ts';

/** Plain text, one file an issue file: its articles in order, two blank lines between them. */
export const textPages: Exporter = {
  id: 'text-pages',
  begin: ({ reading }) => ({
    page: (page) => (page.articles.length === 0 ? [] : [{
      path: `${page.name}.txt`,
      text: `${page.articles.map((article) => withoutControls(articleText(fieldsIn(article, reading)))).join('\n\n\n')}\n`,
      closes: true,
    }]),
  }),
};
