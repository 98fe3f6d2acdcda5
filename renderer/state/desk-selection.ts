import type { PassageId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { outlineOf, stopOf } from './desk-outline.ts';

/**
 * What the keys act on: the passages from `anchor` to `focus` in reading order, of one article or of the aside.
 * An article is selected as its passages; a text range lives in the text editor while a passage is being edited.
 */
export type DeskSelection = { readonly anchor: PassageId; readonly focus: PassageId };

/** A selection of one passage. */
export function only(passage: PassageId): DeskSelection {
  return { anchor: passage, focus: passage };
}

/** The selected passages in reading order; empty when nothing is selected. */
export function selectedIds(tree: Tree, selection: DeskSelection | null): readonly PassageId[] {
  if (!selection) return [];
  const { stops, at } = outlineOf(tree);
  const [a, b] = [at.get(selection.anchor), at.get(selection.focus)];
  if (b === undefined) return [];
  const [from, to] = a === undefined ? [b, b] : [Math.min(a, b), Math.max(a, b)];
  return stops.slice(from, to + 1).map(({ passage }) => passage.id);
}

/** The next (1) or previous (-1) passage; at the ends the selection stays. */
export function stepPassage(tree: Tree, selection: DeskSelection | null, step: 1 | -1): DeskSelection | null {
  const { stops, at } = outlineOf(tree);
  const here = selection ? at.get(selection.focus) : undefined;
  const next = here === undefined ? stops[step > 0 ? 0 : stops.length - 1] : stops[here + step];
  return next ? only(next.passage.id) : selection;
}

/** One passage more or less, as far as the article goes: what is selected together is acted on together. */
export function extend(tree: Tree, selection: DeskSelection | null, step: 1 | -1): DeskSelection | null {
  if (!selection) return stepPassage(tree, selection, step);
  const { stops, at } = outlineOf(tree);
  const here = at.get(selection.focus);
  const next = here === undefined ? undefined : stops[here + step];
  if (here === undefined || !next || next.article !== stops[here]!.article) return selection;
  return { anchor: selection.anchor, focus: next.passage.id };
}

/** Everything from the focus on to the end of its article (1), or back to its beginning (-1). */
export function extendToEnd(tree: Tree, selection: DeskSelection | null, step: 1 | -1): DeskSelection | null {
  let now = selection ?? stepPassage(tree, selection, step);
  for (let next = extend(tree, now, step); next !== now; next = extend(tree, now, step)) now = next;
  return now;
}

/** Extends to a passage that was pointed at; one of another article is selected by itself. */
export function extendTo(tree: Tree, selection: DeskSelection | null, passage: PassageId): DeskSelection {
  const here = stopOf(tree, selection?.anchor ?? null);
  const there = stopOf(tree, passage);
  return selection && here && there && here.article === there.article ? { anchor: selection.anchor, focus: passage } : only(passage);
}

/** The first passage of the next or previous article; the aside counts as the last. Going back first goes to the own article's beginning. */
export function stepArticle(tree: Tree, selection: DeskSelection | null, step: 1 | -1): DeskSelection | null {
  const groups = [...tree.articles.map(({ passages }) => passages), tree.aside].filter((passages) => passages.length > 0);
  const stop = stopOf(tree, selection?.focus ?? null);
  if (!stop) return stepPassage(tree, selection, step);
  const here = groups.findIndex((passages) => passages.some(({ id }) => id === stop.passage.id));
  const target = step < 0 && stop.index > 0 ? here : here + step;
  const first = groups[target]?.[0];
  return first ? only(first.id) : selection;
}

/**
 * The selection for a changed tree: what is still there stays selected; where the focus is gone (joined, or undone)
 * its nearest neighbour before it in the old order takes its place.
 */
export function keepSelection(before: Tree, after: Tree, selection: DeskSelection | null): DeskSelection | null {
  if (!selection) return null;
  const now = outlineOf(after);
  const has = (id: PassageId) => now.at.has(id);
  if (has(selection.focus)) {
    const same = stopOf(after, selection.anchor)?.article === stopOf(after, selection.focus)?.article;
    return has(selection.anchor) && same ? selection : only(selection.focus);
  }
  const old = outlineOf(before);
  const start = old.at.get(selection.focus) ?? 0;
  for (let i = start - 1; i >= 0; i -= 1) {
    const id = old.stops[i]!.passage.id;
    if (has(id)) return only(id);
  }
  const first = now.stops[0];
  return first ? only(first.passage.id) : null;
}
