import type { Link } from '#contract/schemas/link.ts';
import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import { otherEnd } from '#core/links/other-end.ts';
import type { ArticleAt } from '#core/links/other-end.ts';
import { LINK_SIDES } from '#core/model/issue.ts';
import { fieldsOf } from '#core/model/fields.ts';
import type { Database } from '../db/database.ts';
import { sqliteTrouble } from '../db/sqlite-error.ts';
import { loadIssue } from '../project/issues.ts';
import type { Store } from '../project/store.ts';
import { articlesOf } from './articles-of.ts';

/** A page by what is known of it; null if there is none. */
export function linkedPage(db: Database, issue: IssueId): { readonly metadata: Metadata; readonly path: string } | null {
  const row = db.get<Metadata & { readonly path: string }>('SELECT newspaper, edition, date, page, path FROM issue WHERE id = ?', issue);
  if (!row) return null;
  const { path, ...metadata } = row;
  return { metadata, path };
}

/** The headline of an article as emended; '' where it has none, or cannot be read. */
export function headlineAt(store: Store, { issue, article }: ArticleAt): string {
  try {
    const stored = loadIssue(store, issue);
    const found = stored?.issue.articles.find(({ id }) => id === article);
    return stored && found ? fieldsOf(stored.issue.source, found, 'emended').headline : '';
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return '';
    throw error;
  }
}

/** Where the articles of a page go on and come from, in the page's order. */
export function linksOf(store: Store, issue: IssueId): readonly Link[] {
  const articles = articlesOf(store.db);
  return (articles(issue) ?? []).flatMap(({ id }) => LINK_SIDES.flatMap((side): readonly Link[] => {
    const other = otherEnd(articles, { issue, article: id }, side);
    if (!other) return [];
    const there = other.state === 'gone' ? other.issue : other.at.issue;
    const page = linkedPage(store.db, there) ?? { metadata: { newspaper: '', edition: '', date: '', page: '' }, path: '' };
    return [{ of: id, side, issue: there, ...page, article: other.state === 'gone' ? null : other.at.article, headline: other.state === 'gone' ? '' : headlineAt(store, other.at), goesRound: other.state === 'round' }];
  }));
}
