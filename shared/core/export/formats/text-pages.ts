import { articleText, fieldsIn } from '../article-text.ts';
import { byPage } from '../by-page.ts';
import { withoutControls } from '../unusual.ts';

/** Plain text, one file an issue file: its articles in order, two blank lines between them. */
export const textPages = byPage('text-pages', (page, { reading }) => (page.articles.length === 0 ? [] : [{
  path: `${page.name}.txt`,
  text: `${page.articles.map((article) => withoutControls(articleText(fieldsIn(article, reading)))).join('\n\n\n')}\n`,
  closes: true,
}]));
