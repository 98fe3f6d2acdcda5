import type { IssueId } from '#contract/schemas/library.ts';
import type { TopicSuggestion } from '#contract/schemas/project.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { call } from '../bridge/bridge.ts';
import { keyOf, sameTopic } from './topics.ts';

const MOST_ASKED = 12; // articles: of more, some from one end to the other
const MOST = 5;

/** An article's topics, and what is suggested for it beside them. */
type Said = { readonly topics: readonly TopicRef[]; readonly said: readonly TopicSuggestion[] };

/** What is suggested for some articles together: of each topic how likely those that lack it are to have it, likeliest first, with the reasons of the one that speaks for it most. */
export function together(articles: readonly Said[]): readonly TopicSuggestion[] {
  const lacking = (topic: TopicRef) => articles.filter(({ topics }) => !topics.some((one) => sameTopic(one, topic))).length;
  const best = new Map<string, TopicSuggestion & { readonly sum: number }>();
  for (const suggestion of articles.flatMap(({ said }) => said)) {
    const key = keyOf(suggestion.topic);
    const known = best.get(key);
    const sum = (known?.sum ?? 0) + suggestion.probability;
    best.set(key, { ...(known && known.probability >= suggestion.probability ? known : suggestion), sum });
  }
  return [...best.values()].map(({ sum, ...suggestion }) => ({ ...suggestion, probability: sum / lacking(suggestion.topic) })).toSorted((a, b) => b.probability - a.probability).slice(0, MOST);
}

/** Asks what is suggested for some articles. None where the engine could not say. */
export async function suggestFor(articles: readonly { readonly issue: IssueId; readonly article: ArticleId; readonly topics: readonly TopicRef[] }[]): Promise<readonly TopicSuggestion[]> {
  const asked = Array.from({ length: Math.min(MOST_ASKED, articles.length) }, (_, at) => articles[Math.floor((at * articles.length) / Math.min(MOST_ASKED, articles.length))]!);
  const answers = await Promise.all(asked.map(async ({ issue, article, topics }) => ({ topics, answer: await call('topics.suggest', { issue, article }) })));
  return together(answers.flatMap(({ topics, answer }) => (answer.ok ? [{ topics, said: answer.value }] : [])));
}
