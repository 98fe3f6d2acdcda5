import type { ArticleId } from '#core/model/ids.ts';
import type { Filter, Selection } from '#contract/schemas/library.ts';

/** Which articles are ticked: some, by id, or all that the filter shows, however many. */
export type Ticks = { readonly kind: 'some'; readonly ids: ReadonlySet<ArticleId> } | { readonly kind: 'all' };

export const NO_TICKS: Ticks = { kind: 'some', ids: new Set() };

export const isTicked = (ticks: Ticks, article: ArticleId): boolean => ticks.kind === 'all' || ticks.ids.has(article);

/** How many are ticked, of `total` that the filter shows. */
export const tickCount = (ticks: Ticks, total: number): number => (ticks.kind === 'all' ? total : ticks.ids.size);

/** Ticks or unticks one. From "all", the caller first turns all into ids. */
export function withToggled(ids: ReadonlySet<ArticleId>, article: ArticleId): Ticks {
  const next = new Set(ids);
  if (!next.delete(article)) next.add(article);
  return { kind: 'some', ids: next };
}

/** Adds a range to what is ticked. */
export function withAdded(ids: ReadonlySet<ArticleId>, added: readonly ArticleId[]): Ticks {
  return { kind: 'some', ids: new Set([...ids, ...added]) };
}

/** What the engine is told: the ticked ones; without any, the one under the cursor; null if there is none either. */
export function selectionOf(ticks: Ticks, filter: Filter, current: ArticleId | null): Selection | null {
  if (ticks.kind === 'all') return { filter };
  if (ticks.ids.size > 0) return { articles: [...ticks.ids] };
  return current === null ? null : { articles: [current] };
}
