import type { PassageId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { isStringKey } from '#strings/index.ts';
import { outlineOf } from './desk-outline.ts';
import { keepSelection, only } from './desk-selection.ts';
import { firstAnswerChanged } from './desk-settle.ts';
import type { Moment } from './desk-turns.ts';
import { announce, deskViewStore } from './desk-view.ts';

/** The first passage that is not the same object in the same place, in the order of the page as it is now; null if all are. */
export function firstChanged(before: Tree, after: Tree): PassageId | null {
  const old = outlineOf(before);
  const where = (tree: Tree, article: number) => tree.articles[article]?.id ?? null;
  const changed = outlineOf(after).stops.find(({ passage, article, index }) => {
    const was = old.stops[old.at.get(passage.id) ?? -1];
    return !was || was.passage !== passage || was.index !== index || where(before, was.article) !== where(after, article);
  });
  return changed?.passage.id ?? after.articles.find((one, i) => one !== before.articles[i])?.passages[0]?.id ?? null;
}

/** The passage that a decision's subject is, or with which it begins; null if it is not on the page. */
function passageOf(tree: Tree, subject: string | null): PassageId | null {
  return tree.articles.find(({ id }) => id === subject)?.passages[0]?.id ?? outlineOf(tree).stops.find(({ passage }) => passage.id === subject)?.passage.id ?? null;
}

/** After an undo or redo: the focus goes where something changed, and what was done is said. `label` is the act's name in the history. */
export function showTurned(before: Moment, after: Moment, back: boolean, label: string): void {
  const changed = firstChanged(before.issue, after.issue) ?? passageOf(after.issue, firstAnswerChanged(before.settled, after.settled));
  deskViewStore.setState(({ selection, writing, reveal }) => ({
    selection: changed ? only(changed) : keepSelection(before.issue, after.issue, selection),
    writing: writing && changed === writing.passage ? writing : null,
    reveal: reveal + 1,
  }));
  const key = `history.${label}`;
  announce(back ? 'desk.undone' : 'desk.redone', { what: isStringKey(key) ? key : '' });
}
