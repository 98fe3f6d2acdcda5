import type { TopicRef } from '#core/model/issue.ts';
import type { Store } from '../project/store.ts';
import { listSchemes } from '../project/topics.ts';

/** A topic's names in both languages. Plain data. */
export type Label = readonly [key: string, en: string, zh: string];

const keyOf = ({ scheme, id }: TopicRef): string => `${scheme}\n${id}`;

/** The names of a project's topics. */
export const labelsOf = ({ db }: Pick<Store, 'db'>): readonly Label[] => listSchemes(db).flatMap(({ topics }) => topics.map((topic): Label => [keyOf(topic), topic.labels.en, topic.labels['zh-Hans']]));

/** Gives topics their names in both languages; one that no scheme has is nameless. */
export function labeller(labels: readonly Label[]): (topic: TopicRef) => { readonly en: string; readonly zh: string } {
  const known = new Map(labels.map(([key, en, zh]) => [key, { en, zh }]));
  const nameless = { en: '', zh: '' };
  return (topic) => known.get(keyOf(topic)) ?? nameless;
}
