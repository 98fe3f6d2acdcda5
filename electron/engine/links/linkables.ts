import { dirname } from 'node:path/posix';
import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import type { Linkable } from '#contract/schemas/link.ts';
import { likeliness } from '#core/links/likely.ts';
import { jumpLinesOf } from '#core/links/page-jumps.ts';
import { opposite, otherEnd } from '#core/links/other-end.ts';
import type { ArticleAt } from '#core/links/other-end.ts';
import { fieldsOf } from '#core/model/fields.ts';
import type { LinkSide } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { sqliteTrouble } from '../db/sqlite-error.ts';
import { loadIssue } from '../project/issues.ts';
import type { StoredIssue } from '../project/issues.ts';
import type { Store } from '../project/store.ts';
import { articlesOf } from './articles-of.ts';
import { linkedPage } from './links-of.ts';

const MOST_PAGES = 80; // that are looked through
const MOST = 60; // articles that are offered

/** The other pages of an issue of a newspaper: of the same newspaper and day, and where these are not known, of the same folder. */
function pagesBeside(db: Database, issue: IssueId, { newspaper, date }: Metadata, path: string): readonly IssueId[] {
  const [where, values] = date === '' ? [`instr(path, ?) = 1`, [dirname(path) === '.' ? '' : `${dirname(path)}/`]] : ['newspaper = ? AND date = ?', [newspaper, date]];
  return db.all<{ id: IssueId }>(`SELECT id FROM issue WHERE reading IS NOT NULL AND id <> ? AND ${where} ORDER BY path, id LIMIT ${MOST_PAGES}`, issue, ...values).map(({ id }) => id);
}

/** A page; null where it cannot be read. */
function readable(store: Store, issue: IssueId): StoredIssue | null {
  try {
    return loadIssue(store, issue);
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return null;
    throw error;
  }
}

/** The articles of the other pages of the day in which one may go on (`next`), or from which it may come: the one it is linked with first, then the likeliest, then as they stand in the paper. */
export function linkables(store: Store, { issue, article }: ArticleAt, side: LinkSide): readonly Linkable[] {
  const page = linkedPage(store.db, issue);
  const stored = readable(store, issue);
  const own = stored?.issue.articles.find(({ id }) => id === article);
  if (!page || !stored || !own) return [];
  const articles = articlesOf(store.db);
  const { headline } = fieldsOf(stored.issue.source, own, 'emended');
  const said = { page: page.metadata.page, headline, jumps: jumpLinesOf(stored.issue).get(article) ?? [], isLinked: false };
  const already = otherEnd(articles, { issue, article }, side); // asked again, the same is at hand and Enter changes nothing
  const isAlready = (at: ArticleAt) => already !== null && already.state !== 'gone' && already.at.issue === at.issue && already.at.article === at.article;
  const found = pagesBeside(store.db, issue, page.metadata, page.path).flatMap((id) => {
    const there = readable(store, id);
    const known = there && linkedPage(store.db, id);
    const jumps = there && jumpLinesOf(there.issue);
    return known && jumps ? there.issue.articles.map((each) => {
      const at = { issue: id, article: each.id };
      const { headline: title, paragraphs } = fieldsOf(there.issue.source, each, 'emended');
      const isLinked = otherEnd(articles, at, opposite(side))?.state === 'holds';
      const likely = likeliness(said, { page: known.metadata.page, headline: title, jumps: jumps.get(each.id) ?? [], isLinked }, side);
      return { weight: isAlready(at) ? Number.POSITIVE_INFINITY : likely.weight, linkable: { ...at, ...known, headline: title === '' ? (paragraphs[0]?.text.slice(0, 40) ?? '').toWellFormed() : title, reasons: [...likely.reasons], isLinked } };
    }) : [];
  });
  return found.toSorted((a, b) => b.weight - a.weight).slice(0, MOST).map(({ linkable }) => linkable);
}
