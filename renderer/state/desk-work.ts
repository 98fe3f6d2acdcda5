import type { IssueId } from '#contract/schemas/library.ts';
import type { Status } from '#core/model/issue.ts';
import { seamsOf } from '#core/model/seams.ts';
import { ok } from '#util/result.ts';
import { call } from '../bridge/bridge.ts';
import { act, planContext } from './desk-act.ts';
import { doubtAt, nextDoubt } from './desk-doubts.ts';
import { doubtsNow } from './desk-doubts-now.ts';
import { articleOf, articlePosition, stopOf } from './desk-outline.ts';
import { planApprovePage, planMerge, planStatus } from './desk-plan-articles.ts';
import { planRestore } from './desk-plan-passages.ts';
import { planBreakSeam } from './desk-plan-text.ts';
import { only } from './desk-selection.ts';
import { tell } from './desk-tell.ts';
import { NO_ANSWERS, no, yes } from './desk-settle.ts';
import { announce, deskViewStore, select } from './desk-view.ts';
import { openedPage } from './desk.ts';
import { libraryQuery } from './library-query.ts';
import { neighbourInQueue } from './queue.ts';
import { openIssue } from './screen.ts';

const focusNow = () => deskViewStore.getState().selection?.focus ?? null;

/** Goes to the next doubt after the focus, and from the last to the first. */
export function goToNextDoubt(): void {
  const doubt = nextDoubt(openedPage().issue, doubtsNow(), focusNow());
  if (doubt) select(only(doubt.passage));
  else tell('desk.no-doubts');
}

/** After an answer: to a second doubt of the same passage, else to the next. */
function goOn(): void {
  const here = doubtAt(doubtsNow(), focusNow());
  if (!here) goToNextDoubt();
}

/** Yes to the doubt at the focus: it stands as the machine has it. Without one here, to the next. */
export function accept(): void {
  const doubt = doubtAt(doubtsNow(), focusNow());
  if (!doubt) return goToNextDoubt();
  if (!act(ok({ label: 'accept', edits: [], select: null }), yes(doubt.kind, doubt.subject))) return;
  announce('desk.accepted');
  goOn();
}

/** No to the doubt at the focus: the articles are merged, the paragraph is broken, the duplicate comes back. */
export function reject(): void {
  const doubt = doubtAt(doubtsNow(), focusNow());
  if (!doubt) return goToNextDoubt();
  const context = { ...planContext(), selected: [doubt.passage] };
  const plans = { boundary: planMerge, join: planBreakSeam, duplicate: planRestore };
  // A paragraph with other seams is not done with: only the first was broken.
  const more = doubt.kind === 'join' && seamsOf(stopOf(context.issue, doubt.passage)!.passage.pieces).length > 1;
  if (!act(plans[doubt.kind](context), more ? NO_ANSWERS : no(doubt.kind, doubt.subject))) return;
  announce('desk.rejected');
  goOn();
}

/** The next article that is not approved, after the one in focus and then from the top: its first doubt, else its beginning. */
function goToNextArticle(): void {
  const { issue } = openedPage();
  const here = articleOf(issue, focusNow());
  const at = here ? articlePosition(issue, here.id) : -1;
  const order = [...issue.articles.slice(at + 1), ...issue.articles.slice(0, Math.max(0, at))];
  const next = order.find(({ status }) => status !== 'approved');
  if (!next) return tell('desk.left', { count: 0 });
  const doubt = doubtsNow().find(({ passage }) => next.passages.some(({ id }) => id === passage));
  select(only(doubt?.passage ?? next.passages[0]!.id));
}

/** Gives the article in focus a status; approving goes on to the next. */
export function setArticleStatus(status: Status): void {
  if (act(planStatus(planContext(), status)) && status === 'approved') goToNextArticle();
}

/** Approves what is left of the page, what stands aside with it, and goes to the next one. */
export async function approvePage(): Promise<void> {
  const answers = openedPage().asideConfirmed ? NO_ANSWERS : { settle: [], confirmAside: true };
  if (act(planApprovePage(planContext()), answers)) await goToPage(1);
}

/** Says that what stands aside belongs there, or takes that back. */
export function confirmAside(confirmed: boolean): void {
  if (openedPage().asideConfirmed !== confirmed) act(ok({ label: 'confirm-aside', edits: [], select: null }), { settle: [], confirmAside: confirmed });
}

/** Opens the page before or after this one in the queue. */
export async function goToPage(by: 1 | -1): Promise<void> {
  const next = await neighbourInQueue({ by, page: true });
  if (next) openIssue(next.issue, next.article);
  else if (next === null) tell(by > 0 ? 'desk.no-next' : 'desk.no-previous');
}

/** The page an empty desk takes up: the first with an article nobody has looked at; null if there is none. */
export async function firstPage(): Promise<IssueId | null> {
  const rows = await call('library.rows', { offset: 0, limit: 1, filter: { status: ['new', 'in-work', 'problem'] }, sort: [...libraryQuery.getState().sort] });
  return rows.ok ? (rows.value.rows[0]?.issue ?? null) : null;
}
