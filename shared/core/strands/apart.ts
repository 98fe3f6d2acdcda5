import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Article, Tree } from '../model/issue.ts';

/** Where a piece of the source that an article keeps begins: in which passage, and of which article (its place). */
type Part = { readonly passage: PassageId; readonly isText: boolean; readonly article: number; readonly from: number };

/** All parts of the articles as they are read. */
function partsOf(articles: readonly Article[]): readonly Part[] {
  const parts: Part[] = [];
  for (const [article, { passages }] of articles.entries()) {
    for (const { id, role, pieces } of passages) {
      const isText = role !== 'caption' && role !== 'credit'; // a paragraph goes on over them
      for (const piece of pieces) if (piece.kind === 'kept') parts.push({ passage: id, isText, article, from: piece.range.from });
    }
  }
  return parts;
}

/** Whether all is read as it stands in the source: so are most pages, of which no list needs to be made. */
function isAsInSource(articles: readonly Article[]): boolean {
  let last = -1;
  for (const { passages } of articles) {
    for (const { pieces } of passages) {
      for (const piece of pieces) {
        if (piece.kind !== 'kept') continue;
        if (piece.range.from <= last) return false;
        last = piece.range.from;
      }
    }
  }
  return true;
}

/**
 * The articles whose text does not stand together in the source, as where columns were read across and taken apart, each with the first passage that goes
 * on after text of another article, or that the source has before what stands above it.
 */
export function articlesApart({ articles }: Pick<Tree, 'articles'>): ReadonlyMap<ArticleId, PassageId> {
  const apart = new Map<ArticleId, PassageId>();
  if (isAsInSource(articles)) return apart;
  const parts = partsOf(articles);
  const source = parts.toSorted((a, b) => a.from - b.from);
  const placeOf = new Map(source.map((part, place) => [part, place]));
  const isOwn = (above: Part, below: Part): boolean => {
    for (let place = placeOf.get(above)! + 1; source[place]!.from < below.from; place += 1) if (source[place]!.article !== above.article) return false;
    return true;
  };
  let above: Part | null = null; // the last part of text
  for (const part of parts) {
    if (!part.isText) continue;
    if (above !== null && above.article === part.article && !apart.has(articles[part.article]!.id) && (part.from < above.from || !isOwn(above, part))) {
      apart.set(articles[part.article]!.id, part.passage);
    }
    above = part;
  }
  return apart;
}
