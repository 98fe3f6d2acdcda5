import type { Order, Unit } from '#contract/schemas/queue.ts';
import type { Value } from '../db/database.ts';
import type { Where } from './filter.ts';

/** A queue's items: their table and its key, the index that holds those of them that are not done in order, and what the order goes by. */
export type Line = {
  readonly table: 'article' | 'page';
  readonly id: 'id' | 'issue';
  readonly index: string;
  readonly open: string;
  readonly by: readonly string[];
};

export const OPEN = { article: `status <> 'approved'`, page: 'done = 0' } as const;
const BY: Readonly<Record<Order, readonly string[]>> = { risk: ['calm'], date: ['date', 'page_order'], folder: ['folder', 'file'] };

/** What a queue of this unit and order goes along. */
export function queueLine(unit: Unit, order: Order): Line {
  return unit === 'article'
    ? { table: 'article', id: 'id', index: `open_by_${order}`, open: OPEN.article, by: [...BY[order], 'issue', 'position'] }
    : { table: 'page', id: 'issue', index: `open_page_by_${order}`, open: OPEN.page, by: [...BY[order], 'issue'] };
}

/** A condition on articles, with its values, for a line's rows: a page is shown where one of its articles is. */
export function onLine({ table }: Line, { sql, values }: Where): Where {
  return table === 'article' || sql === '1' ? { sql, values } : { sql: `EXISTS (SELECT 1 FROM article WHERE article.issue = page.issue AND (${sql}))`, values };
}

/** Where an item stands: the values of a line's `by`. */
export type Key = readonly Value[];

/** What an item is ordered by, as columns of their own: a number put into JSON by SQLite is rounded. */
export const keyOf = (by: readonly string[]): string => by.map((term, at) => `${term} AS k${at}`).join(', ');

export type Keyed = { readonly [K in `k${number}`]: Value };
export const readKeyed = (row: Keyed, { by }: Line): Key => by.map((_, at) => row[`k${at}`]!);

/** A key as it was told, or null where it is none of this line. */
export function readKey(key: string | null, { by }: Line): Key | null {
  if (key === null) return null;
  try {
    const values: unknown = JSON.parse(key);
    const fits = Array.isArray(values) && values.length === by.length && values.every((value, at) => typeof value === (['calm', 'issue', 'position'].includes(by[at]!) ? 'number' : 'string'));
    return fits ? (values as Key) : null;
  } catch {
    return null;
  }
}
