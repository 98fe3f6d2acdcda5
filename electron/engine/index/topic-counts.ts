import type { Facets } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { keyOfTopic, lineages } from '#core/topics/tree.ts';
import type { TopicNode } from '#core/topics/tree.ts';

/** So many articles have just these topics. */
export type TopicSet = { readonly topics: readonly TopicRef[]; readonly articles: number };

/** How many articles each topic has, with all below it: an article is counted once for each topic, however many ways lead to it. Most first. */
export function countTopics(sets: readonly TopicSet[], known: readonly TopicNode[]): Facets['topics'] {
  const above = new Map(lineages(known).map((each) => [keyOfTopic(each.topic), each.above]));
  const counts = new Map<string, { readonly topic: TopicRef; articles: number }>();
  for (const { topics, articles } of sets) {
    const all = new Map(topics.flatMap((topic) => above.get(keyOfTopic(topic)) ?? [topic]).map(({ scheme, id }) => [keyOfTopic({ scheme, id }), { scheme, id }]));
    for (const [key, topic] of all) {
      const count = counts.get(key);
      if (count) count.articles += articles;
      else counts.set(key, { topic, articles });
    }
  }
  return [...counts].toSorted(([one, a], [other, b]) => b.articles - a.articles || (one < other ? -1 : 1)).map(([, count]) => count);
}
