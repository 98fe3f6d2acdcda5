import { createStore, useStore } from 'zustand';
import type { ArticleId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { dealEdits, dealt } from '#core/strands/deal.ts';
import { flip, flipRun, partnerOf, strandsOf } from '#core/strands/strands.ts';
import type { Strands } from '#core/strands/strands.ts';
import type { Verdict } from '#core/model/settlement.ts';
import { ok } from '#util/result.ts';
import { call, newOnce } from '../../../bridge/bridge.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { articleOf } from '../../../state/desk-outline.ts';
import { doubtAt } from '../../../state/desk-doubts.ts';
import { doubtsNow } from '../../../state/desk-doubts-now.ts';
import { articlesOfDeal, planFlip } from '../../../state/desk-plan-strands.ts';
import { NO_ANSWERS } from '../../../state/desk-settle.ts';
import type { Answers } from '../../../state/desk-settle.ts';
import { only } from '../../../state/desk-selection.ts';
import { tell } from '../../../state/desk-tell.ts';
import { announce, deskViewStore, select } from '../../../state/desk-view.ts';
import { deskStore, openedPage } from '../../../state/desk.ts';
import { refuseWriting } from '../../../state/writing.ts';

/** How well two ends meet, by their fragments' places; null: the upper ends its sentence. */
export type Meets = ReadonlyMap<string, number | null>;

type State = {
  readonly strands: Strands | null; // as they are dealt now; null: not shown
  readonly before: Issue | null; // the page they were taken from
  readonly at: number; // the fragment the keys are for
  readonly meets: Meets;
};

const NONE: State = { strands: null, before: null, at: 0, meets: new Map() };

export const strandsStore = createStore<State>(() => NONE);

export const useStrands = <T>(select: (state: State) => T): T => useStore(strandsStore, select);

export const isStrandsOpen = (): boolean => strandsStore.getState().strands !== null;

export const meetKey = (above: number, below: number): string => `${above} ${below}`;

/** The neighbours on either side: upper and lower fragment. */
export function seamsIn(strands: Strands): readonly (readonly [above: number, below: number])[] {
  return ([0, 1] as const).flatMap((side) => {
    const list = dealt(strands, side);
    return list.slice(1).map((below, i) => [list[i]!, below] as const);
  });
}

/** Whether both are text of the source, which may go on from one to the other: a headline goes on with nothing. */
export function isOfText({ fragments }: Strands, above: number, below: number): boolean {
  return [fragments[above], fragments[below]].every((fragment) => fragment?.role === 'body' && fragment.source !== null);
}

/** Asks the engine about seams that it has not been asked about. Without an answer they are shown without a figure. */
async function judge(): Promise<void> {
  const { strands, before, meets } = strandsStore.getState();
  const page = deskStore.getState().page;
  if (!strands || !page) return;
  const asked = seamsIn(strands).filter(([above, below]) => !meets.has(meetKey(above, below)) && isOfText(strands, above, below));
  if (asked.length === 0) return;
  const pairs = asked.map(([above, below]) => ({ above: strands.fragments[above]!.source!.to, below: strands.fragments[below]!.source!.from }));
  const answer = await call('issue.meets', { issue: page.id, pairs });
  if (!answer.ok || strandsStore.getState().before !== before) return;
  strandsStore.setState((state) => ({ meets: new Map([...state.meets, ...asked.map(([above, below], i) => [meetKey(above, below), answer.value[i] ?? null] as const)]) }));
}

/** Shows an article beside the one it is most likely mixed up with. */
export function openStrands(article: ArticleId): void {
  const { issue } = openedPage();
  const partner = partnerOf(issue, article);
  const strands = partner && strandsOf(issue, article, partner);
  if (!strands) return tell('strands.no-other');
  const focus = deskViewStore.getState().selection?.focus;
  strandsStore.setState({ strands, before: issue, at: Math.max(0, strands.fragments.findIndex(({ passage }) => passage === focus)), meets: new Map() });
  announce('strands.opened', { count: strands.fragments.length });
  void judge();
}

/** Shows the selected article beside the one it is mixed up with. */
export function openStrandsHere(): void {
  const article = articleOf(openedPage().issue, deskViewStore.getState().selection?.focus ?? null);
  if (article) openStrands(article.id);
  else tell('desk.refused.not-in-an-article');
}

/** Shows what an open question of order at the focus is about. False where there is none, or nothing to show beside it. */
export function lookAtOrder(): boolean {
  const { issue } = openedPage();
  const focus = deskViewStore.getState().selection?.focus ?? null;
  const article = doubtAt(doubtsNow(), focus)?.kind === 'order' ? articleOf(issue, focus) : null;
  if (!article || !partnerOf(issue, article.id)) return false;
  openStrands(article.id);
  return true;
}

/** Closes them; the keyboard goes back to the passage. */
export function leaveStrands(): void {
  strandsStore.setState(NONE);
  select(deskViewStore.getState().selection);
}

export function goToFragment(at: number): void {
  const { strands } = strandsStore.getState();
  if (strands) strandsStore.setState({ at: Math.min(strands.fragments.length - 1, Math.max(0, at)) });
}

export function stepFragment(step: 1 | -1): void {
  goToFragment(strandsStore.getState().at + step);
}

/** Deals the fragment, or it and the rest of its run, to the other article. Nothing is kept yet. */
export function flipHere(run: boolean): void {
  const { strands, at } = strandsStore.getState();
  if (!strands) return;
  const next = (run ? flipRun : flip)(strands, at);
  strandsStore.setState({ strands: next });
  announce('strands.flipped', { side: next.fragments[at]!.side + 1 });
  void judge();
}

/** What is said of the order of some articles where that is asked. */
function orderSettled(articles: readonly ArticleId[], verdict: Verdict): Answers {
  const asked = doubtsNow().filter(({ kind, subject }) => kind === 'order' && articles.some((id) => id === subject));
  return { ...NO_ANSWERS, settle: asked.map(({ subject }) => ({ kind: 'order', subject, verdict })) };
}

/** Deals the selected passages to the article they are most likely mixed up with, or the first of them and the rest of its run, as one act. */
export function flipSelected(run: boolean): void {
  const context = planContext();
  const articles = articlesOfDeal(context);
  act(planFlip(context, run), articles ? orderSettled(articles, 'wrong') : NO_ANSWERS);
}

/** Makes what is dealt one act on the page. Where nothing was flipped, nothing changes. Either way the order of both articles is no question any more. */
export function keepStrands(): void {
  const { strands, at } = strandsStore.getState();
  if (!strands || refuseWriting()) return; // what was dealt stays in sight
  const edits = dealEdits(strands, newOnce());
  if (edits.ok) {
    const { passage } = strands.fragments[at]!;
    leaveStrands();
    act(ok({ label: 'deal', edits: edits.value, select: only(passage) }), orderSettled(strands.articles, 'wrong'));
  } else if (edits.error === 'nothing-dealt') {
    leaveStrands();
    const answers = orderSettled(strands.articles, 'right');
    if (answers.settle.length > 0) act(ok({ label: 'accept', edits: [], select: null }), answers);
  } else {
    tell('strands.nothing-left');
  }
}

/** The strands are of the page as it was when they were opened: when it is another, they are closed. To be called once. */
export function followStrands(): void {
  deskStore.subscribe(({ page }) => {
    const { before } = strandsStore.getState();
    if (before && page?.issue !== before) leaveStrands();
  });
}
