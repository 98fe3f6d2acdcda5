import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { IssueId } from '#contract/schemas/library.ts';
import type { TopicSuggestion } from '#contract/schemas/project.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { call } from '../../../bridge/bridge.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { articleOf } from '../../../state/desk-outline.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { paneStore } from '../../../state/panes.ts';
import { sameTopic } from '../../../state/topics.ts';

type State = { readonly article: ArticleId | null; readonly suggested: readonly TopicSuggestion[]; readonly why: boolean };

/** The topics suggested for an article, and whether their reasons are shown. */
const suggestedStore = createStore<State>(() => ({ article: null, suggested: [], why: false }));

const NONE: readonly TopicSuggestion[] = [];
const SETTLE = 120; // milliseconds: for articles one only passes nothing is asked

/** What is suggested for an article, likeliest first, asked for as long as this is shown. */
export function useSuggested(issue: IssueId, article: ArticleId | null): readonly TopicSuggestion[] {
  useEffect(() => {
    if (article === null) return;
    let left = false;
    const ask = async () => {
      const said = await call('topics.suggest', { issue, article });
      if (!left && said.ok) suggestedStore.setState({ article, suggested: said.value });
    };
    const timer = setTimeout(() => void ask(), SETTLE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [issue, article]);
  return useStore(suggestedStore, (state) => (state.article === article ? state.suggested : NONE));
}

/** What of it an article has not. */
export const notHad = (suggested: readonly TopicSuggestion[], topics: readonly TopicRef[]): readonly TopicSuggestion[] =>
  suggested.filter(({ topic }) => !topics.some((one) => sameTopic(one, topic)));

export const useWhySuggested = (): boolean => useStore(suggestedStore, ({ why }) => why);

/** What is suggested in the tab of topics that is before the editor, in the order it stands there. */
export function suggestedHere(): readonly TopicSuggestion[] {
  const { selection, tab } = deskViewStore.getState();
  const { page } = deskStore.getState();
  const article = page && articleOf(page.issue, selection?.focus ?? null);
  const { article: of, suggested } = suggestedStore.getState();
  return article && tab === 'topics' && !paneStore.getState()['desk.details'].hidden && of === article.id ? notHad(suggested, article.topics) : NONE;
}

/** Tags the article with the nth topic suggested, from 0. */
export function takeSuggested(at: number): void {
  const suggestion = suggestedHere()[at];
  if (suggestion) act(planTopic(planContext(), suggestion.topic));
}

/** Shows the reasons of what is suggested. Says whether it did: nothing is, or they were shown (and are hidden now), and why is asked of something else. */
export function showWhySuggested(): boolean {
  const why = suggestedHere().length > 0 && !suggestedStore.getState().why;
  suggestedStore.setState({ why });
  return why;
}
