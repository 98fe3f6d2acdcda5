import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { firstOffset } from '#core/model/positions.ts';
import type { Article, Passage, Tree } from '#core/model/issue.ts';

/** A passage with its place: article by position on the page (-1 aside), and its position in that article. */
export type Stop = { readonly passage: Passage; readonly article: number; readonly index: number };

/** All passages of a page in the order they are read: article by article, then the aside. The walk of every key. */
export type Outline = {
  readonly stops: readonly Stop[];
  readonly at: ReadonlyMap<PassageId, number>; // index in `stops`
};

const made = new WeakMap<Tree, Outline>();

/** The outline of a tree; the same object for the same tree. */
export function outlineOf(tree: Tree): Outline {
  const known = made.get(tree);
  if (known) return known;
  const stops: Stop[] = [];
  for (const [article, { passages }] of tree.articles.entries()) {
    for (const [index, passage] of passages.entries()) stops.push({ passage, article, index });
  }
  for (const [index, passage] of tree.aside.entries()) stops.push({ passage, article: -1, index });
  const outline = { stops, at: new Map(stops.map(({ passage }, i) => [passage.id, i])) };
  made.set(tree, outline);
  return outline;
}

/** Where a passage stands, or null if it is not on the page. */
export function stopOf(tree: Tree, id: PassageId | null): Stop | null {
  if (id === null) return null;
  const outline = outlineOf(tree);
  const at = outline.at.get(id);
  return at === undefined ? null : outline.stops[at]!;
}

/** The article a passage belongs to, or null if it stands aside. */
export function articleOf(tree: Tree, id: PassageId | null): Article | null {
  const stop = stopOf(tree, id);
  return stop && stop.article >= 0 ? tree.articles[stop.article]! : null;
}

/** The position of an article on its page, from 0, or -1. */
export function articlePosition(tree: Tree, id: ArticleId): number {
  return tree.articles.findIndex((article) => article.id === id);
}

/** Where a passage begins in the source, UTF-16; one of added text only begins nowhere (Infinity). */
export function sourceStart({ pieces }: Passage): number {
  return firstOffset(pieces) ?? Infinity;
}
