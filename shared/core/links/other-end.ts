import type { ArticleId } from '../model/ids.ts';
import type { Article, LinkSide, Tree } from '../model/issue.ts';

/** An article of a page, by the page's issue. */
export type ArticleAt = { readonly issue: number; readonly article: ArticleId };

/**
 * What an end of a link leads to. `gone`: no article of that page says any more that it is the other end, as it was merged into another, taken apart or linked otherwise.
 * `round`: it is there, but the way on from it leads back to where it began.
 */
export type OtherEnd = { readonly state: 'holds' | 'round'; readonly at: ArticleAt } | { readonly state: 'gone'; readonly issue: number };

/** The articles of an issue; null where there is none, or it cannot be read. */
export type ArticlesOf = (issue: number) => Tree['articles'] | null;

export const opposite = (side: LinkSide): LinkSide => (side === 'next' ? 'previous' : 'next');

const bears = (side: LinkSide, link: string, issue: number) => (article: Article) => article[side]?.link === link && article[side].issue === issue;

/** The article at the other end, if each of the two says so of the other, and no third does. */
function partner(articlesOf: ArticlesOf, { issue, article }: ArticleAt, side: LinkSide): ArticleAt | null {
  const here = articlesOf(issue);
  const end = here?.find(({ id }) => id === article)?.[side];
  if (!here || !end || here.find(bears(side, end.link, end.issue))!.id !== article) return null;
  const there = articlesOf(end.issue)?.find(bears(opposite(side), end.link, issue));
  return there ? { issue: end.issue, article: there.id } : null;
}

/** What the link on one side of an article leads to; null where it has none there. */
export function otherEnd(articlesOf: ArticlesOf, from: ArticleAt, side: LinkSide): OtherEnd | null {
  const end = articlesOf(from.issue)?.find(({ id }) => id === from.article)?.[side];
  if (!end) return null;
  const at = partner(articlesOf, from, side);
  if (!at) return { state: 'gone', issue: end.issue };
  return { state: leadsTo(articlesOf, at, from, side) ? 'round' : 'holds', at };
}

/** Whether the way on from an article, itself included, comes by another. */
export function leadsTo(articlesOf: ArticlesOf, from: ArticleAt, to: ArticleAt, side: LinkSide): boolean {
  const seen = new Set<string>();
  for (let at: ArticleAt | null = from; at !== null; at = partner(articlesOf, at, side)) {
    if (at.issue === to.issue && at.article === to.article) return true;
    const key = `${at.issue} ${at.article}`;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return false;
}
