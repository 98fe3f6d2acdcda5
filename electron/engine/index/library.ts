import type { Facets, Filter, IssueId, Row, Sort, Selection } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { STATUSES } from '#core/model/issue.ts';
import type { QueueCounts, QueuePlace } from '#contract/schemas/queue.ts';
import { withBelow } from '#core/topics/tree.ts';
import type { Database } from '../db/database.ts';
import { contains, holdsText, taggedWith, whereOf } from './filter.ts';
import type { Lookups, Where } from './filter.ts';
import { QueueIndex } from './queue.ts';
import type { Asked } from './queue.ts';
import { orderOf } from './sort.ts';
import { countTopics } from './topic-counts.ts';

const COLUMNS = 'article, issue, position, headline, byline, newspaper, edition, date, page, file, folder, topics, status, confidence, risk, findings, length';
const REMEMBERED = 8;

/** The library's questions, asked of index.db. Answers that many rows went into are remembered until the index changes. */
export class Library {
  readonly #db: Database;
  readonly #topics: Pick<Lookups, 'topics' | 'topicsNamed'>;
  readonly #orders = new Map<string, readonly number[]>();
  readonly #texts = new Map<string, string>();
  readonly #queues: QueueIndex;

  constructor(db: Database, topics: Pick<Lookups, 'topics' | 'topicsNamed'>) {
    this.#db = db;
    this.#topics = topics;
    this.#queues = new QueueIndex(db);
  }

  /** The index has changed: on these pages, or (null) anywhere. Remembered answers are forgotten, those of queues renewed. */
  changed(pages: readonly IssueId[] | null): void {
    this.#orders.clear();
    this.#texts.clear();
    this.#queues.changed(pages);
  }

