import { articlePath, articleText, fieldsIn } from '../article-text.ts';
import { byPage } from '../by-page.ts';
import { withoutControls } from '../unusual.ts';

/** Plain text: a folder an issue file, one file an article. */
export const text = byPage('text', (page, { reading }) => page.articles.map((article) => (
  { path: `${articlePath(page, article)}.txt`, text: `${withoutControls(articleText(fieldsIn(article, reading)))}\n`, closes: true }
)));
