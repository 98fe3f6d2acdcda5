import type { Exporter } from '../exporter.ts';
import type { ArticleRecord, PageRecord } from '../record.ts';

/** One article a line. The columns begin as the large newspaper sets have them, and every line has all of them. */
function line(page: PageRecord, article: ArticleRecord): string {
  return JSON.stringify({
    article_id: article.articleId,
    newspaper_name: page.newspaper,
    edition: page.edition,
    date: page.date,
    page: page.page,
    headline: article.headline,
    byline: article.byline,
    article: article.paragraphs.map(({ text }) => text).join('\n'),
    kicker: article.kicker,
    subtitle: article.subtitle,
    paragraphs: article.paragraphs,
    captions: article.captions,
    credits: article.credits,
    topics: article.topics.map(({ scheme, id, labelEn, labelZh }) => ({ scheme, id, label_en: labelEn, label_zh: labelZh })),
    position: article.position,
    status: article.status,
    checked_by: article.checkedBy,
    corrections: article.corrections.length,
    source_file: page.sourceFile,
    source_sha256: page.sourceSha256,
  });
}

/** JSON Lines: all articles in one file, in the order of the pages. */
export const jsonl: Exporter = {
  id: 'jsonl',
  growing: ['articles.jsonl'],
  *chunks(page) {
    for (const article of page.articles) yield { path: 'articles.jsonl', text: `${line(page, article)}\n` };
  },
};
