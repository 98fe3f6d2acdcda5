import { applyAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { Issue } from '#core/model/issue.ts';
import { newOnce } from '../bridge/bridge.ts';
import { NO_ANSWERS } from './desk-settle.ts';
import type { Answers } from './desk-settle.ts';
import type { DeskLabel, PlanContext, Planned, Refusal } from './desk-plan.ts';
import { send } from './desk-save.ts';
import { keepSelection, selectedIds } from './desk-selection.ts';
import { tell } from './desk-tell.ts';
import { announce, deskViewStore, select } from './desk-view.ts';
import { deskStore, openedPage, showAct } from './desk.ts';
import { undoLast } from './desk-undo-last.ts';
import { say, sayError, withdrawUndo } from './toasts.ts';
import { refuseWriting } from './writing.ts';

/** What the plans are made from, as things stand. */
export function planContext(): PlanContext {
  const { issue } = openedPage();
  return { issue, selected: selectedIds(issue, deskViewStore.getState().selection), mint: newOnce };
}

/** Acts that take something out of sight say so, with an Undo; the others are seen. */
const SPOKEN = ['send', 'set-aside', 'approve-page', 'restore'] as const;
const spokenOf = (label: DeskLabel) => SPOKEN.find((spoken) => spoken === label);

/** How many passages edits are about. */
function passagesOf(edits: readonly Edit[]): number {
  return new Set(edits.flatMap((edit) => ('moves' in edit ? edit.moves.map(({ passage }) => passage) : 'passage' in edit ? [edit.passage] : []))).size;
}

/** Makes edits on the page at once and sends them. False, and nothing is changed, if they do not fit: then the user has been told. */
export function make(label: DeskLabel, edits: readonly Edit[], run: string | null = null, answers: Answers = NO_ANSWERS): Issue | null {
  const { id, issue } = openedPage();
  if (refuseWriting()) return null;
  const all = withFirstTouch(issue, edits);
  const next = applyAll(issue, all);
  if (!next.ok) {
    sayError({ code: 'edit-refused', edit: next.error.code, passage: null });
    return null;
  }
  const once = newOnce();
  const key = showAct(next.value, answers, { once, run, label });
  withdrawUndo();
  send({ issue: id, once, key, label, run, edits: all, answers });
  return next.value;
}

/** Does what was planned, with what is answered by it, or says why it means nothing here. True if it was done. */
export function act(planned: Planned, answers: Answers = NO_ANSWERS): boolean {
  if (!planned.ok) {
    refuse(planned.error);
    return false;
  }
  const { label, edits, select: then } = planned.value;
  if (edits.length === 0 && answers.settle.length === 0 && answers.confirmAside === null) return true;
  const before = openedPage().issue;
  const after = make(label, edits, null, answers);
  if (!after) return false;
  select(keepSelection(before, after, then ?? deskViewStore.getState().selection));
  const spoken = spokenOf(label);
  if (spoken === undefined) announce(`history.${label}`);
  else {
    const count = passagesOf(edits);
    announce(`desk.done.${spoken}`, { count });
    say(`desk.done.${spoken}`, { count }, undoLast);
  }
  return true;
}

export function refuse(why: Refusal): void {
  tell(`desk.refused.${why}`);
}

/** Whether the desk holds a page that can be worked on: not one that is about to give way to another. */
export function isPageOpen(): boolean {
  const { page, wanted } = deskStore.getState();
  return page !== null && page.id === wanted;
}
