import type { EntryId } from '#contract/schemas/library.ts';
import { HISTORY_KINDS } from '#contract/schemas/history.ts';
import type { Author, HistoryFilter } from '#contract/schemas/history.ts';
import type { Database, Value } from '../db/database.ts';

/** A statement that gives ids of entries, oldest and newest in no order, with what is bound to it. */
export type EntryQuery = { readonly sql: string; readonly values: readonly Value[] };

/** What a filter asks of an entry itself, without its label. */
function conditions({ by }: HistoryFilter): EntryQuery {
  return by ? { sql: ' AND entry.origin = ? AND entry.who = ?', values: [by.origin, by.who] } : { sql: '', values: [] };
}

const labelsOf = ({ kind }: HistoryFilter): readonly string[] => (kind ? HISTORY_KINDS[kind] : []);

/**
 * The entries a filter asks for that are older than another. Each way walks an index: of the pages asked for, of each label asked for (their walks are merged in the
 * order of the journal), or the journal itself.
 */
export function entriesFor(filter: HistoryFilter, before: EntryId): EntryQuery {
  const own = conditions(filter);
  const labels = labelsOf(filter);
  if (filter.page !== undefined) {
    const label = labels.length > 0 ? ` AND entry.label IN (${labels.map(() => '?').join(', ')})` : '';
    const narrowed = label !== '' || own.sql !== '';
    return {
      sql: `SELECT DISTINCT effect.entry AS id FROM effect WHERE effect.issue IN (SELECT id FROM issue WHERE instr(lower(path || ' ' || date), lower(?)) > 0) AND effect.entry < ?`
        + (narrowed ? ` AND EXISTS (SELECT 1 FROM entry WHERE entry.id = effect.entry${label}${own.sql})` : ''),
      values: [filter.page, before, ...labels, ...own.values],
    };
  }
  if (labels.length > 0) {
    return {
      sql: labels.map(() => `SELECT entry.id AS id FROM entry WHERE entry.label = ? AND entry.id < ?${own.sql}`).join(' UNION ALL '),
      values: labels.flatMap((label) => [label, before, ...own.values]),
    };
  }
  return { sql: `SELECT entry.id AS id FROM entry WHERE entry.id < ?${own.sql}`, values: [before, ...own.values] };
}

export const NEWEST: EntryId = Number.MAX_SAFE_INTEGER;

/** The ids a query gives, newest first, without the first `skip` of them. */
export function newestFirst({ sql, values }: EntryQuery, skip: number, limit: number): EntryQuery {
  return { sql: `${sql} ORDER BY id DESC LIMIT ? OFFSET ?`, values: [...values, limit, skip] };
}

/** How many entries a filter asks for in all. */
export function countEntries(db: Database, filter: HistoryFilter): number {
  const { sql, values } = entriesFor(filter, NEWEST);
  return db.get<{ total: number }>(`SELECT count(*) AS total FROM (${sql})`, ...values)!.total;
}

/** Who there are entries by, and how many: the busiest first. */
export function authors(db: Database): readonly (Author & { readonly entries: number })[] {
  return db.all('SELECT origin, who, count(*) AS entries FROM entry GROUP BY origin, who ORDER BY entries DESC, origin, who');
}
