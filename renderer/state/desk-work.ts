import type { QueueItem } from '#contract/schemas/queue.ts';
import { call } from '../bridge/bridge.ts';
import { act, planContext } from './desk-act.ts';
import { doubtAt } from './desk-doubts.ts';
import { doubtsNow } from './desk-doubts-now.ts';
import { flip } from './desk-flip.ts';
import { goOn, goToNextDoubt } from './desk-go-on.ts';
import { planAnswer } from './desk-plan-doubts.ts';
import { announce, deskViewStore } from './desk-view.ts';
import { libraryQuery } from './library-query.ts';
import { firstInQueue } from './queue.ts';

const focusNow = () => deskViewStore.getState().selection?.focus ?? null;

/** Answers the doubt at the focus. Then to the next of the page; after its last, to the next of the queue with `beyond`: what was changed stays in sight. */
function answer(isYes: boolean, beyond: boolean): void {
  const doubt = doubtAt(doubtsNow(), focusNow());
  if (!doubt) return;
  const { planned, answers } = planAnswer(planContext(), doubt, isYes);
  if (!act(planned, answers)) return;
  announce(isYes ? 'desk.accepted' : 'desk.rejected');
  void goOn(beyond && planned.ok && planned.value.edits.length === 0);
}

/** Yes to the doubt at the focus; without one here, on to the next of the page and then of the queue. */
export function accept(): void {
  if (doubtAt(doubtsNow(), focusNow())) answer(true, true);
  else void goOn(true);
}

/** No to the doubt at the focus. Where it was answered already, the answer is turned round; without one here, to the next. */
export function reject(): void {
  if (doubtAt(doubtsNow(), focusNow())) answer(false, false);
  else if (!flip(focusNow())) goToNextDoubt();
}

/** What an empty desk takes up: the first of the queue; where that has nothing left, the first page with an article nobody has looked at. Null if there is none. */
export async function firstPage(): Promise<Pick<QueueItem, 'issue' | 'article'> | null> {
  const first = await firstInQueue();
  if (first) return first;
  const rows = await call('library.rows', { offset: 0, limit: 1, filter: { status: ['new', 'in-work', 'problem'] }, sort: [...libraryQuery.getState().sort] });
  return rows.ok ? (rows.value.rows[0] ?? null) : null;
}
