import { createHash } from 'node:crypto';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Article } from '#core/model/issue.ts';
import type { Database, Value } from '../db/database.ts';
import { readTree } from '../project/tree-codec.ts';

/**
 * A page's articles as they stand, the print of all that its rows are derived from but their heads (status and topics), and when anything was last decided
 * about it (ISO 8601; empty: nothing was).
 */
export type PageBody = { readonly articles: readonly Article[]; readonly print: string; readonly changed: string };

const SQL = `
  SELECT issue.tree, reading.tree AS machine, issue.reading, issue.path, issue.newspaper, issue.edition, issue.date, issue.page, issue.aside_confirmed,
    (SELECT json_group_array(json_array(kind, subject, verdict, seen) ORDER BY kind, subject) FROM settled WHERE settled.issue = issue.id) AS settled,
    (SELECT effect.at FROM effect WHERE effect.issue = issue.id ORDER BY entry DESC LIMIT 1) AS changed
  FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`;

/** Reads it from project.db, without the page's text; null if there is no such issue. */
export function pageBody(db: Database, issue: IssueId): PageBody | null {
  const row = db.get<Record<string, Value> & { readonly tree: Uint8Array | null; readonly machine: Uint8Array; readonly changed: string | null }>(SQL, issue);
  if (!row) return null;
  const { tree, machine, changed, ...known } = row;
  const { articles, aside } = readTree(tree ?? machine);
  const print = createHash('sha256').update(JSON.stringify([known, articles.map(({ id, passages }) => [id, passages]), aside])).digest('base64');
  return { articles, print, changed: changed ?? '' };
}
