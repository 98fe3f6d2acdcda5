import type { IssueId } from '#contract/schemas/library.ts';
import type { QueueCounts } from '#contract/schemas/queue.ts';
import type { Database } from '../db/database.ts';
import type { Where } from './filter.ts';
import { OPEN } from './queue-line.ts';

type OnPage = { readonly articles: number; readonly approved: number; readonly done: number };
type Counted = OnPage & { readonly issue: IssueId };

/** The counts of the articles a filter shows, page by page. `some`: only of pages that are given as JSON, before the filter's values. */
export const countSql = (where: string, some: boolean): string => `
  SELECT article.issue AS issue, count(*) AS articles, count(*) FILTER (WHERE NOT (${OPEN.article})) AS approved, (SELECT done FROM page WHERE page.issue = article.issue) AS done
  FROM article WHERE ${some ? 'article.issue IN (SELECT value FROM json_each(?)) AND ' : ''}(${where}) GROUP BY article.issue`;

/** How many articles and pages a filter shows and how many of them are done. What changed on a page is counted anew, the others are not. */
export class ShownCounts {
  readonly #db: Database;
  readonly #where: Where;
  readonly #pages = new Map<IssueId, OnPage>();
  #counts = { article: { total: 0, done: 0 }, issue: { total: 0, done: 0 } };

  /** `now`: a condition that is asked faster and holds for the same articles, as they are now. */
  constructor(db: Database, where: Where, now = where) {
    this.#db = db;
    this.#where = where;
    for (const page of db.all<Counted>(countSql(now.sql, false), ...now.values)) this.#add(page);
  }

  get counts(): QueueCounts {
    return this.#counts;
  }

  /** These pages are no longer as they were. */
  renew(pages: ReadonlySet<IssueId>): void {
    for (const issue of pages) {
      const page = this.#pages.get(issue);
      if (!page) continue;
      this.#pages.delete(issue);
      this.#change(page, -1);
    }
    for (const page of this.#db.all<Counted>(countSql(this.#where.sql, true), JSON.stringify([...pages]), ...this.#where.values)) this.#add(page);
  }

  #add({ issue, articles, approved, done }: Counted): void {
    const page = { articles, approved, done };
    this.#pages.set(issue, page);
    this.#change(page, 1);
  }

  #change({ articles, approved, done }: OnPage, by: 1 | -1): void {
    const { article, issue } = this.#counts;
    this.#counts = {
      article: { total: article.total + by * articles, done: article.done + by * approved },
      issue: { total: issue.total + by, done: issue.done + by * done },
    };
  }
}
