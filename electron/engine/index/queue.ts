import type { IssueId } from '#contract/schemas/library.ts';
import type { Order, QueueCounts, QueueItem, QueuePlace, Unit } from '#contract/schemas/queue.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Database } from '../db/database.ts';
import type { Where } from './filter.ts';
import { OpenItems } from './open-items.ts';
import { keyOf, onLine, queueLine, readKey, readKeyed } from './queue-line.ts';
import type { Keyed, Line } from './queue-line.ts';
import { ShownCounts } from './shown-counts.ts';

/** What is asked: a place in a queue. Without an issue, its beginning; without an article, the first one of the issue. */
export type Asked = {
  readonly unit: Unit;
  readonly order: Order;
  readonly issue: IssueId | null;
  readonly article: ArticleId | null;
  readonly key: string | null; // as told before; null or of no use: where it stands now
};

type Here = Keyed & { readonly open: number; readonly held: number };

/** Where an item stands now. Values: the filter's, issue, and for articles the article twice. */
export const hereSql = ({ table, open, by }: Line, where: string): string => `
  SELECT ${keyOf(by)}, ${open} AS open, (${where}) AS held FROM ${table}
  WHERE issue = ?${table === 'article' ? ' AND (article = ? OR ? IS NULL) ORDER BY position' : ''} LIMIT 1`;

const MOST_LISTS = 4; // orders that are kept
const MOST_COUNTS = 40; // filters whose counts are
const MOST_CHANGED = 60; // pages after which making anew is cheaper than renewing

/** Places in queues, asked of index.db. What a question needs is made once and renewed page by page as pages change. */
export class QueueIndex {
  readonly #db: Database;
  readonly #lists = new Renewed<OpenItems>(MOST_LISTS);
  readonly #counts = new Renewed<ShownCounts>(MOST_COUNTS);

  constructor(db: Database) {
    this.#db = db;
  }

  /** These pages are no longer as they were; null: anything may be another. */
  changed(pages: readonly IssueId[] | null): void {
    this.#lists.changed(pages);
    this.#counts.changed(pages);
  }

  /** Whether a filter's counts, and where something is asked of its list that as well, are made already. */
  knows(filter: Where, asked: Pick<Asked, 'unit' | 'order'> | null): boolean {
    return (filter.sql === '1' || this.#counts.has(JSON.stringify(filter))) && (asked === null || this.#lists.has(questionOf(queueLine(asked.unit, asked.order), filter)));
  }

  /** How many articles and pages a filter shows, and how many of them are done. Of all there is the database keeps count. `now`: a condition that is asked faster and holds for the same rows, as they are now. */
  counts(where: Where, now = where): QueueCounts {
    if (where.sql !== '1') return this.#counts.get(JSON.stringify(where), () => new ShownCounts(this.#db, where, now)).counts;
    const of = (unit: Unit) => this.#db.get<QueueCounts['article']>('SELECT total, done FROM tally WHERE unit = ?', unit)!;
    return { article: of('article'), issue: of('issue') };
  }

  /** Where an item stands among those a filter shows, and what comes before and after it. `now` as above. */
  place({ unit, order, issue, article, key }: Asked, filter: Where, now = filter): QueuePlace {
    const line = queueLine(unit, order);
    const items = this.#lists.get(questionOf(line, filter), () => new OpenItems(this.#db, line, filter, now));
    const counts = this.counts(filter, now)[unit];
    const { left = null } = issue === null ? {} : (this.#db.get<{ left: number }>('SELECT unapproved AS left FROM page WHERE issue = ?', issue) ?? {});
    const here = issue === null ? undefined : this.#here(line, filter, issue, article);
    const stands = here ? readKeyed(here, line) : null;
    const from = issue === null ? null : (readKey(key, line) ?? stands);
    const at = from === null ? 0 : items.before(from);
    const own = stands && here?.open && here.held ? items.before(stands) : null;
    const steps = stepsFrom(items, at, own, issue);
    const item = (one: number | null) => (one === null ? null : this.#item(line, items, one));
    return {
      at: here?.held ? counts.done + at - (own !== null && own < at ? 1 : 0) + (here.open ? 1 : 0) : null,
      ...counts,
      left,
      key: from && JSON.stringify(from),
      next: item(steps.next),
      previous: item(steps.previous),
      nextPage: item(steps.nextPage),
      previousPage: item(steps.previousPage),
    };
  }

  #here(line: Line, filter: Where, issue: IssueId, article: ArticleId | null): Here | undefined {
    const { sql, values } = onLine(line, filter);
    return this.#db.get<Here>(hereSql(line, sql), ...values, issue, ...(line.table === 'article' ? [article, article] : []));
  }

  #item(line: Line, items: OpenItems, at: number): QueueItem {
    const article = line.table === 'article' ? this.#db.get<{ article: ArticleId }>('SELECT article FROM article WHERE id = ?', items.id(at))!.article : null;
    return { issue: items.issue(at)!, article, key: JSON.stringify(items.key(at)) };
  }
}

const questionOf = (line: Line, filter: Where): string => JSON.stringify([line.index, filter]);

type Steps = { readonly [S in 'next' | 'previous' | 'nextPage' | 'previousPage']: number | null };

/** The items round a place of the list: those next to it but for the one that is asked of (`own`, wherever it stands by now), and the nearest that are on another page. */
function stepsFrom(items: OpenItems, at: number, own: number | null, issue: IssueId | null): Steps {
  const walk = (from: number, step: 1 | -1, fits: (at: number) => boolean): number | null => {
    let here = from;
    while (here >= 0 && here < items.length && !fits(here)) here += step;
    return here >= 0 && here < items.length ? here : null;
  };
  const isOther = (one: number) => one !== own;
  const isAway = (one: number) => items.issue(one) !== issue;
  return { next: walk(at, 1, isOther), previous: walk(at - 1, -1, isOther), nextPage: walk(at, 1, isAway), previousPage: walk(at - 1, -1, isAway) };
}

/** Made things that are remembered and renewed when they are next asked for: the one asked for longest ago goes first. */
class Renewed<T extends { renew(pages: ReadonlySet<IssueId>): void }> {
  readonly #most: number;
  readonly #made = new Map<string, { readonly made: T; readonly changed: Set<IssueId> }>();

  constructor(most: number) {
    this.#most = most;
  }

  changed(pages: readonly IssueId[] | null): void {
    if (pages === null) return this.#made.clear();
    for (const [question, { changed }] of this.#made) {
      for (const page of pages) changed.add(page);
      if (changed.size > MOST_CHANGED) this.#made.delete(question);
    }
  }

  has(question: string): boolean {
    return this.#made.has(question);
  }

  get(question: string, make: () => T): T {
    const known = this.#made.get(question);
    this.#made.delete(question);
    const kept = known ?? { made: make(), changed: new Set() };
    if (kept.changed.size > 0) kept.made.renew(kept.changed);
    kept.changed.clear();
    if (this.#made.size >= this.#most) this.#made.delete(this.#made.keys().next().value!);
    this.#made.set(question, kept);
    return kept.made;
  }
}
