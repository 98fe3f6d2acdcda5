import type { QueueItem } from '#contract/schemas/queue.ts';
import type { Status } from '#core/model/issue.ts';
import { ok } from '#util/result.ts';
import { act, planContext } from './desk-act.ts';
import { doubtAt, nextDoubt } from './desk-doubts.ts';
import { doubtsNow } from './desk-doubts-now.ts';
import { workStop } from './desk-open.ts';
import { articleOf, articlePosition } from './desk-outline.ts';
import { planApprovePage, planStatus } from './desk-plan-articles.ts';
import { drained } from './desk-save.ts';
import { only } from './desk-selection.ts';
import { NO_ANSWERS, confirming } from './desk-settle.ts';
import { tell } from './desk-tell.ts';
import { leaveMark } from './desk-trail.ts';
import { noteLeaving } from './desk-undo-last.ts';
import { deskViewStore, select } from './desk-view.ts';
import { deskStore, openedPage } from './desk.ts';
import { whileLookingUp } from './on-the-way.ts';
import { firstInQueue, neighbourInQueue, queueStore, toldNeighbour } from './queue.ts';
import type { Step } from './queue.ts';
import { openIssue } from './screen.ts';

const focusNow = () => deskViewStore.getState().selection?.focus ?? null;

/** What was told of the queue may be older than what was done since: an item that is decided by now, or on a page whose acts are still on their way. */
function isOutdated(item: QueueItem): boolean {
  const { page, behind } = deskStore.getState();
  if (item.issue === behind?.issue) return true;
  if (item.issue !== page?.id || item.article === null) return false;
  const article = page.issue.articles[articlePosition(page.issue, item.article)];
  return !article || article.status === 'approved';
}

function goToItem({ issue, article }: QueueItem): void {
  const page = openedPage();
  leaveMark();
  if (issue !== page.id) {
    noteLeaving(page.id, issue);
    return openIssue(issue, article, true);
  }
  const stop = workStop(page, article);
  if (stop) select(stop);
}

/** At the end of the queue it goes on from its top, with what was passed over; where nothing is left but this, that is said. */
async function goRound({ by, page }: Step): Promise<void> {
  if (by < 0) return tell('desk.no-previous');
  const first = await firstInQueue();
  if (first === undefined) return;
  const { here } = queueStore.getState();
  const isHere = first?.issue === here?.issue && (page || first?.article === null || first?.article === here?.article);
  if (first === null || isHere) return tell(first === null ? 'queue.finished' : 'queue.nothing-else');
  tell('queue.from-top');
  goToItem(first);
}

/**
 * Goes to the next item of the queue or the one before, on this page or another. At once where it is known what that is;
 * else when what was done here is written and the engine has said it.
 */
export function goInQueue(step: Step): Promise<void> | void {
  const told = toldNeighbour(step);
  if (told && !isOutdated(told)) return goToItem(told);
  return whileLookingUp(drained().then(() => neighbourInQueue(step)).then((item) => {
    if (item) return goToItem(item);
    return item === null ? goRound(step) : undefined;
  }));
}

/** Goes to the next page of the queue that is not done, or the one before. */
export const goToPage = (by: 1 | -1): Promise<void> | void => goInQueue({ by, page: true });

/** Goes to the next doubt after the focus, and from the last to the first. False where the page has none. */
function toNextDoubt(): boolean {
  const doubt = nextDoubt(openedPage().issue, doubtsNow(), focusNow());
  if (!doubt) return false;
  if (doubt.passage !== focusNow()) leaveMark();
  select(only(doubt.passage));
  return true;
}

export function goToNextDoubt(): void {
  if (!toNextDoubt()) tell('desk.no-doubts');
}

/** After an answer: to a second doubt of the same passage, else to the next of the page; after the last, `beyond`: to the next of the queue. */
export function goOn(beyond: boolean): Promise<void> | void {
  if (doubtAt(doubtsNow(), focusNow())) return;
  if (toNextDoubt()) return;
  return beyond ? goInQueue({ by: 1, page: false }) : tell('desk.no-doubts');
}

/** The next article of this page that is not approved, after the one in focus and then from the top; after the last, what stands aside unconfirmed. False where neither is left. */
function toNextOnPage(): boolean {
  const page = openedPage();
  const { issue } = page;
  const here = articleOf(issue, focusNow());
  const at = here ? articlePosition(issue, here.id) : -1;
  const order = [...issue.articles.slice(at + 1), ...issue.articles.slice(0, Math.max(0, at))];
  const next = order.find(({ status }) => status !== 'approved');
  const aside = page.asideConfirmed ? undefined : issue.aside[0];
  const stop = next ? workStop(page, next.id) : aside && only(aside.id);
  if (!stop) return false;
  leaveMark();
  select(stop);
  return true;
}

/** On from something approved: by articles to the next of the queue; by pages, and where the queue does not hold this article, first through what is left of the page. */
function onFromApproved(): Promise<void> | void {
  const { unit, place, isHere } = queueStore.getState();
  const byArticles = unit === 'article' && !(isHere && place?.at === null);
  if (!byArticles && toNextOnPage()) return;
  return goInQueue({ by: 1, page: !byArticles });
}

/** Approves the article in focus, or confirms what stands aside where the focus is there, and goes on. */
export function approve(): Promise<void> | void {
  const page = openedPage();
  const isAside = page.issue.aside.some(({ id }) => id === focusNow());
  const done = isAside ? confirmAside(true) : act(planStatus(planContext(), 'approved'));
  return done ? onFromApproved() : undefined;
}

/** Gives the article in focus another status. */
export function setArticleStatus(status: Exclude<Status, 'approved'>): void {
  act(planStatus(planContext(), status));
}

/** Approves what is left of the page, what stands aside with it, and goes to the next one. */
export function approvePage(): Promise<void> | void {
  const answers = openedPage().asideConfirmed ? NO_ANSWERS : confirming(true);
  return act(planApprovePage(planContext()), answers) ? goToPage(1) : undefined;
}

/** Says that what stands aside belongs there, or takes that back. */
export function confirmAside(confirmed: boolean): boolean {
  return openedPage().asideConfirmed === confirmed || act(ok({ label: 'confirm-aside', edits: [], select: null }), confirming(confirmed));
}
