import { randomUUID } from 'node:crypto';
import type { AppError } from '#contract/app-error.ts';
import type { Edit } from '#core/edits/edit.ts';
import { leadsTo, opposite, otherEnd } from '#core/links/other-end.ts';
import type { ArticleAt, ArticlesOf } from '#core/links/other-end.ts';
import type { LinkEnd, LinkSide } from '#core/model/issue.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { editPages } from '../project/edit-pages.ts';
import { answered } from '../project/journal.ts';
import type { Store } from '../project/store.ts';
import { articlesOf } from './articles-of.ts';

type Edits = Map<number, Edit[]>;

function add(edits: Edits, { issue, article }: ArticleAt, side: LinkSide, to: LinkEnd | null): void {
  edits.set(issue, [...(edits.get(issue) ?? []), { kind: 'setLink', article, side, to }]);
}

/** Takes away what is said on one side of an article, and what its other end says of it. */
function loosen(edits: Edits, articles: ArticlesOf, at: ArticleAt, side: LinkSide): void {
  const other = otherEnd(articles, at, side);
  if (!other) return;
  add(edits, at, side, null);
  if (other.state !== 'gone') add(edits, other.at, opposite(side), null);
}

const isThere = (articles: ArticlesOf, { issue, article }: ArticleAt): boolean => articles(issue)?.some(({ id }) => id === article) === true;

/**
 * Says that an article goes on in another on another page: one entry of both pages, and of those whose links give way, as an article goes on in one and comes from one.
 * Nothing is done where it is said already. Fails where one of them is not there, both are on one page, or the second leads to the first.
 */
export async function linkArticles(store: Store, once: string, from: ArticleAt, to: ArticleAt): Promise<Result<null, AppError>> {
  const articles = articlesOf(store.db);
  const edits: Edits = new Map();
  const before = answered(store.db, once);
  if (before === undefined) {
    if (!isThere(articles, from) || !isThere(articles, to)) return fail({ code: 'no-such-article' });
    if (from.issue === to.issue) return fail({ code: 'link-on-one-page' });
    if (leadsTo(articles, to, from, 'next')) return fail({ code: 'link-goes-round' });
    const now = otherEnd(articles, from, 'next');
    if (now?.state === 'holds' && now.at.issue === to.issue && now.at.article === to.article) return carryOut(store, once, 'link', edits);
    loosen(edits, articles, from, 'next');
    loosen(edits, articles, to, 'previous');
    const link = randomUUID();
    add(edits, from, 'next', { link, issue: to.issue });
    add(edits, to, 'previous', { link, issue: from.issue });
  }
  return carryOut(store, once, 'link', edits);
}

/** Says no longer that an article goes on (`next`), or that it comes from another: one entry of both pages. Nothing is done where nothing was said. */
export function unlinkArticle(store: Store, once: string, at: ArticleAt, side: LinkSide): Promise<Result<null, AppError>> {
  const edits: Edits = new Map();
  loosen(edits, articlesOf(store.db), at, side);
  return carryOut(store, once, 'unlink', edits);
}

function carryOut(store: Store, once: string, label: 'link' | 'unlink', edits: Edits): Promise<Result<null, AppError>> {
  const pages = Array.from(edits, ([issue, group]) => ({ issue, group }));
  return editPages(store, { once, label }, pages, null, (_, { group }) => ({ edits: group, told: null }), () => null);
}
