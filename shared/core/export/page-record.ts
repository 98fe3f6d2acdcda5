import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { fieldsOf } from '../model/fields.ts';
import type { ArticleId } from '../model/ids.ts';
import type { Article, Issue, TopicRef } from '../model/issue.ts';
import { checkLedger } from '../model/ledger.ts';
import type { LedgerError } from '../model/ledger.ts';
import type { ArticleRecord, PageRecord } from './record.ts';

/** What is known of a page beside its tree. */
export type PageFacts = Omit<PageRecord, 'ledger' | 'articles'>;

/** What an export has to be told that no tree holds. */
export type RecordOptions = {
  readonly approvedOnly: boolean;
  readonly publicId: (article: ArticleId) => string;
  readonly labels: (topic: TopicRef) => { readonly en: string; readonly zh: string };
};

function record(issue: Issue, article: Article, position: number, options: RecordOptions): ArticleRecord {
  const pieces = article.passages.flatMap((passage) => passage.pieces);
  return {
    articleId: options.publicId(article.id),
    position,
    ...fieldsOf(issue.source, article, 'emended'),
    topics: article.topics.map((topic) => ({ ...topic, labelEn: options.labels(topic).en, labelZh: options.labels(topic).zh })),
    status: article.status,
    checkedBy: article.status === 'approved' ? 'person' : 'machine',
    corrections: pieces.filter(({ kind }) => kind === 'struck' || kind === 'added').length,
  };
}

/** A page as it is exported. Fails where its ledger does not add up: then nothing may leave. */
export function pageRecord(issue: Issue, facts: PageFacts, options: RecordOptions): Result<PageRecord, LedgerError> {
  const ledger = checkLedger(issue);
  if (!ledger.ok) return ledger;
  const articles = issue.articles.flatMap((article, index) =>
    options.approvedOnly && article.status !== 'approved' ? [] : [record(issue, article, index + 1, options)]);
  return ok({ ...facts, ledger: ledger.value, articles });
}
