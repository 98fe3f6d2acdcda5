import type { Facets, Filter, IssueId, PageRow, PageSort, Row, Selection, Sort, Tagged } from '#contract/schemas/library.ts';
import type { Holdings } from '#contract/schemas/holdings.ts';
import type { QueueCounts, QueuePlace } from '#contract/schemas/queue.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { TopicRef } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { countFacets, countTagged, partsOf, shows, withoutFacets } from './facet-parts.ts';
import type { Apart } from './facet-parts.ts';
import { Facts } from './facts.ts';
import { whereOf } from './filter.ts';
import type { Lookups, Where } from './filter.ts';
import { countHoldings } from './holdings.ts';
import { Match } from './matches.ts';
import { QueueIndex } from './queue.ts';
import type { Asked } from './queue.ts';
import { orderOf, pageOrderOf } from './sort.ts';
import { throughArticles } from './stretches.ts';

const COLUMNS = 'article, issue, position, headline, byline, newspaper, edition, date, page, file, folder, topics, status, confidence, risk, findings, length';
const PAGE_COLUMNS = `issue, file, folder, newspaper, edition, date, page, articles, articles - unapproved AS approved, unapproved AS "left", length, doubts, findings, risk, changed, status,
  (SELECT article FROM article WHERE article.issue = page.issue AND article.status <> 'approved' ORDER BY position LIMIT 1) AS first`;
const REMEMBERED = 8; // answers of each kind
const NEAR = 1_000; // rows down a list that the index is walked to; beyond, and in lists of some rows only, the whole order is made once
const FEW = 2_000; // rows that are put in order by themselves rather than picked out of all

type Kept<T> = { readonly value: T; readonly ready: Promise<T> };

/** The library's questions, asked of index.db. What many rows are looked at for is done in stretches, remembered, and kept right as pages change. */
export class Library {
  readonly #db: Database;
  readonly #lookups: Lookups;
  readonly #orders = new Map<string, Int32Array>();
  readonly #lists = new Map<string, Int32Array>();
  readonly #pageLists = new Map<string, readonly IssueId[]>();
  readonly #matches = new Map<string, Kept<Match>>();
  readonly #queues: QueueIndex;
  #facts: Kept<Facts> | null = null;

  constructor(db: Database, lookups: Lookups) {
    this.#db = db;
    this.#lookups = lookups;
    this.#queues = new QueueIndex(db);
  }

