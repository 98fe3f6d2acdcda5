import type { QueueItem } from '#contract/schemas/queue.ts';
import { seamsOf } from '#core/model/seams.ts';
import { ok } from '#util/result.ts';
import { call } from '../bridge/bridge.ts';
import { act, planContext } from './desk-act.ts';
import { doubtAt } from './desk-doubts.ts';
import { doubtsNow } from './desk-doubts-now.ts';
import { goOn, goToNextDoubt } from './desk-go-on.ts';
import { stopOf } from './desk-outline.ts';
import { planMerge } from './desk-plan-articles.ts';
import { planRestore } from './desk-plan-passages.ts';
import { planBreakSeam } from './desk-plan-text.ts';
import { NO_ANSWERS, no, yes } from './desk-settle.ts';
import { announce, deskViewStore } from './desk-view.ts';
import { libraryQuery } from './library-query.ts';
import { firstInQueue } from './queue.ts';

const focusNow = () => deskViewStore.getState().selection?.focus ?? null;

/** Yes to the doubt at the focus: it stands as the machine has it. Then, or without one here, on to the next of the page; after its last, to the next of the queue. */
export function accept(): void {
  const doubt = doubtAt(doubtsNow(), focusNow());
  if (!doubt) return void goOn(true);
  if (!act(ok({ label: 'accept', edits: [], select: null }), yes(doubt.kind, doubt.subject))) return;
  announce('desk.accepted');
  void goOn(true);
}

/** No to the doubt at the focus: the articles are merged, the paragraph is broken, the duplicate comes back. Then to the next of the page: what was changed stays in sight after the last. */
export function reject(): void {
  const doubt = doubtAt(doubtsNow(), focusNow());
  if (!doubt) return goToNextDoubt();
  const context = { ...planContext(), selected: [doubt.passage] };
  const plans = { boundary: planMerge, join: planBreakSeam, duplicate: planRestore };
  // A paragraph with other seams is not done with: only the first was broken.
  const more = doubt.kind === 'join' && seamsOf(stopOf(context.issue, doubt.passage)!.passage.pieces).length > 1;
  if (!act(plans[doubt.kind](context), more ? NO_ANSWERS : no(doubt.kind, doubt.subject))) return;
  announce('desk.rejected');
  void goOn(false);
}

/** What an empty desk takes up: the first of the queue; where that has nothing left, the first page with an article nobody has looked at. Null if there is none. */
export async function firstPage(): Promise<Pick<QueueItem, 'issue' | 'article'> | null> {
  const first = await firstInQueue();
  if (first) return first;
  const rows = await call('library.rows', { offset: 0, limit: 1, filter: { status: ['new', 'in-work', 'problem'] }, sort: [...libraryQuery.getState().sort] });
  return rows.ok ? (rows.value.rows[0] ?? null) : null;
}
