import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { fieldsWith } from '../model/fields.ts';
import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Article, Issue, LinkSide, Passage, TopicRef } from '../model/issue.ts';
import { checkLedger } from '../model/ledger.ts';
import type { LedgerError } from '../model/ledger.ts';
import type { ArticleRole, AsideRole } from '../model/role.ts';
import { Attribution } from './attribution.ts';
import type { PageHistory } from './attribution.ts';
import { CodePoints } from './code-points.ts';
import { passageRecord } from './passage-record.ts';
import type { Reader } from './passage-record.ts';
import type { ArticleRecord, AsideRecord, CorrectionRecord, LinkedArticle, PageRecord, PassageRecord } from './record.ts';
import { allUnusual, unusualIn } from './unusual.ts';

/** What is known of a page beside its tree. */
export type PageFacts = Omit<PageRecord, 'source' | 'unusual' | 'ledger' | 'articles' | 'aside'>;

/** What an export has to be told that no tree holds. */
export type RecordOptions = {
  readonly wanted: (article: Article) => boolean;
  readonly withAside: boolean;
  readonly history: PageHistory;
  readonly publicId: (article: ArticleId) => string;
  readonly labels: (topic: TopicRef) => { readonly en: string; readonly zh: string };
  readonly linked?: (article: ArticleId, side: LinkSide) => LinkedArticle | null; // absent: no article goes on on another page
};

function record(reader: Reader, article: Article, position: number, options: RecordOptions): ArticleRecord {
  const passages: PassageRecord[] = [];
  const corrections: CorrectionRecord[] = [];
  const texts = new Map<PassageId, PassageRecord>();
  article.passages.forEach((passage, index) => {
    const read = passageRecord(reader, passage as Passage & { readonly role: ArticleRole }, index, corrections.length);
    passages.push(read.passage);
    corrections.push(...read.corrections);
    texts.set(passage.id, read.passage);
  });
  const emended = fieldsWith(article, ({ id }) => texts.get(id)!.emended);
  const { status } = article;
  return {
    articleId: options.publicId(article.id),
    position,
    ...emended,
    asPrinted: corrections.length === 0 ? emended : fieldsWith(article, ({ id }) => texts.get(id)!.printed),
    passages,
    corrections,
    topics: article.topics.map((topic) => ({ ...topic, labelEn: options.labels(topic).en, labelZh: options.labels(topic).zh })),
    status,
    checkedBy: status === 'approved' ? 'person' : 'machine',
    approvals: status === 'approved' ? reader.attribution.approvalsOf(article.id) : [],
    next: options.linked?.(article.id, 'next') ?? null,
    previous: options.linked?.(article.id, 'previous') ?? null,
  };
}

function aside(reader: Reader, issue: Issue, exported: ReadonlySet<ArticleId>, publicId: RecordOptions['publicId']): readonly AsideRecord[] {
  return issue.aside.map((passage): AsideRecord => {
    const { passage: read, corrections } = passageRecord(reader, passage as Passage & { readonly role: AsideRole }, 0, 0);
    const repeated = passage.twin && issue.articles.find(({ passages }) => passages.some(({ id }) => id === passage.twin));
    const twin = repeated && exported.has(repeated.id) ? { articleId: publicId(repeated.id), passage: repeated.passages.findIndex(({ id }) => id === passage.twin) } : null;
    return { ...read, corrections, by: reader.attribution.asideBy(passage.id), twin };
  });
}

/** What was added to a page, and where in its source, in code points. */
function addedTo({ articles, aside }: Issue, points: CodePoints): readonly { readonly text: string; readonly at: number }[] {
  return [...articles.flatMap(({ passages }) => passages), ...aside].flatMap(({ pieces }) => {
    if (pieces.length === 1 && pieces[0]!.kind === 'kept') return [];
    let end = 0; // of the source before it
    return pieces.flatMap((piece) => {
      if (piece.kind === 'kept' || piece.kind === 'struck') end = piece.range.to;
      return piece.kind === 'added' ? [{ text: piece.text, at: points.at(end) }] : [];
    });
  });
}

/** A page as it is exported. Fails where its ledger does not add up: then nothing may leave. */
export function pageRecord(given: Issue, facts: PageFacts, options: RecordOptions): Result<PageRecord, LedgerError> {
  // No encoding of Unicode can write a lone surrogate; its stand-in is as long, so that every offset holds.
  const issue = given.source.isWellFormed() ? given : { ...given, source: given.source.toWellFormed() };
  const ledger = checkLedger(issue);
  if (!ledger.ok) return ledger;
  const { wanted, withAside, publicId } = options;
  const points = new CodePoints(issue.source);
  const reader = { source: issue.source, points, attribution: new Attribution(options.history) };
  const articles = issue.articles.flatMap((article, index) => (wanted(article) ? [record(reader, article, index + 1, options)] : []));
  const exported = new Set(issue.articles.filter(wanted).map(({ id }) => id));
  return ok({
    ...facts,
    source: issue.source,
    unusual: allUnusual(unusualIn(given.source, (offset) => points.at(offset)), addedTo(issue, points)),
    ledger: ledger.value,
    articles,
    aside: withAside ? aside(reader, issue, exported, publicId) : [],
  });
}
