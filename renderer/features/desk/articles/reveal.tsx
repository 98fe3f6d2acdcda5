import { useEffect, useLayoutEffect, useRef } from 'react';
import { afterPaint } from '../../../ui/after-paint.ts';
import { deskViewStore, useDeskView } from '../../../state/desk-view.ts';

/**
 * Keeps the focused passage in sight and gives it the keyboard, unless someone is writing elsewhere. A part of its own, so that moving about
 * draws nothing else anew.
 */
export function Reveal({ pane, page }: { readonly pane: { readonly current: HTMLElement | null }; readonly page: number }) {
  const reveal = useDeskView((state) => state.reveal);
  const focus = useDeskView((state) => state.selection?.focus ?? null);
  const shownPage = useRef<number>(null);
  const revealed = useRef<number>(null);
  const isAway = useRef(false); // the focus was scrolled out of sight
  useLayoutEffect(() => {
    const isNew = revealed.current !== reveal || shownPage.current !== page;
    isAway.current = false;
    // To give something the keyboard styles the page anew and lays it out: not before what the key did is seen. Keys are read from the whole window, so none is lost.
    const had = document.activeElement;
    const busy = had?.closest('.desk-details, [popover], dialog');
    const stop = afterPaint(() => takeKeyboard(pane.current, isNew && !busy && !hasMoved(had)));
    // Measured just before the frame is drawn, once for all that a key changed: measuring lays the page out, too.
    const frame = isNew && requestAnimationFrame(() => {
      const row = focusedRow(pane.current);
      if (!pane.current || !row) return;
      bring(pane.current, row, shownPage.current !== page);
      shownPage.current = page;
      revealed.current = reveal;
    });
    return () => {
      stop();
      if (frame) cancelAnimationFrame(frame);
    };
  }, [pane, page, reveal, focus]);
  // Where the text is given another width or height, by the window, a pane or a drawer, what has the focus moves with its lines: if it was in sight, it stays so.
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const noteScrolled = () => {
      const row = focusedRow(element);
      isAway.current = row !== null && !isInSight(element, row);
    };
    let size = '';
    const observer = new ResizeObserver(() => {
      const before = size;
      size = `${element.clientWidth} ${element.clientHeight}`;
      const row = before !== '' && before !== size && !isAway.current && focusedRow(element);
      if (row && element.clientHeight > 0) bring(element, row, false);
    });
    element.addEventListener('scrollend', noteScrolled);
    observer.observe(element);
    return () => {
      element.removeEventListener('scrollend', noteScrolled);
      observer.disconnect();
    };
  }, [pane]);
  return null;
}

/** Whether something else has taken the keyboard since: what the next key opened. The screen itself has it only until something in it does. */
function hasMoved(had: Element | null): boolean {
  const { activeElement } = document;
  return activeElement !== had && activeElement?.matches('body, main, [data-passage]') === false;
}

/**
 * Tab comes to the focused passage and to no other; where it `takes` the keyboard, it has it. The one that had it gives up its place last: an element
 * that has the keyboard and is told that Tab does not come to it has the page styled anew at once, to see whether it may keep it.
 */
function takeKeyboard(pane: HTMLElement | null, takes: boolean): void {
  const row = focusedRow(pane);
  if (row) row.tabIndex = 0;
  if (row && takes && !deskViewStore.getState().writing) {
    row.focus({ preventScroll: true });
    dropCaret();
  }
  for (const other of pane?.querySelectorAll<HTMLElement>('[data-passage][tabindex="0"]') ?? []) if (other !== row) other.tabIndex = -1;
}

/** Takes away a caret that was left somewhere outside of any field: nobody sees it, and its place is looked for again before every frame. */
function dropCaret(): void {
  const selection = window.getSelection();
  if (selection?.isCollapsed) selection.removeAllRanges();
}

function focusedRow(pane: HTMLElement | null): HTMLElement | null {
  const { selection } = deskViewStore.getState();
  return (selection && pane?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(selection.focus)}"]`)) ?? null;
}

function isInSight(pane: HTMLElement, row: HTMLElement): boolean {
  const [at, view] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
  return at.bottom > view.top && at.top < view.bottom;
}

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
