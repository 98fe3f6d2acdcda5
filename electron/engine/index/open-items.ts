import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import type { Where } from './filter.ts';
import { keyOf, onLine, readKeyed } from './queue-line.ts';
import type { Key, Keyed, Line } from './queue-line.ts';

const names = (line: Line): string => line.by.join(', ');
const places = ({ by }: Line): string => by.map(() => '?').join(', ');

/** The statements of a list of open items. Values as said; `where` is the filter's condition on the line. */
export const openSql = {
  /** All of them in their order. Values: the filter's. */
  all: ({ table, id, index, open, by }: Line, where: string) => `
    SELECT json_group_array(id) AS ids, json_group_array(issue) AS issues
    FROM (SELECT ${id} AS id, issue FROM ${table} INDEXED BY ${index} WHERE ${open} AND (${where}) ORDER BY ${by.join(', ')})`,
  /** Those of some pages, with their keys. Values: the pages as JSON, then the filter's. */
  of: ({ table, id, open, by }: Line, where: string) => `
    SELECT ${id} AS id, issue, ${keyOf(by)} FROM ${table} WHERE issue IN (SELECT value FROM json_each(?)) AND ${open} AND (${where})`,
  /** Whether an item stands before a key, as SQLite orders. Values: the key's, and the item's id. */
  isBefore: (line: Line) => `SELECT (${names(line)}) < (${places(line)}) AS before FROM ${line.table} WHERE ${line.id} = ?`,
  keyed: ({ table, id, by }: Line) => `SELECT ${keyOf(by)} FROM ${table} WHERE ${id} = ?`,
} as const;

/**
 * What is not done in a queue, in its order: only ids, eight bytes or so an item. Made once; after that, what changed on a page is taken out and put in
 * where it belongs, so that neither the length of the queue nor a filter that fits nothing is felt at a key press.
 */
export class OpenItems {
  readonly #db: Database;
  readonly #line: Line;
  readonly #where: Where;
  readonly #ids: number[];
  readonly #issues: IssueId[];

  /** `now`: a condition that is asked faster and holds for the same articles, as they are now. */
  constructor(db: Database, line: Line, filter: Where, now = filter) {
    this.#db = db;
    this.#line = line;
    this.#where = onLine(line, filter);
    const made = onLine(line, now);
    const { ids, issues } = db.get<{ ids: string; issues: string }>(openSql.all(line, made.sql), ...made.values)!;
    this.#ids = JSON.parse(ids) as number[];
    this.#issues = JSON.parse(issues) as IssueId[];
  }

  get length(): number {
    return this.#ids.length;
  }

  id(at: number): number | null {
    return this.#ids[at] ?? null;
  }

  issue(at: number): IssueId | null {
    return this.#issues[at] ?? null;
  }

  /** Where the item at a place stands. */
  key(at: number): Key {
    return readKeyed(this.#db.get<Keyed>(openSql.keyed(this.#line), this.#ids[at]!)!, this.#line);
  }

  /** How many stand before a key. */
  before(key: Key): number {
    const sql = openSql.isBefore(this.#line);
    let [from, to] = [0, this.#ids.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#db.get<{ before: number }>(sql, ...key, this.#ids[middle]!)!.before === 1) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** These pages are no longer as they were: what they hold now is put in the place of what they held. */
  renew(pages: ReadonlySet<IssueId>): void {
    this.#takeOut(pages);
    const come = this.#db.all<Keyed & { readonly id: number; readonly issue: IssueId }>(openSql.of(this.#line, this.#where.sql), JSON.stringify([...pages]), ...this.#where.values);
    for (const row of come) {
      const at = this.before(readKeyed(row, this.#line));
      this.#ids.splice(at, 0, row.id);
      this.#issues.splice(at, 0, row.issue);
    }
  }

  // In place: with a hundred thousand items, lists made anew are what costs.
  #takeOut(pages: ReadonlySet<IssueId>): void {
    const [ids, issues] = [this.#ids, this.#issues];
    let kept = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const issue = issues[at]!;
      if (pages.has(issue)) continue;
      if (kept < at) [ids[kept], issues[kept]] = [ids[at]!, issue];
      kept += 1;
    }
    ids.length = kept;
    issues.length = kept;
  }
}
