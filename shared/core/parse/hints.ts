import type { Block } from './blocks.ts';

/**
 * What a file that knows the page says of a stretch of its text. `from`: where it begins, in UTF-16 units; `size`: that of its type, in parts of the page's
 * usual; `begin`, `end`: where its lines begin and end, across the page or down it as they run, in parts of the page's width. Null is what the file does not tell.
 */
export type LayoutHint = { readonly from: number; readonly size: number | null; readonly begin: number | null; readonly end: number | null };

/** The hint of every block of a page, null for those of which none speaks. Null in all: the text is all that is known. */
export type Hints = readonly (LayoutHint | null)[] | null;

/** From this size on, in parts of the usual, type is larger: a page that has none tells nothing by sizes. */
const LARGER = 1.15;

/** Hints by block: one speaks of the block that begins where it does. */
export function hintsOf(blocks: readonly Block[], hints: readonly LayoutHint[]): Hints {
  if (hints.length === 0) return null;
  const sized = hints.some(({ size }) => size !== null && size >= LARGER);
  const at = new Map(hints.map((hint) => [hint.from, sized ? hint : { ...hint, size: null }]));
  const found = blocks.map(({ range }) => at.get(range.from) ?? null);
  return found.every((hint) => hint === null) ? null : found;
}
