import type { ArticlesOf } from '#core/links/other-end.ts';
import type { Database } from '../db/database.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { readTree } from '../project/tree-codec.ts';

/** Reads articles of pages, each page once: of a tree whose bytes are damaged nothing can be said. */
export function articlesOf(db: Database): ArticlesOf {
  const known = new Map<number, ReturnType<ArticlesOf>>();
  const read = (issue: number): ReturnType<ArticlesOf> => {
    const row = db.get<{ tree: Uint8Array }>('SELECT coalesce(issue.tree, reading.tree) AS tree FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?', issue);
    try {
      return row ? readTree(row.tree).articles : null;
    } catch (error) {
      if (error instanceof DamagedError) return null;
      throw error;
    }
  };
  return (issue) => {
    const before = known.get(issue);
    if (before !== undefined) return before;
    const articles = read(issue);
    known.set(issue, articles);
    return articles;
  };
}
