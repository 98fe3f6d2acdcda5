import type { IssueId } from '#contract/schemas/library.ts';
import type { Order, QueueItem, QueuePlace, Unit } from '#contract/schemas/queue.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Database, Value } from '../db/database.ts';
import type { Where } from './filter.ts';

/** A queue's items: their table, the index that holds those of them that are not done in order, and what the order goes by. */
type Line = { readonly table: 'article' | 'page'; readonly index: string; readonly open: string; readonly by: readonly string[] };

const OPEN = { article: `status <> 'approved'`, page: 'done = 0' } as const;
const BY: Readonly<Record<Order, readonly string[]>> = { risk: ['calm'], date: ['date', 'page_order'], folder: ['folder', 'file'] };

/** What a queue of this unit and order goes along. */
export function queueLine(unit: Unit, order: Order): Line {
  return unit === 'article'
    ? { table: 'article', index: `open_by_${order}`, open: OPEN.article, by: [...BY[order], 'issue', 'position'] }
    : { table: 'page', index: `open_page_by_${order}`, open: OPEN.page, by: [...BY[order], 'issue'] };
}

/** What is asked: a place in a queue. Without an issue, its beginning; without an article, the first one of the issue. */
export type Asked = {
  readonly unit: Unit;
  readonly order: Order;
  readonly issue: IssueId | null;
  readonly article: ArticleId | null;
  readonly key: string | null; // as told before; null or of no use: where it stands now
};

type Here = { readonly key: readonly Value[]; readonly open: boolean; readonly held: boolean };

/** A condition with its values, for a line's rows. */
const held = ({ table }: Line, { sql, values }: Where): Where => (
  table === 'article' || sql === '1' ? { sql, values } : { sql: `EXISTS (SELECT 1 FROM article WHERE article.issue = page.issue AND (${sql}))`, values }
);

/** What an item is ordered by, as columns of their own: a number put into JSON by SQLite is rounded. */
const keyOf = (by: readonly string[]): string => by.map((term, at) => `${term} AS k${at}`).join(', ');

type Keyed = { readonly [K in `k${number}`]: Value };
const readKeyed = (row: Keyed, { by }: Line): readonly Value[] => by.map((_, at) => row[`k${at}`]!);

/** The statements a place is found with. Each goes down an index; `where` is tried on the way. */
export const queueSql = {
  /** The next (`>`) or previous (`<`) item that is not done, from a key on. Values: the filter's, the key's, issue and article to be left out. */
  neighbour: ({ table, index, open, by }: Line, where: string, side: '>' | '<') => `
    SELECT issue, ${table === 'article' ? 'article' : 'NULL AS article'}, ${keyOf(by)} FROM ${table} INDEXED BY ${index}
    WHERE ${open} AND (${where}) AND (${by.join(', ')}) ${side} (${by.map(() => '?').join(', ')}) AND NOT (issue IS ?${table === 'article' ? ' AND article IS ?' : ''})
    ORDER BY ${by.map((term) => `${term} ${side === '>' ? 'ASC' : 'DESC'}`).join(', ')} LIMIT 1`,
  first: ({ table, index, open, by }: Line, where: string) => `
    SELECT issue, ${table === 'article' ? 'article' : 'NULL AS article'}, ${keyOf(by)} FROM ${table} INDEXED BY ${index}
    WHERE ${open} AND (${where}) ORDER BY ${by.join(', ')} LIMIT 1`,
  /** How many that are not done stand before a key. Values as of `neighbour`. */
  before: ({ table, index, open, by }: Line, where: string) => `
    SELECT count(*) AS n FROM ${table} INDEXED BY ${index}
    WHERE ${open} AND (${where}) AND (${by.join(', ')}) < (${by.map(() => '?').join(', ')}) AND NOT (issue IS ?${table === 'article' ? ' AND article IS ?' : ''})`,
  /** Where an item stands now. Values: the filter's, issue, and for articles the article twice. */
  here: ({ table, open, by }: Line, where: string) => `
    SELECT ${keyOf(by)}, ${open} AS open, (${where}) AS held FROM ${table}
    WHERE issue = ?${table === 'article' ? ' AND (article = ? OR ? IS NULL) ORDER BY position' : ''} LIMIT 1`,
} as const;

