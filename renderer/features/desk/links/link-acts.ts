import type { LinkSide } from '#core/model/issue.ts';
import type { Linkable } from '#contract/schemas/link.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { call, newOnce } from '../../../bridge/bridge.ts';
import { showOverlay } from '../../../commands/overlay.ts';
import { planContext, refuse } from '../../../state/desk-act.ts';
import { articleOf } from '../../../state/desk-outline.ts';
import { drained } from '../../../state/desk-save.ts';
import { tell } from '../../../state/desk-tell.ts';
import { undoLast } from '../../../state/desk-undo-last.ts';
import { announce } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import { whileSaving } from '../../../state/saving.ts';
import { openIssue } from '../../../state/screen.ts';
import { say, sayError } from '../../../state/toasts.ts';
import { refuseWriting } from '../../../state/writing.ts';
import { linkOf, setAsked } from './links-store.ts';
import type { Asked } from './links-store.ts';

/** The article that is selected; null, and the user is told, where what is selected stands aside. */
function here(): ArticleId | null {
  const { issue, selected } = planContext();
  const article = articleOf(issue, selected[0] ?? null);
  if (!article) refuse('not-in-an-article');
  return article?.id ?? null;
}

/** Has the other end of a link of the selected article chosen. */
export function askForEnd(side: LinkSide): void {
  const article = here();
  if (article === null) return;
  const { id, metadata } = openedPage();
  setAsked({ issue: id, article, side, page: metadata.values.page });
  showOverlay('link');
}

/** Says that an article goes on in another, or comes from it. */
export async function link({ issue, article, side }: Asked, other: Linkable): Promise<void> {
  if (refuseWriting() || !(await drained())) return;
  const [from, to] = side === 'next' ? [{ issue, article }, other] : [other, { issue, article }];
  const done = await whileSaving(call('link.set', { once: newOnce(), from: { issue: from.issue, article: from.article }, to: { issue: to.issue, article: to.article } }));
  if (!done.ok) return sayError(done.error);
  announce('history.link');
  say(side === 'next' ? 'desk.link.done.next' : 'desk.link.done.previous', { headline: other.headline || other.path }, undoLast);
}

/** Says no longer that an article goes on elsewhere (`next`), or that it comes from there. */
export async function unlink(article: ArticleId, side: LinkSide): Promise<void> {
  const { id } = openedPage();
  if (refuseWriting() || !(await drained())) return;
  const done = await whileSaving(call('link.drop', { once: newOnce(), issue: id, article, side }));
  if (!done.ok) return sayError(done.error);
  announce('history.unlink');
  say('desk.link.dropped', {}, undoLast);
}

/** The same of the selected article: where it goes on, else where it comes from. */
export function unlinkHere(): void | Promise<void> {
  const article = here();
  if (article === null) return;
  const side = linkOf(article, 'next') ? 'next' : linkOf(article, 'previous') ? 'previous' : null;
  return side === null ? tell('desk.link.none') : unlink(article, side);
}

/** Goes to where the selected article goes on, or comes from. */
export function follow(side: LinkSide): void {
  const article = here();
  if (article !== null) followOf(article, side);
}

/** The same of another article of the page. */
export function followOf(article: ArticleId, side: LinkSide): void {
  const end = linkOf(article, side);
  if (!end) return tell(side === 'next' ? 'desk.link.no-next' : 'desk.link.no-previous');
  if (end.article === null) tell('desk.link.gone');
  openIssue(end.issue, end.article);
}
