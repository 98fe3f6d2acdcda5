import { useLayoutEffect, useSyncExternalStore } from 'react';
import { READING } from '#contract/schemas/project.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { PassageId } from '#core/model/ids.ts';
import { afterPaint } from '../../../ui/after-paint.ts';
import { appStore } from '../../../state/app.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { passagesInSight } from './in-sight.ts';

// Of a page that is opened what is in sight is drawn first, and the rest once that is painted: most of a page is not seen when it opens. Until then a
// passage stands there empty, about as high as it will be.

const listeners = new Set<() => void>();
let whole: IssueId | null = null; // the page of which everything is drawn
let first: { readonly page: IssueId; readonly ids: ReadonlySet<PassageId> } | null = null;

function setWhole(page: IssueId | null): void {
  if (whole === page) return;
  whole = page;
  for (const listener of [...listeners]) listener();
}

function linesInWindow(): number {
  const { size, leading } = appStore.getState().app?.reading ?? READING;
  return window.innerHeight / (size * leading);
}

/** How far a passage is drawn: its place is kept; what is seen of it; all of it. */
export type Drawn = 'place' | 'seen' | 'all';

function drawnOf(passage: PassageId): Drawn {
  const { page } = deskStore.getState();
  if (!page || page.id === whole) return 'all';
  if (first?.page !== page.id) first = { page: page.id, ids: passagesInSight(page.issue, deskViewStore.getState().selection?.focus ?? null, linesInWindow()) };
  return first.ids.has(passage) ? 'seen' : 'place';
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDrawn = (passage: PassageId): Drawn => useSyncExternalStore(follow, () => drawnOf(passage));

export const isWhole = (): boolean => deskStore.getState().page?.id === whole;

/** Whether all of the page is drawn: until then what nobody sees is left out. */
export const useWhole = (): boolean => useSyncExternalStore(follow, isWhole);

/** Sees to it that all of a page comes to be drawn: the frame after the one in which what stands beside it is; at once where a key goes elsewhere on it. */
export function useBuilding(page: IssueId): void {
  useLayoutEffect(() => {
    const build = () => setWhole(page);
    let stop = afterPaint(() => {
      stop = afterPaint(build);
    });
    const unfollow = deskViewStore.subscribe(({ selection }, before) => selection !== before.selection && build());
    return () => {
      stop();
      unfollow();
      first = null;
      setWhole(null);
    };
  }, [page]);
}