/** Places in queues, asked of index.db. How many a filter shows is remembered until the index changes; of all there is it is kept count of. */
export class QueueIndex {
  readonly #db: Database;
  readonly #counts = new Map<string, { readonly total: number; readonly done: number }>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Forgets remembered counts: the index has changed. */
  changed(): void {
    this.#counts.clear();
  }

  /** Where an item stands among those a filter shows, and what comes before and after it. */
  place({ unit, order, issue, article, key }: Asked, filter: Where): QueuePlace {
    const line = queueLine(unit, order);
    const where = held(line, filter);
    const counts = this.#count(line, where);
    const { left = null } = issue === null ? {} : (this.#db.get<{ left: number }>('SELECT unapproved AS left FROM page WHERE issue = ?', issue) ?? {});
    if (issue === null) return { at: null, ...counts, left, key: null, next: this.#item(line, queueSql.first(line, where.sql), where.values), previous: null };
    const own = line.table === 'article' ? [article, article] : [];
    const found = this.#db.get<Keyed & { readonly open: number; readonly held: number }>(queueSql.here(line, where.sql), ...where.values, issue, ...own);
    const here: Here | null = found ? { key: readKeyed(found, line), open: found.open === 1, held: found.held === 1 } : null;
    const from = readKey(key, line) ?? here?.key ?? null;
    if (from === null) return { at: null, ...counts, left, key: null, next: this.#item(line, queueSql.first(line, where.sql), where.values), previous: null };
    const values = [...where.values, ...from, issue, ...(line.table === 'article' ? [article] : [])];
    const before = () => this.#db.get<{ n: number }>(queueSql.before(line, where.sql), ...values)!.n;
    return {
      at: here?.held ? counts.done + before() + (here.open ? 1 : 0) : null,
      ...counts,
      left,
      key: JSON.stringify(from),
      next: this.#item(line, queueSql.neighbour(line, where.sql, '>'), values),
      previous: this.#item(line, queueSql.neighbour(line, where.sql, '<'), values),
    };
  }

  #item(line: Line, sql: string, values: readonly Value[]): QueueItem | null {
    const row = this.#db.get<Keyed & Pick<QueueItem, 'issue' | 'article'>>(sql, ...values);
    return row ? { issue: row.issue, article: row.article, key: JSON.stringify(readKeyed(row, line)) } : null;
  }

  #count({ table, open }: Line, { sql, values }: Where): { readonly total: number; readonly done: number } {
    if (sql === '1') return this.#db.get<{ total: number; done: number }>('SELECT total, done FROM tally WHERE unit = ?', table === 'article' ? 'article' : 'issue')!;
    const question = JSON.stringify([table, sql, values]);
    const known = this.#counts.get(question);
    if (known) return known;
    const made = this.#db.get<{ total: number; done: number }>(`SELECT count(*) AS total, count(*) FILTER (WHERE NOT (${open})) AS done FROM ${table} WHERE ${sql}`, ...values)!;
    this.#counts.set(question, made);
    return made;
  }
}

/** A key as it was told, or null where it is none of this line. */
function readKey(key: string | null, { by }: Line): readonly Value[] | null {
  if (key === null) return null;
  try {
    const values: unknown = JSON.parse(key);
    const fits = Array.isArray(values) && values.length === by.length && values.every((value, at) => typeof value === (['calm', 'issue', 'position'].includes(by[at]!) ? 'number' : 'string'));
    return fits ? (values as Value[]) : null;
  } catch {
    return null;
  }
}
