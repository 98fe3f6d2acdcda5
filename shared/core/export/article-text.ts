import type { Reading } from '../model/reading.ts';
import type { Fields } from '../model/fields.ts';
import { safeName } from './file-name.ts';
import type { ArticleRecord, PageRecord } from './record.ts';

/** The fields of an article in a reading. */
export const fieldsIn = (article: ArticleRecord, reading: Reading): Fields => (reading === 'emended' ? article : article.asPrinted);

/** The byline where it stands alone; '' where the first words of the text say it. */
export function ownByline({ byline, paragraphs }: Fields): string {
  const runIn = paragraphs.some(({ text }) => byline !== '' && text.slice(0, 60).includes(byline.split(' ')[0] ?? ''));
  return runIn ? '' : byline;
}

/** The article as a reader sees it: headline group, byline where it stands alone, paragraphs, captions with their credits last. Without a line feed at the end. */
export function articleText(fields: Fields): string {
  const head = [fields.kicker, fields.headline, fields.subtitle, ownByline(fields)].filter((each) => each !== '');
  const foot = [...fields.captions, ...fields.credits];
  const parts = [head.join('\n'), fields.paragraphs.map(({ text }) => text).join('\n'), foot.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The path of an article's own file, without its ending. The id in it keeps two articles of one headline apart. */
export function articlePath(page: PageRecord, article: ArticleRecord): string {
  const name = [String(article.position).padStart(2, '0'), safeName(article.headline, 90), safeName(article.articleId, 120)];
  return `${page.name}/${name.filter((part) => part !== '').join(' ')}`;
}
