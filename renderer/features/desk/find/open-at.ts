import type { IssueId } from '#contract/schemas/library.ts';
import { focusStops } from '../../../state/desk-focus.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import { only } from '../../../state/desk-selection.ts';
import { select } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { openIssue } from '../../../state/screen.ts';
import { afterPaint } from '../../../ui/after-paint.ts';
import type { Spot } from '../spots/spot.ts';
import { showSpot } from './find-store.ts';

/** Opens a page at a stretch of one of its passages and, once the page stands, marks the words there. Whoever has gone on to another page meanwhile is left there. */
export function openAt(issue: IssueId, words: string, spot: Spot): void {
  focusStops.set(issue, spot.passage);
  const show = (): boolean => {
    const { page } = deskStore.getState();
    if (page?.id !== issue || !stopOf(page.issue, spot.passage)) return false;
    select(only(spot.passage));
    if (spot.to > spot.from) showSpot(words, spot);
    return true;
  };
  openIssue(issue);
  if (show()) return;
  let isAsked = deskStore.getState().wanted === issue;
  const stop = deskStore.subscribe(({ page, wanted }) => {
    isAsked ||= wanted === issue;
    const isThere = page?.id === issue;
    if (!isThere && (!isAsked || wanted === issue)) return; // it is on its way
    stop();
    if (isThere) void afterPaint(show);
  });
}