  /** A stretch of the articles a filter shows, in order, and how many it shows in all. */
  rows(filter: Filter, sort: readonly Sort[], offset: number, limit: number): { readonly total: number; readonly rows: readonly Row[] } {
    const where = this.#where(filter);
    if (where.sql !== '1') {
      const ids = this.#ordered(where, sort);
      return { total: ids.length, rows: ids.slice(offset, offset + limit).map((id) => this.#row(id)) };
    }
    const { total } = this.#db.get<{ total: number }>('SELECT count(*) AS total FROM article')!;
    const ids = this.#db.all<{ id: number }>(`SELECT id FROM article ORDER BY ${orderOf(sort)} LIMIT ? OFFSET ?`, limit, offset);
    return { total, rows: ids.map(({ id }) => this.#row(id)) };
  }

  /** How many articles there are of each kind. Of statuses, topics and folders: with every part of the filter but that one. */
  facets(filter: Filter, unreadable: number): Facets {
    const count = (sql: string, { sql: where, values }: Where) => this.#db.get<{ n: number }>(`SELECT ${sql} AS n FROM article WHERE ${where}`, ...values)!.n;
    const { status: _status, ...withoutStatus } = filter;
    const { topics: _topics, exactTopics: _exactTopics, untagged: _untagged, ...withoutTopics } = filter;
    const { folder: _folder, ...withoutFolder } = filter;
    const { otherwise: _otherwise, ...withoutOtherwise } = filter;
    const where = this.#where(filter);
    const [byStatus, byTopic, byFolder, byOtherwise] = [withoutStatus, withoutTopics, withoutFolder, withoutOtherwise].map((each) => this.#where(each)) as [Where, Where, Where, Where];
    const statuses = this.#db.all<{ status: string; n: number }>(`SELECT status, count(*) AS n FROM article WHERE ${byStatus.sql} GROUP BY status`, ...byStatus.values);
    const sets = this.#db.all<{ topics: string; articles: number }>(`SELECT topics, count(*) AS articles FROM article WHERE ${byTopic.sql} GROUP BY topics`, ...byTopic.values);
    const folders = this.#db.all<{ folder: string; articles: number }>(
      `SELECT folder, count(*) AS articles FROM article WHERE ${byFolder.sql} GROUP BY folder ORDER BY folder`, ...byFolder.values,
    );
    return {
      articles: count('count(*)', where),
      issues: count('count(DISTINCT issue)', where),
      untagged: count(`count(*) FILTER (WHERE topics = '[]')`, byTopic),
      otherwise: count('count(*) FILTER (WHERE issue IN (SELECT issue FROM otherwise))', byOtherwise),
      status: Object.fromEntries(STATUSES.map((status) => [status, statuses.find((each) => each.status === status)?.n ?? 0])) as Facets['status'],
      topics: countTopics(sets.map(({ topics, articles }) => ({ topics: JSON.parse(topics) as TopicRef[], articles })), this.#topics.topics()),
      folders: [...folders],
      unreadable,
    };
  }

  /** Where an article or a page stands in a queue, and what comes before and after it. */
  placeInQueue(asked: Asked, filter: Filter): QueuePlace {
    return this.#queues.place(asked, this.#whereRowByRow(filter));
  }

  /** How much a queue holds and how much of it is done. */
  countQueue(filter: Filter): QueueCounts {
    return this.#queues.counts(this.#whereRowByRow(filter));
  }

  /** The articles that a filter shows, by issue. */
  articlesOf(filter: Filter): ReadonlyMap<IssueId, ReadonlySet<ArticleId>> {
    const { sql, values } = this.#where(filter);
    return grouped(this.#db.all(`SELECT issue, article FROM article WHERE ${sql} ORDER BY issue, position`, ...values));
  }

  /** Of the articles an act is for: how many there are, how many have a topic, and how many have not but one that stands below it. */
  tagged(selection: Selection, topic: TopicRef): { readonly articles: number; readonly have: number; readonly implied: number } {
    const chosen: Where = 'filter' in selection ? this.#where(selection.filter) : { sql: 'article IN (SELECT value FROM json_each(?))', values: [JSON.stringify(selection.articles)] };
    const [exact, within] = [taggedWith([topic]), taggedWith(withBelow(this.#topics.topics(), [topic]))];
    const counts = this.#db.get<{ articles: number; have: number; within: number }>(
      `SELECT count(*) AS articles, count(*) FILTER (WHERE ${exact.sql}) AS have, count(*) FILTER (WHERE ${within.sql}) AS within FROM article WHERE ${chosen.sql}`,
      ...exact.values, ...within.values, ...chosen.values,
    )!;
    return { articles: counts.articles, have: counts.have, implied: counts.within - counts.have };
  }

  /** Articles by id, by issue; ids of articles that are not there are left out. */
  articlesNamed(articles: readonly ArticleId[]): ReadonlyMap<IssueId, ReadonlySet<ArticleId>> {
    return grouped(this.#db.all('SELECT issue, article FROM article WHERE article IN (SELECT value FROM json_each(?)) ORDER BY issue, position', JSON.stringify(articles)));
  }

  /** The issue an article is in. */
  issueWith(article: ArticleId): IssueId | null {
    return this.#db.get<{ issue: IssueId }>('SELECT issue FROM article WHERE article = ? ORDER BY issue LIMIT 1', article)?.issue ?? null;
  }

  /** The issues of which every article is approved, and that have one. What is learned from them is their articles: the aside need not be confirmed. */
  approvedIssues(): readonly IssueId[] {
    return this.#db.all<{ issue: IssueId }>('SELECT issue FROM page WHERE unapproved = 0 AND articles > 0 ORDER BY issue').map(({ issue }) => issue);
  }

  counts(): { readonly articles: number; readonly approved: number } {
    return this.#db.get(`SELECT count(*) AS articles, count(*) FILTER (WHERE status = 'approved') AS approved FROM article`)!;
  }

  /** How much an export would hold. Lengths in code points, as emended. */
  extent(approvedOnly: boolean): { readonly articles: number; readonly issues: number; readonly characters: number } {
    return this.#db.get(
      `SELECT count(*) AS articles, count(DISTINCT issue) AS issues, coalesce(sum(length), 0) AS characters FROM article WHERE ${approvedOnly ? `status = 'approved'` : '1'}`,
    )!;
  }

  #where(filter: Filter): Where {
    const withText = (text: string) => ({ sql: 'id IN (SELECT value FROM json_each(?))', values: [this.#rowsWithText(text)] });
    return whereOf(filter, { withText, ...this.#topics });
  }

  /** The same for questions that are asked of few rows: the condition does not change with the rows. */
  #whereRowByRow(filter: Filter): Where {
    return whereOf(filter, { withText: holdsText, ...this.#topics });
  }

  /** The rows that hold a text, as a JSON list. */
  #rowsWithText(text: string): string {
    return remembered(this.#texts, text, () => {
      const pattern = contains(text);
      return this.#db.get<{ ids: string }>(
        `SELECT json_group_array(id) AS ids FROM article JOIN article_text USING (id)
         WHERE text LIKE ?1 ESCAPE '\\' OR headline LIKE ?1 ESCAPE '\\' OR byline LIKE ?1 ESCAPE '\\'`, pattern,
      )!.ids;
    });
  }

  /** The ids of the rows a condition holds for, in order. */
  #ordered({ sql, values }: Where, sort: readonly Sort[]): readonly number[] {
    const order = orderOf(sort);
    return remembered(this.#orders, JSON.stringify([sql, values, order]), () => (
      JSON.parse(this.#db.get<{ list: string }>(`SELECT json_group_array(id ORDER BY ${order}) AS list FROM article WHERE ${sql}`, ...values)!.list) as number[]
    ));
  }

  #row(id: number): Row {
    const row = this.#db.get<Omit<Row, 'topics'> & { topics: string }>(`SELECT ${COLUMNS} FROM article WHERE id = ?`, id)!;
    return { ...row, topics: JSON.parse(row.topics) as TopicRef[] };
  }
}

function grouped(rows: readonly { readonly issue: IssueId; readonly article: ArticleId }[]): ReadonlyMap<IssueId, ReadonlySet<ArticleId>> {
  const issues = new Map<IssueId, Set<ArticleId>>();
  for (const { issue, article } of rows) issues.set(issue, (issues.get(issue) ?? new Set()).add(article));
  return issues;
}

function remembered<T>(answers: Map<string, T>, question: string, answer: () => T): T {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const made = answer();
  if (answers.size >= REMEMBERED) answers.clear();
  answers.set(question, made);
  return made;
}
