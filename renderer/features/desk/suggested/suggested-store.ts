import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { IssueId } from '#contract/schemas/library.ts';
import type { TopicSuggestion } from '#contract/schemas/project.ts';
import type { Article, TopicRef } from '#core/model/issue.ts';
import { actOnMarks } from '../../../state/desk-again.ts';
import { contextOfMarks } from '../../../state/desk-marks.ts';
import { useAtDesk } from '../../../state/desk-parts.ts';
import { articlesOf, planAddTopic } from '../../../state/desk-plan-articles.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { areDetailsShown } from '../../../state/details.ts';
import { suggestFor } from '../../../state/suggested-topics.ts';
import { sameTopic } from '../../../state/topics.ts';

type State = { readonly of: string; readonly suggested: readonly TopicSuggestion[]; readonly why: boolean };

/** The topics suggested for some articles of the page, and whether their reasons are shown. */
const suggestedStore = createStore<State>(() => ({ of: '', suggested: [], why: false }));

const NONE: readonly TopicSuggestion[] = [];
const SETTLE = 120; // milliseconds: for articles one only passes nothing is asked

/** The articles a topic would be put on: those that marked passages are of, or the selected ones where none is marked. */
const targets = (): readonly Article[] => (deskStore.getState().page ? articlesOf(contextOfMarks()) : []);
const idsOf = (articles: readonly Article[]): string => articles.map(({ id }) => id).join(' ');

/** What is suggested for those articles and not all of them have, likeliest first, asked for as long as this is shown; and how many they are. */
export function useSuggested(issue: IssueId): { readonly suggested: readonly TopicSuggestion[]; readonly articles: number } {
  const of = useAtDesk(() => idsOf(targets()));
  const had = useAtDesk(() => JSON.stringify(targets().map(({ topics }) => topics)));
  useEffect(() => {
    if (of === '') return;
    let left = false;
    const ask = async () => {
      const suggested = await suggestFor(targets().map(({ id, topics }) => ({ issue, article: id, topics })));
      if (!left && of === idsOf(targets())) suggestedStore.setState({ of, suggested });
    };
    const timer = setTimeout(() => void ask(), SETTLE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [issue, of]);
  const said = useStore(suggestedStore, (state) => (state.of === of ? state.suggested : NONE));
  return { suggested: notHad(said, JSON.parse(had) as TopicRef[][]), articles: of === '' ? 0 : of.split(' ').length };
}

/** What of it not all of some articles have. */
const notHad = (suggested: readonly TopicSuggestion[], topics: readonly (readonly TopicRef[])[]): readonly TopicSuggestion[] =>
  suggested.filter(({ topic }) => !topics.every((each) => each.some((one) => sameTopic(one, topic))));

export const useWhySuggested = (): boolean => useStore(suggestedStore, ({ why }) => why);

/** What is suggested in the tab of topics that is before the editor, in the order it stands there. */
export function suggestedHere(): readonly TopicSuggestion[] {
  const articles = targets();
  const { of, suggested } = suggestedStore.getState();
  const isShown = deskViewStore.getState().tab === 'topics' && areDetailsShown();
  return isShown && articles.length > 0 && of === idsOf(articles) ? notHad(suggested, articles.map(({ topics }) => topics)) : NONE;
}

/** Tags those articles with the nth topic suggested, from 0, as one act. */
export function takeSuggested(at: number): void {
  const suggestion = suggestedHere()[at];
  if (suggestion) actOnMarks((context) => planAddTopic(context, suggestion.topic), true);
}

/** Shows the reasons of what is suggested. Says whether it did: nothing is, or they were shown (and are hidden now), and why is asked of something else. */
export function showWhySuggested(): boolean {
  const why = suggestedHere().length > 0 && !suggestedStore.getState().why;
  suggestedStore.setState({ why });
  return why;
}
