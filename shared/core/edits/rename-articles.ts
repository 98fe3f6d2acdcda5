import type { ArticleId } from '../model/ids.ts';
import type { Edit, Move, Spot } from './edit.ts';
import type { AnchoredEdit } from './rebase/anchor.ts';

type Rename = (id: ArticleId) => ArticleId;

/** The ids of the articles that an edit creates. */
export function createdArticles(edit: Edit): readonly ArticleId[] {
  switch (edit.kind) {
    case 'splitBefore':
      return [edit.head.id];
    case 'movePassages':
    case 'setAside':
    case 'restore':
      return edit.moves.flatMap(({ to }) => (to.article !== null && to.open ? [to.open.head.id] : []));
    default:
      return [];
  }
}

function renameSpot(to: Spot, rename: Rename): Spot {
  if (to.article === null) return to;
  const { article, after, open } = to;
  if (!open) return { article: rename(article), after };
  return { article: rename(article), after, open: { head: { ...open.head, id: rename(open.head.id) }, after: open.after && rename(open.after) } };
}

const renameMove = (move: Move, rename: Rename): Move => ({ ...move, to: renameSpot(move.to, rename) });

function renameEdit(edit: Edit, rename: Rename): Edit {
  switch (edit.kind) {
    case 'mergeAbove':
    case 'setTopics':
    case 'setNote':
    case 'setStatus':
    case 'setLink':
      return { ...edit, article: rename(edit.article) };
    case 'reorder':
      return { ...edit, article: rename(edit.article), after: edit.after && rename(edit.after) };
    case 'splitBefore':
      return { ...edit, head: { ...edit.head, id: rename(edit.head.id) } };
    case 'movePassages':
    case 'setAside':
    case 'restore':
      return { ...edit, moves: edit.moves.map((move) => renameMove(move, rename)) };
    case 'setRole':
    case 'join':
    case 'break':
    case 'cutPassage':
    case 'replaceText':
    case 'fillGap':
      return edit;
  }
}

/** The same act with articles called otherwise, in the edit and in its anchors. */
export function renameArticles({ edit, anchors }: AnchoredEdit, rename: Rename): AnchoredEdit {
  const articles = Object.fromEntries(Object.entries(anchors.articles).map(([id, anchor]) => [rename(id as ArticleId), anchor]));
  return { edit: renameEdit(edit, rename), anchors: { ...anchors, articles } };
}
