import { useSyncExternalStore } from 'react';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import { NO_STRUCTURE, structureOf } from '../../../state/desk-structure.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore, shownDesk } from '../../../state/desk.ts';
import { shared } from '../../../state/late.ts';
import { afterPaint } from '../../../ui/after-paint.ts';
import { linesInWindow } from './building.ts';
import { passagesInSight } from './in-sight.ts';

// A split or merge gives every article below it another number and another hue. Those in sight have theirs at once, the others once that is painted.

type Order = readonly ArticleId[];

let painted: Order = NO_STRUCTURE.order; // what the numbers out of sight go by
let near: { readonly issue: Issue; readonly focus: PassageId | null; readonly articles: ReadonlySet<ArticleId> } | null = null;

const orderNow = (): Order => {
  const { page } = deskStore.getState();
  return page ? structureOf(page.issue).order : NO_STRUCTURE.order;
};

/** Whether an article may be in sight: what a key does brings the focus into sight, so that nothing is that is further from it than the window is high. */
function isNear(id: ArticleId): boolean {
  const { page } = deskStore.getState();
  const focus = deskViewStore.getState().selection?.focus ?? null;
  if (!page || focus === null) return true;
  const { issue } = page;
  if (near?.issue !== issue || near.focus !== focus) {
    const seen = [...passagesInSight(issue, focus, linesInWindow(), 1)];
    near = { issue, focus, articles: new Set(seen.flatMap((passage) => issue.articles[stopOf(issue, passage)!.article]?.id ?? [])) };
  }
  return near.articles.has(id);
}

function placeOf(id: ArticleId): number {
  const order = orderNow();
  const before = order === painted ? -1 : painted.indexOf(id);
  return before < 0 || isNear(id) ? order.indexOf(id) : before;
}

function start(tell: () => void): () => void {
  painted = orderNow();
  const settle = () => {
    if (painted === orderNow()) return;
    painted = orderNow();
    tell();
  };
  const look = () => {
    if (painted === orderNow()) return;
    tell();
    afterPaint(settle);
  };
  // The articles of a page go with it: who shows them need not be told that they are gone.
  const turn = () => {
    painted = orderNow();
  };
  const stops = [
    shownDesk.subscribe(({ page }, { page: before }) => (page?.id !== before?.id ? turn() : page?.issue !== before?.issue && look())),
    deskViewStore.subscribe(({ selection }, before) => selection !== before.selection && look()), // elsewhere other articles are in sight
  ];
  return () => stops.forEach((end) => end());
}

const follow = shared(start);

/** Where an article stands on the page, from 0, as its number and hue are drawn; -1 once it is gone. */
export const usePlace = (id: ArticleId): number => useSyncExternalStore(follow, () => placeOf(id));
