import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import { mintPublicId, publicPageId } from '#core/export/public-id.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from './store.ts';

/** An article and its place on its page, from 1. */
export type Placed = { readonly article: ArticleId; readonly position: number };

/** The ids that articles of an issue have outside of Stet, by their ids inside. */
export function publicIds(db: Database, issue: IssueId): ReadonlyMap<ArticleId, string> {
  const rows = db.all<{ article: ArticleId; public: string }>('SELECT article, public FROM public_id WHERE issue = ?', issue);
  return new Map(rows.map((row) => [row.article, row.public]));
}

/** Mints ids for those of an issue's articles that have none yet. What an id says of the page is what is known of it now. */
export function mintPublicIds({ db, at }: Pick<Tx, 'db' | 'at'>, issue: IssueId, articles: readonly Placed[]): void {
  if (articles.length === 0) return;
  const known = publicIds(db, issue);
  const nameless = articles.filter(({ article }) => !known.has(article));
  if (nameless.length === 0) return;
  const facts = db.get<Metadata & { readonly sourceFile: string }>('SELECT newspaper, edition, date, page, path AS sourceFile FROM issue WHERE id = ?', issue)!;
  const taken = (id: string) => db.get('SELECT 1 FROM public_id WHERE public = ?', id) !== undefined;
  for (const { article, position } of nameless) {
    const id = mintPublicId(publicPageId(facts), position, taken);
    db.run('INSERT INTO public_id (issue, article, public, minted_at) VALUES (?, ?, ?, ?)', issue, article, id, at);
  }
}

/** The articles that edits approve, as they stand on their page afterwards. */
export function approvedBy(edits: readonly Edit[], { articles }: Issue): readonly Placed[] {
  const approved = new Set(edits.flatMap((edit) => (edit.kind === 'setStatus' && edit.status === 'approved' ? [edit.article] : [])));
  return approved.size === 0 ? [] : articles.flatMap(({ id }, index) => (approved.has(id) ? [{ article: id, position: index + 1 }] : []));
}
