import type { IssueId } from '#contract/schemas/library.ts';
import type { PassageId } from '#core/model/ids.ts';
import { appStore } from './app.ts';
import { focusStops } from './desk-focus.ts';
import { stopOf } from './desk-outline.ts';
import { only } from './desk-selection.ts';
import { tell } from './desk-tell.ts';
import { deskViewStore, select } from './desk-view.ts';
import { openedPage } from './desk.ts';
import { openIssue } from './screen.ts';

/** Where one was before a key took one elsewhere. */
type Mark = { readonly issue: IssueId; readonly passage: PassageId };

const MOST_KEPT = 500;
let marks: Mark[] = [];

const here = (): Mark | null => {
  const focus = deskViewStore.getState().selection?.focus;
  return focus === undefined ? null : { issue: openedPage().id, passage: focus };
};

const same = (a: Mark | null | undefined, b: Mark | null): boolean => a?.issue === b?.issue && a?.passage === b?.passage;

/** Marks where one is, to be gone back to. To be called before a key goes on from here. */
export function leaveMark(): void {
  const mark = here();
  if (mark && !same(marks.at(-1), mark)) marks = [...marks.slice(-MOST_KEPT), mark];
}

/** Whether there is anything to step back to. */
export const hasMarks = (): boolean => marks.length > 0;

/** Back to where one was before the last key that went on: on this page or on the one before. What was decided there stays decided. */
export function stepBack(): void {
  const now = here();
  for (let mark = marks.at(-1); mark; mark = marks.at(-1)) {
    marks = marks.slice(0, -1);
    if (same(mark, now)) continue;
    if (mark.issue === now?.issue) {
      if (!stopOf(openedPage().issue, mark.passage)) continue; // joined to another meanwhile
      return select(only(mark.passage));
    }
    focusStops.set(mark.issue, mark.passage);
    return openIssue(mark.issue);
  }
  tell('needs.back');
}

/** Another project has other places. To be called once. */
export function followTrail(): void {
  appStore.subscribe(({ app }, before) => {
    if (app?.project?.id !== before.app?.project?.id) marks = [];
  });
}
