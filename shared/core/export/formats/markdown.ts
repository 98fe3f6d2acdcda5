import type { Reading } from '../../model/reading.ts';
import { articlePath, fieldsIn, ownByline } from '../article-text.ts';
import { byPage } from '../by-page.ts';
import type { ArticleRecord, PageRecord } from '../record.ts';
import { withoutControls } from '../unusual.ts';
import { yaml } from '../yaml.ts';

/** What CommonMark and its usual extensions would take for a mark anywhere in a line. */
const MARKS = /[\\`*_[\]<>~|$&]/gu;
/** … and at the beginning of one. */
const LINE_MARKS = /^(?<blank>[ \t]*)(?:(?<digits>\d{1,9})(?=[.)](?:\s|$))|(?=[-+=#:]))/gmu;

/** A text whose every character stands for itself. Line feeds inside are hard breaks. */
export function markdownText(text: string): string {
  return withoutControls(text).replace(MARKS, '\\$&')
    .replace(LINE_MARKS, (_, blank: string, digits: string | undefined) => (digits === undefined ? `${blank}\\` : `${blank}${digits}\\`))
    .replace(/\n+/gu, '\\\n');
}

function document(page: PageRecord, article: ArticleRecord, reading: Reading): string {
  const fields = fieldsIn(article, reading);
  const head = yaml({
    article_id: article.articleId, newspaper_name: page.newspaper, edition: page.edition, date: page.date, page: page.page, position: article.position,
    continues_in: article.next?.articleId ?? '', continued_from: article.previous?.articleId ?? '',
    headline: fields.headline, byline: fields.byline, kicker: fields.kicker, subtitle: fields.subtitle,
    topics: article.topics.map(({ scheme, id, labelEn, labelZh }) => ({ scheme, id, label_en: labelEn, label_zh: labelZh })),
    status: article.status, checked_by: article.checkedBy, approvals: article.approvals.map(({ who, when }) => ({ who, when })), corrections: article.corrections.length,
    reading, source_file: page.sourceFile, source_sha256: page.sourceSha256,
  });
  const line = (text: string) => markdownText(text).replaceAll('\\\n', ' ');
  const blocks = [
    fields.kicker === '' ? '' : `*${line(fields.kicker)}*`,
    fields.headline === '' ? '' : `# ${line(fields.headline)}`,
    fields.subtitle === '' ? '' : `*${line(fields.subtitle)}*`,
    ownByline(fields) === '' ? '' : line(ownByline(fields)),
    ...fields.paragraphs.map(({ role, text }) => (role === 'subhead' ? `## ${line(text)}` : markdownText(text))),
    ...[...fields.captions, ...fields.credits].map((text) => `> ${line(text)}`),
  ];
  return `---\n${head}---\n\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Markdown (CommonMark) with what is known of the article as YAML before it: a file an article, in folders of the issue files. */
export const markdown = byPage('markdown', (page, { reading }) => page.articles.map((article) => (
  { path: `${articlePath(page, article)}.md`, text: document(page, article, reading), closes: true }
)));
