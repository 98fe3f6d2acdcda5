import { fileStem } from '../../metadata/file-stem.ts';
import type { Exporter } from '../exporter.ts';
import { safeName } from '../file-name.ts';
import type { ArticleRecord, PageRecord } from '../record.ts';

/** The article as a reader sees it: headline group, byline where it stands alone, paragraphs, captions with their credits last. */
function read(article: ArticleRecord): string {
  const runIn = article.paragraphs.some(({ text }) => article.byline !== '' && text.slice(0, 60).includes(article.byline.split(' ')[0] ?? ''));
  const head = [article.kicker, article.headline, article.subtitle, runIn ? '' : article.byline].filter((each) => each !== '');
  const foot = [...article.captions, ...article.credits];
  const parts = [head.join('\n'), article.paragraphs.map(({ text }) => text).join('\n'), foot.join('\n')];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function folder(page: PageRecord): string {
  const path = fileStem(page.sourceFile).split('/').map((part) => safeName(part) || '_');
  return path.join('/');
}

/** Plain text: a folder an issue file, one file an article. The id in the name keeps two articles of one headline apart. */
export const text: Exporter = {
  id: 'text',
  growing: [],
  *chunks(page) {
    for (const article of page.articles) {
      const name = [String(article.position).padStart(2, '0'), safeName(article.headline, 90), safeName(article.articleId, 120)];
      yield { path: `${folder(page)}/${name.filter((part) => part !== '').join(' ')}.txt`, text: read(article) };
    }
  },
};
