import type { Issue, Passage, Tree } from '#core/model/issue.ts';
import { outlineOf } from './desk-outline.ts';
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

/** After a page was read again: the focus stays where it was, or beside it where its passage is gone; writing in one that is gone ends. */
export function keepView(before: Issue, after: Issue): void {
  deskViewStore.setState(({ selection, writing, reveal }) => ({
    selection: keepSelection(before, after, selection),
    writing: writing && outlineOf(after).at.has(writing.passage) ? writing : null,
    reveal: reveal + 1,
  }));
}
