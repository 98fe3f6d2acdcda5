import type { PassageId } from '#core/model/ids.ts';
import { settlementKey } from '#core/model/settlement.ts';
import { askingStore } from './desk-asking.ts';
import { act, planContext } from './desk-act.ts';
import { answeredAt, questionsOn } from './desk-doubts.ts';
import { planAnswer } from './desk-plan-doubts.ts';
import { keepSelection, only } from './desk-selection.ts';
import type { Done } from './desk-turns.ts';
import { undo } from './desk-undo.ts';
import { undoEntries } from './desk-undo-one.ts';
import { announce } from './desk-view.ts';
import { deskStore, openedPage } from './desk.ts';

/** The last act of this window that answered a question which was put at this passage, or at one that has become part of it. */
function answerAt(passage: PassageId): Done | null {
  const { page, turns } = deskStore.getState();
  if (!page) return null;
  return turns.live.findLast((done) => {
    if (!done || done.before.settled === done.after.settled || done.before.issue === done.after.issue) return false;
    return questionsOn(done.before.issue, page.decisions, askingStore.getState()).some((doubt) => {
      const key = settlementKey(doubt.kind, doubt.subject);
      const said = done.after.settled.get(key);
      if (said === undefined || said === done.before.settled.get(key) || said !== page.settled.get(key)) return false;
      return keepSelection(done.before.issue, page.issue, only(doubt.passage))?.focus === passage;
    });
  }) ?? null;
}

/**
 * Answers a question that was answered the other way round. An answer that changed nothing is given otherwise at once; one that changed the page is
 * taken back, alone, and the question is put again. False where nothing was answered here, or not by this window.
 */
export function flip(passage: PassageId | null): boolean {
  const { issue, decisions, settled } = openedPage();
  const answered = answeredAt(issue, decisions, settled, askingStore.getState(), passage);
  if (answered) {
    const { planned, answers } = planAnswer(planContext(), answered.doubt, !answered.wasYes);
    if (act(planned, answers)) announce('desk.flipped');
    return true;
  }
  const done = passage && answerAt(passage);
  if (!done) return false;
  if (deskStore.getState().turns.live.at(-1) === done) void undo();
  else if (done.entry === null) return false; // not written yet
  else void undoEntries([done.entry]);
  return true;
}
