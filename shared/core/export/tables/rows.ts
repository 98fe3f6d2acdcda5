import type { Reading } from '../../model/reading.ts';
import type { ArticleRecord, AsideRecord, CorrectionRecord, PageRecord, PassageRecord } from '../record.ts';
import type { ArticleRole, AsideRole } from '../../model/role.ts';
import type { Row } from './column.ts';

const pageColumns = (page: PageRecord, article: string) => ({
  article_id: article, newspaper_name: page.newspaper, edition: page.edition, date: page.date, page: page.page,
});

/** An article by the columns `ARTICLES`, its fields in one reading. */
export function articleRow(page: PageRecord, article: ArticleRecord, reading: Reading): Row {
  const fields = reading === 'emended' ? article : article.asPrinted;
  return {
    ...pageColumns(page, article.articleId),
    headline: fields.headline,
    byline: fields.byline,
    article: fields.paragraphs.map(({ text }) => text).join('\n'),
    kicker: fields.kicker,
    subtitle: fields.subtitle,
    paragraphs: fields.paragraphs,
    captions: fields.captions,
    credits: fields.credits,
    topics: article.topics.map(({ scheme, id, labelEn, labelZh }) => ({ scheme, id, label_en: labelEn, label_zh: labelZh })),
    position: article.position,
    continues_in: article.next?.articleId ?? '',
    continued_from: article.previous?.articleId ?? '',
    status: article.status,
    checked_by: article.checkedBy,
    approvals: article.approvals.map(({ who, when }) => ({ who, when })),
    corrections: article.corrections.length,
    source_file: page.sourceFile,
    source_sha256: page.sourceSha256,
  };
}

/** The keys of an object sorted, so that equal ones are written alike. */
const sorted = (data: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function correctionRow(page: PageRecord, article: string, each: CorrectionRecord, index: number, passage: number): Row {
  return {
    ...pageColumns(page, article),
    correction: index,
    kind: each.kind,
    before: each.before,
    after: each.after,
    context_before: each.contextBefore,
    context_after: each.contextAfter,
    passage,
    role: each.role,
    start: each.at.from,
    end: each.at.to,
    source_start: each.source.from,
    source_end: each.source.to,
    reason: each.reason.id,
    reason_data: each.reason.data ? JSON.stringify(sorted(each.reason.data)) : '',
    agent: each.by.kind,
    who: each.by.who,
    when: each.by.when,
    act: each.by.act,
    probability: each.probability,
    source_file: page.sourceFile,
  };
}

/** Every correction of a page by the columns `CORRECTIONS`: those of its articles, then those of what stands aside. */
export function correctionRows(page: PageRecord): readonly Row[] {
  return [
    ...page.articles.flatMap(({ articleId, corrections }) => corrections.map((each, index) => correctionRow(page, articleId, each, index, each.passage))),
    ...page.aside.flatMap(({ corrections }, passage) => corrections.map((each, index) => correctionRow(page, '', each, index, passage))),
  ];
}

function passageRow(page: PageRecord, article: string, passage: PassageRecord<ArticleRole | AsideRole>, index: number, aside: AsideRecord | null): Row {
  const { ranges } = passage;
  return {
    ...pageColumns(page, article),
    passage: index,
    role: passage.role,
    text: passage.emended,
    text_printed: passage.printed,
    source_ranges: ranges.map(({ from, to }) => ({ start: from, end: to })),
    source_start: ranges.length === 0 ? 0 : Math.min(...ranges.map(({ from }) => from)),
    source_end: Math.max(...ranges.map(({ to }) => to), 0),
    repeats: aside?.twin?.articleId ?? '',
    agent: aside?.by.kind ?? '',
    who: aside?.by.who ?? '',
    when: aside?.by.when ?? '',
    source_file: page.sourceFile,
    source_sha256: page.sourceSha256,
  };
}

/** Every passage of a page by the columns `PASSAGES`: those of its articles, then what stands aside. */
export function passageRows(page: PageRecord): readonly Row[] {
  return [
    ...page.articles.flatMap(({ articleId, passages }) => passages.map((passage, index) => passageRow(page, articleId, passage, index, null))),
    ...page.aside.map((passage, index) => passageRow(page, '', passage, index, passage)),
  ];
}
