import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Article, Tree } from '../model/issue.ts';

/** The parts of an article's text in the order they are read. A paragraph goes on over captions and credits: they are none. */
function partsOf({ passages }: Article): readonly { readonly passage: PassageId; readonly from: number }[] {
  return passages.flatMap(({ id, role, pieces }) =>
    role === 'caption' || role === 'credit' ? [] : pieces.flatMap((piece) => (piece.kind === 'kept' ? [{ passage: id, from: piece.range.from }] : [])));
}

/**
 * The articles whose text does not stand together in the source, as where columns were read across and taken apart, each with the first passage that goes
 * on after text of another article, or that the source has before what stands above it.
 */
export function articlesApart({ articles }: Pick<Tree, 'articles'>): ReadonlyMap<ArticleId, PassageId> {
  const starts = articles
    .flatMap((article, position) => article.passages.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'kept' ? [{ from: piece.range.from, position }] : []))))
    .toSorted((a, b) => a.from - b.from);
  const placeOf = new Map(starts.map(({ from }, place) => [from, place]));
  const isOwn = (position: number, above: number, below: number): boolean => {
    for (let place = placeOf.get(above)! + 1; starts[place]!.from < below; place += 1) if (starts[place]!.position !== position) return false;
    return true;
  };
  const apart = new Map<ArticleId, PassageId>();
  for (const [position, article] of articles.entries()) {
    const parts = partsOf(article);
    const at = parts.findIndex(({ from }, i) => i > 0 && (from < parts[i - 1]!.from || !isOwn(position, parts[i - 1]!.from, from)));
    if (at >= 0) apart.set(article.id, parts[at]!.passage);
  }
  return apart;
}
