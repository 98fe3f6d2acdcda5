import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Article, ArticleHead, Issue, Passage } from '../model/issue.ts';

/** Where a passage stands: at `index` of an article's passages, or of the aside (`article` -1). */
export type Place = { readonly passage: Passage; readonly article: number; readonly index: number };

/** Finds a passage in an issue, in an article or aside; null if it is not there. */
export function findPassage(issue: Issue, id: PassageId): Place | null {
  const { articles, aside } = issue;
  for (let article = 0; article < articles.length; article += 1) {
    const { passages } = articles[article]!;
    for (let index = 0; index < passages.length; index += 1) if (passages[index]!.id === id) return { passage: passages[index]!, article, index };
  }
  for (let index = 0; index < aside.length; index += 1) if (aside[index]!.id === id) return { passage: aside[index]!, article: -1, index };
  return null;
}

/** The index of an article in the issue, or -1. */
export function findArticle(issue: Issue, id: ArticleId): number {
  return issue.articles.findIndex((article) => article.id === id);
}

/** The list of passages a place is in. */
export function passagesAt(issue: Issue, article: number): readonly Passage[] {
  return article < 0 ? issue.aside : issue.articles[article]!.passages;
}

/** The issue with one list of passages replaced; every other article is the same object as before. */
export function withPassages(issue: Issue, article: number, passages: readonly Passage[]): Issue {
  if (article < 0) return { ...issue, aside: passages };
  return withArticle(issue, article, { ...issue.articles[article]!, passages });
}

/** The issue with one article replaced. */
export function withArticle(issue: Issue, index: number, article: Article): Issue {
  return { ...issue, articles: issue.articles.with(index, article) };
}

/** The issue with one passage replaced. */
export function withPassage(issue: Issue, place: Place, passage: Passage): Issue {
  return withPassages(issue, place.article, passagesAt(issue, place.article).with(place.index, passage));
}

/** An article without its passages. */
export function headOf({ id, status, topics, note, next, previous }: Article): ArticleHead {
  return { id, status, topics, note, ...(next && { next }), ...(previous && { previous }) };
}
