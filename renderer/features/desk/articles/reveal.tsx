import { useLayoutEffect, useRef } from 'react';
import { deskViewStore, useDeskView } from '../../../state/desk-view.ts';

/**
 * Keeps the focused passage in sight and gives it the keyboard, unless someone is writing elsewhere. A part of its own, so that moving about
 * draws nothing else anew.
 */
export function Reveal({ pane, page }: { readonly pane: { readonly current: HTMLElement | null }; readonly page: number }) {
  const reveal = useDeskView((state) => state.reveal);
  const shownPage = useRef<number>(null);
  useLayoutEffect(() => {
    const row = focusedRow(pane.current);
    const busy = document.activeElement?.closest('.desk-details, [popover], dialog');
    if (row && !deskViewStore.getState().writing && !busy) row.focus({ preventScroll: true });
    // Measured just before the frame is drawn, once for all that a key changed. Text beyond the screen is measured only when it comes near
    // (content-visibility), and then pushes what is below it away, most of all where the type is large: look again until it has come to rest.
    let looks = 0;
    let frame = requestAnimationFrame(function again() {
      const now = focusedRow(pane.current);
      if (!pane.current || !now) return;
      bring(pane.current, now, shownPage.current !== page);
      shownPage.current = page;
      looks += 1;
      if (looks < LOOKS) frame = requestAnimationFrame(again);
    });
    return () => cancelAnimationFrame(frame);
  }, [pane, page, reveal]);
  return null;
}

function focusedRow(pane: HTMLElement | null): HTMLElement | null {
  const { selection } = deskViewStore.getState();
  return (selection && pane?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(selection.focus)}"]`)) ?? null;
}

const LOOKS = 6; // frames
const ABOVE = 88; // room for the rule an article begins with
const BELOW = 96;

const beginsArticle = (row: HTMLElement): boolean => row.closest('[data-group]')?.querySelector('[data-passage]') === row;

/** Scrolls as little as will do; a passage that was far away, or is the first shown of a page, comes up high, and so does the beginning of an article that is to be read. */
function bring(pane: HTMLElement, row: HTMLElement, first: boolean): void {
  const [at, view] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
  const top = at.top - view.top;
  const bottom = at.bottom - view.top;
  const high = view.height / 4;
  const toRead = top > view.height / 2 && beginsArticle(row);
  if (!first && !toRead && top >= ABOVE && (bottom <= view.height - BELOW || at.height > view.height - ABOVE - BELOW)) {
    if (top <= view.height - BELOW) return;
  }
  const far = first || top < -view.height || bottom > 2 * view.height;
  if (far || toRead) pane.scrollTop += top - high;
  else if (top < ABOVE) pane.scrollTop += top - ABOVE;
  else pane.scrollTop += Math.min(bottom - (view.height - BELOW), top - ABOVE);
}