  /** These pages are no longer as they were, or (null) something that all can be filtered by. */
  changed(pages: readonly IssueId[] | null): void {
    this.#orders.clear();
    this.#lists.clear();
    this.#pageLists.clear();
    this.#queues.changed(pages);
    if (!this.#facts) return this.#matches.clear();
    for (const issue of pages ?? []) {
      const ids = this.#facts.value.renew(issue);
      for (const { value } of this.#matches.values()) value.renew(issue, ids);
    }
  }

  /** A stretch of the articles a filter shows, in order, and how many it shows in all. */
  async rows(filter: Filter, sort: readonly Sort[], offset: number, limit: number): Promise<{ readonly total: number; readonly rows: readonly Row[] }> {
    const far = offset > NEAR || Object.keys(filter).length > 0;
    const list = far ? await this.#list(filter, sort) : null;
    const ids = list ? [...list.subarray(offset, offset + limit)] : this.#db.all<{ id: number }>(`SELECT id FROM article ORDER BY ${orderOf(sort)} LIMIT ? OFFSET ?`, limit, offset).map(({ id }) => id);
    return { total: list?.length ?? this.counts().articles, rows: ids.flatMap((id) => this.#row(id) ?? []) };
  }

  /** The same of pages: a filter shows those that one of the articles it shows is on; without one, also those without an article. */
  async pages(filter: Filter, sort: readonly PageSort[], offset: number, limit: number): Promise<{ readonly total: number; readonly rows: readonly PageRow[] }> {
    const order = pageOrderOf(sort);
    if (Object.keys(filter).length === 0) {
      const issues = this.#db.all<{ issue: IssueId }>(`SELECT issue FROM page ORDER BY ${order} LIMIT ? OFFSET ?`, limit, offset);
      return { total: this.#pagesInAll(), rows: issues.flatMap(({ issue }) => this.#page(issue) ?? []) };
    }
    const { facts, rest } = await this.#looked(filter);
    const list = remembered(this.#pageLists, JSON.stringify([filter, sort]), () => {
      const shown = new Set(this.#shown(filter, facts, rest).map((id) => facts.issue[id]!));
      return this.#db.all<{ issue: IssueId }>(`SELECT issue FROM page ORDER BY ${order}`).flatMap(({ issue }) => (shown.has(issue) ? [issue] : []));
    });
    return { total: list.length, rows: list.slice(offset, offset + limit).flatMap((issue) => this.#page(issue) ?? []) };
  }

  /** How many articles there are of each kind. Of statuses, topics and folders: with every part of the filter but that one. */
  async facets(filter: Filter, unreadable: number): Promise<Facets> {
    const { facts, rest } = await this.#looked(filter);
    const [known, apart] = [this.#lookups.topics(), this.#apart()];
    const counted = countFacets(facts, rest, partsOf(filter, facts, known, apart), known, apart);
    return { ...counted, issues: Object.keys(filter).length === 0 ? this.#pagesInAll() : counted.issues, unreadable }; // as many pages as its list has
  }

  /** Where an article or a page stands in a queue, and what comes before and after it. */
  async placeInQueue(asked: Asked, filter: Filter): Promise<QueuePlace> {
    const where = whereOf(filter, this.#lookups);
    const now = this.#queues.knows(where, asked) ? null : await this.#named(filter, where);
    return this.#queues.place(asked, where, now?.());
  }

  /** How much a queue holds and how much of it is done. */
  async countQueue(filter: Filter): Promise<QueueCounts> {
    const where = whereOf(filter, this.#lookups);
    const now = this.#queues.knows(where, null) ? null : await this.#named(filter, where);
    return this.#queues.counts(where, now?.());
  }

  /** The articles that a filter shows, by issue. */
  async articlesOf(filter: Filter): Promise<ReadonlyMap<IssueId, ReadonlySet<ArticleId>>> {
    const { facts, rest } = await this.#looked(filter);
    const shown = this.#showing(filter, facts, rest);
    const found: { readonly issue: IssueId; readonly article: ArticleId }[] = [];
    await throughArticles(this.#db, (from, to) => {
      const rows = this.#db.all<{ id: number; issue: IssueId; article: ArticleId }>('SELECT id, issue, article FROM article WHERE id BETWEEN ? AND ?', from, to);
      found.push(...rows.filter(({ id }) => shown(id)));
    });
    return grouped(found.toSorted((a, b) => a.issue - b.issue));
  }

  /** Says at once, by its id in index.db, whether a filter shows an article; null: it shows all. */
  async showing(filter: Filter): Promise<((id: number) => boolean) | null> {
    if (Object.keys(filter).length === 0) return null;
    const { facts, rest } = await this.#looked(filter);
    return this.#showing(filter, facts, rest);
  }

  /** Articles by their ids in index.db, put in order; `isWanted` says the same. */
  ordered(ids: readonly number[], isWanted: (id: number) => boolean, sort: readonly Sort[]): Int32Array {
    return ids.length <= FEW ? this.#few(ids, sort) : this.#order(sort).filter(isWanted);
  }

  /** Of the articles an act is for: how many there are, and how many have each topic, or it or one below it. */
  async tagged(selection: Selection): Promise<Tagged> {
    const { facts, rest } = await this.#looked('filter' in selection ? selection.filter : {});
    const ids = 'filter' in selection ? this.#shown(selection.filter, facts, rest) : this.#idsNamed(selection.articles);
    return { articles: ids.length, topics: [...countTagged(facts, ids, this.#lookups.topics())] };
  }

  /** The first rows in an order that any of some filters show; at most `limit` of each. */
  async find(filters: readonly Filter[], sort: readonly Sort[], limit: number): Promise<readonly Row[]> {
    const ids = new Set<number>();
    for (const filter of filters) for (const id of (await this.#list(filter, sort)).subarray(0, limit)) ids.add(id);
    return [...ids].flatMap((id) => this.#row(id) ?? []);
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
    return this.#db.get(`SELECT total AS articles, done AS approved FROM tally WHERE unit = 'article'`)!;
  }

  /** What the articles that a filter shows come to. */
  async holdings(filter: Filter): Promise<Holdings> {
    return countHoldings(this.#db, await this.showing(filter), this.#lookups.topics());
  }

  /** What is known of all rows, and which of them the part of a filter without a facet holds for (null: all). */
  async #looked(filter: Filter): Promise<{ readonly facts: Facts; readonly rest: Match | null }> {
    const rest = withoutFacets(filter);
    const facts = await this.#allFacts();
    return { facts, rest: Object.keys(rest).length > 0 ? await this.#match(rest) : null };
  }

  #showing(filter: Filter, facts: Facts, rest: Match | null): (id: number) => boolean {
    const parts = partsOf(filter, facts, this.#lookups.topics(), this.#apart());
    return (id) => facts.issue[id]! > 0 && (rest === null || rest.has(id)) && shows(parts, id);
  }

  #shown(filter: Filter, facts: Facts, rest: Match | null): readonly number[] {
    return Array.from(facts.issue.keys()).filter(this.#showing(filter, facts, rest));
  }

  /**
   * Looks for what only the texts and columns of all rows can tell of a filter, in stretches: once, not for each list and count, and not at all where it is known from
   * the list of articles. Gives how to say, at any time after, by their ids what it shows then.
   */
  async #named(filter: Filter, where: Where): Promise<() => Where> {
    if (Object.keys(withoutFacets(filter)).length === 0) return () => where;
    if (this.#facts) {
      const { facts, rest } = await this.#looked(filter);
      return () => among(this.#shown(filter, facts, rest));
    }
    const match = await this.#match(filter);
    return () => (this.#matches.get(JSON.stringify(where))?.value === match ? among(match.ids()) : where); // without facts a match is not kept right but let go of
  }

  /** The rows that a filter shows, in order. */
  async #list(filter: Filter, sort: readonly Sort[]): Promise<Int32Array> {
    const { facts, rest } = await this.#looked(filter);
    return remembered(this.#lists, JSON.stringify([filter, sort]), () => {
      const ids = this.#shown(filter, facts, rest);
      if (ids.length > FEW) return this.#order(sort).filter(this.#showing(filter, facts, rest));
      return this.#few(ids, sort);
    });
  }

  #few(ids: readonly number[], sort: readonly Sort[]): Int32Array {
    const { list } = this.#db.get<{ list: string }>(`SELECT json_group_array(id) AS list FROM (SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY ${orderOf(sort)})`, JSON.stringify(ids))!;
    return Int32Array.from(JSON.parse(list) as number[]);
  }

  /** All rows in order. */
  #order(sort: readonly Sort[]): Int32Array {
    const order = orderOf(sort);
    return remembered(this.#orders, order, () => Int32Array.from(JSON.parse(this.#db.get<{ list: string }>(`SELECT json_group_array(id) AS list FROM (SELECT id FROM article ORDER BY ${order})`)!.list) as number[]));
  }

  #allFacts(): Promise<Facts> {
    this.#facts ??= kept((begun) => Facts.read(this.#db, begun), () => (this.#facts = null));
    return this.#facts.ready;
  }

  #match(filter: Filter): Promise<Match> {
    const where = whereOf(filter, this.#lookups);
    const question = JSON.stringify(where);
    return remembered(this.#matches, question, () => kept((begun) => Match.find(this.#db, where, begun), () => this.#matches.delete(question))).ready;
  }

  /** All pages, also those without an article. */
  #pagesInAll(): number {
    return this.#db.get<{ total: number }>(`SELECT total FROM tally WHERE unit = 'issue'`)!.total;
  }

  #apart(): Apart {
    return { otherwise: new Set(this.#db.all<{ issue: IssueId }>('SELECT issue FROM otherwise').map(({ issue }) => issue)), gone: this.#lookups.gone() };
  }

  #idsNamed(articles: readonly ArticleId[]): readonly number[] {
    return this.#db.all<{ id: number }>('SELECT id FROM article WHERE article IN (SELECT value FROM json_each(?))', JSON.stringify(articles)).map(({ id }) => id);
  }

  #page(issue: IssueId): PageRow | undefined {
    const row = this.#db.get<Omit<PageRow, 'gone'>>(`SELECT ${PAGE_COLUMNS} FROM page WHERE issue = ?`, issue);
    return row && { ...row, gone: this.#lookups.gone().has(issue) };
  }

  #row(id: number): Row | null {
    const row = this.#db.get<Omit<Row, 'topics' | 'gone'> & { topics: string }>(`SELECT ${COLUMNS} FROM article WHERE id = ?`, id);
    return row ? { ...row, gone: this.#lookups.gone().has(row.issue), topics: JSON.parse(row.topics) as TopicRef[] } : null;
  }
}

const among = (ids: readonly number[]): Where => ({ sql: 'article.id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)] });

/** Begins to make something that is kept while it is made, so that what changes meanwhile is not missed. `forget` is called where that fails. */
function kept<T>(make: (begun: (value: T) => void) => Promise<T>, forget: () => void): Kept<T> {
  let value!: T;
  const ready = make((begun) => (value = begun));
  ready.catch(forget);
  return { value, ready };
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
  if (answers.size >= REMEMBERED) answers.delete(answers.keys().next().value!); // the oldest
  answers.set(question, made);
  return made;
}
