import type { IssueId } from '#contract/schemas/library.ts';
import type { Otherwise } from '#contract/schemas/learning.ts';
import type { Database } from '../db/database.ts';

const COLUMNS = 'issue, path, boundaries, roles, joins, moved, unplaced, pinned';
const READY = 'unplaced = 0 AND pinned = 0';

/** The list of pages that would be split otherwise, as index.db holds it. */
export function otherwiseRows(index: Database) {
  const remove = (issues: Iterable<IssueId>) => {
    for (const issue of issues) index.run('DELETE FROM otherwise WHERE issue = ?', issue);
  };
  return {
    /** The change of the project up to which pages were compared with these weights; 0, and an empty list, if they were compared with others. */
    turnTo(weights: string): number {
      const held = index.get<{ weights: string; change: number }>('SELECT weights, change FROM compared');
      if (held?.weights === weights) return held.change;
      index.transaction(() => {
        index.run('DELETE FROM otherwise');
        index.run('INSERT OR REPLACE INTO compared (id, weights, change) VALUES (1, ?, 0)', weights);
      });
      return 0;
    },

    /** Writes down what came of some pages, and that all are compared up to a change. */
    put(compared: readonly IssueId[], found: readonly Otherwise[], change: number): void {
      index.transaction(() => {
        remove(compared);
        for (const { issue, path, boundaries, roles, joins, moved, unplaced, pinned } of found) {
          index.run(`INSERT INTO otherwise (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, issue, path, boundaries, roles, joins, moved, unplaced, pinned);
        }
        index.run('UPDATE compared SET change = ?', change);
      });
    },

    remove: (issues: Iterable<IssueId>): void => index.transaction(() => remove(issues)),

    counts: (): { readonly pages: number; readonly ready: number } => index.get(`SELECT count(*) AS pages, count(*) FILTER (WHERE ${READY}) AS ready FROM otherwise`)!,

    /** A stretch of the list: the pages with most to gain first. */
    list: (offset: number, limit: number): { readonly total: number; readonly pages: readonly Otherwise[] } => ({
      total: index.get<{ n: number }>('SELECT count(*) AS n FROM otherwise')!.n,
      pages: index.all<Otherwise>(
        `SELECT ${COLUMNS} FROM otherwise ORDER BY pinned > 0, unplaced > 0, boundaries + roles + joins + moved DESC, path, issue LIMIT ? OFFSET ?`, limit, offset,
      ),
    }),

    ready: (): readonly IssueId[] => index.all<{ issue: IssueId }>(`SELECT issue FROM otherwise WHERE ${READY} ORDER BY issue`).map(({ issue }) => issue),
  };
}
