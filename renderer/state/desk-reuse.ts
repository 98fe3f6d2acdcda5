import type { PassageId } from '#core/model/ids.ts';
import type { Issue, Passage, Tree } from '#core/model/issue.ts';
import { markedUpText } from '#core/model/reading.ts';
import { difference } from '#util/difference.ts';
import { outlineOf } from './desk-outline.ts';
import type { Stop } from './desk-outline.ts';
import { openRun } from './desk-run.ts';
import { keepSelection } from './desk-selection.ts';
import { deskViewStore } from './desk-view.ts';

/** The tree with every part of `known` in the place of an equal one, so that what did not change is not drawn again. */
export function reuse(known: Tree, tree: Tree): Tree {
  const passages = new Map(outlineOf(known).stops.map(({ passage }) => [passage.id, passage]));
  const keep = (passage: Passage): Passage => {
    const old = passages.get(passage.id);
    return old && JSON.stringify(old) === JSON.stringify(passage) ? old : passage;
  };
  const articles = tree.articles.map((article) => {
    const next = { ...article, passages: article.passages.map(keep) };
    const old = known.articles.find(({ id }) => id === article.id);
    return old && JSON.stringify(old) === JSON.stringify(next) ? old : next;
  });
  return { articles, aside: tree.aside.map(keep) };
}

const textOf = (issue: Issue, { passage }: Stop): string => markedUpText(issue.source, passage.pieces);

/** Where a page was read anew from other text: the passage in the place of one, by its text (the nearest of several alike), else the one that stands where it stood; and where a place in it is now. */
function heirOf(before: Issue, after: Issue, id: PassageId, place = 0): { readonly passage: PassageId; readonly at: number } {
  const [old, now] = [outlineOf(before), outlineOf(after).stops];
  const at = old.at.get(id);
  if (at === undefined || now.length === 0) return { passage: id, at: place };
  const wanted = textOf(before, old.stops[at]!);
  const near = (stop: Stop) => Math.abs(now.indexOf(stop) - at);
  const alike = now.filter((stop) => textOf(after, stop) === wanted).toSorted((a, b) => near(a) - near(b))[0];
  const heir = alike ?? now[Math.min(at, now.length - 1)]!;
  const changed = difference(wanted, textOf(after, heir));
  const moved = !changed || place <= changed.from ? place : Math.max(changed.from, place - changed.to + changed.from) + changed.insert.length;
  return { passage: heir.passage.id, at: moved };
}

/** After a page was read again: the focus stays where it was, or beside it where its passage is gone; writing in one that is gone ends. Where its text is another, both go on in what took its passage's place. */
export function keepView(before: Issue, after: Issue): void {
  const same = before.source === after.source;
  const run = openRun();
  deskViewStore.setState(({ selection, writing, reveal }) => {
    const there = same || !writing ? writing : { kind: writing.kind, ...heirOf(before, after, writing.passage, run?.passage === writing.passage ? run.caret : writing.at) };
    const chosen = same || !selection ? selection : { anchor: heirOf(before, after, selection.anchor).passage, focus: heirOf(before, after, selection.focus).passage };
    return { selection: keepSelection(before, after, chosen), writing: there && outlineOf(after).at.has(there.passage) ? there : null, reveal: reveal + 1 };
  });
}
