import { useContext, useLayoutEffect, useSyncExternalStore } from 'react';
import { READING } from '#contract/schemas/project.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { PassageId } from '#core/model/ids.ts';
import { afterPaint } from '../../../ui/after-paint.ts';
import { appStore } from '../../../state/app.ts';
import { doubtsNow } from '../../../state/desk-doubts-now.ts';
import { outlineOf } from '../../../state/desk-outline.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { Late, late } from '../../../state/late.ts';
import { passagesInSight } from './in-sight.ts';

// Of a page that is opened what is in sight is drawn first, and the rest once that is painted: most of a page is not seen when it opens. Until then
// its place is empty, about as high as it will be.

const listeners = new Set<() => void>();
let whole: IssueId | null = null; // the page of which everything is drawn
let first: { readonly page: IssueId; readonly seen: ReadonlySet<PassageId>; readonly shown: ReadonlySet<PassageId> } | null = null;

function setWhole(page: IssueId | null): void {
  if (whole === page) return;
  whole = page;
  for (const listener of [...listeners]) listener();
}

/** How many lines of text the window is high. */
export function linesInWindow(): number {
  const { size, leading } = appStore.getState().app?.reading ?? READING;
  return window.innerHeight / (size * leading);
}

/** How far a passage is drawn: its place is kept; what is seen of it; all of it. */
export type Drawn = 'place' | 'seen' | 'all';

/** What of the page on the desk is drawn first; null where all of it is drawn. */
function firstNow(): typeof first {
  const { page } = deskStore.getState();
  if (!page || page.id === whole) return null;
  if (first?.page !== page.id) {
    const seen = passagesInSight(page.issue, deskViewStore.getState().selection?.focus ?? null, linesInWindow());
    const asked = doubtsNow().map(({ passage }) => passage);
    first = { page: page.id, seen, shown: new Set([...seen, ...asked, ...outlineOf(page.issue).stops.slice(0, 1).map(({ passage }) => passage.id)]) };
  }
  return first;
}

function drawnOf(passage: PassageId): Drawn {
  const now = firstNow();
  return now === null ? 'all' : now.seen.has(passage) ? 'seen' : 'place';
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDrawn = (passage: PassageId): Drawn => useSyncExternalStore(follow, () => drawnOf(passage));

/** The passages that stand on the page: its first, those in sight, and those at which something is asked. null: all do. */
export const useShown = (): ReadonlySet<PassageId> | null => useSyncExternalStore(follow, () => firstNow()?.shown ?? null);

export const isWhole = (): boolean => deskStore.getState().page?.id === whole;

const followLate = late(follow);

/** Whether all of the page is drawn: until then what nobody sees is left out. */
export const useWhole = (): boolean => useSyncExternalStore(useContext(Late) ? followLate : follow, isWhole);

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
