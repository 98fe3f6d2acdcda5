import type { TopicRef } from '#core/model/issue.ts';
import type { Store } from '../project/store.ts';
import { listSchemes } from '../project/topics.ts';

/** Gives topics their names in both languages; one that no scheme has is nameless. */
export function labeller(store: Store): (topic: TopicRef) => { readonly en: string; readonly zh: string } {
  const labels = new Map(listSchemes(store.db).flatMap(({ topics }) => topics.map((topic) => [`${topic.scheme}\n${topic.id}`, topic.labels] as const)));
  return ({ scheme, id }) => {
    const known = labels.get(`${scheme}\n${id}`);
    return { en: known?.en ?? '', zh: known?.['zh-Hans'] ?? '' };
  };
}
