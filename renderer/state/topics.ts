import { useCallback } from 'react';
import type { TopicRef } from '#core/model/issue.ts';
import type { Language, Scheme, Topic } from '#contract/schemas/project.ts';
import { useLanguage } from './language.ts';
import { projectStore, useProject } from './project.ts';

export const sameTopic = (a: TopicRef, b: TopicRef): boolean => a.scheme === b.scheme && a.id === b.id;

export const topicRef = (topic: Topic): TopicRef => ({ scheme: topic.scheme, id: topic.id });

/** A topic's own entry; null for one that no scheme has. */
export function findTopic(schemes: readonly Scheme[], ref: TopicRef): Topic | null {
  return schemes.find((scheme) => scheme.id === ref.scheme)?.topics.find((topic) => topic.id === ref.id) ?? null;
}

/** What a topic is called; its id if it has no name, so that nothing is hidden. */
export function topicLabel(schemes: readonly Scheme[], ref: TopicRef, language: Language): string {
  const labels = findTopic(schemes, ref)?.labels;
  return labels?.[language] || labels?.en || labels?.['zh-Hans'] || ref.id;
}

/** Gives topics their names in the window's language; the same function until names or language change. */
export function useTopicLabel(): (ref: TopicRef) => string {
  const schemes = useProject((state) => state.schemes);
  const language = useLanguage();
  return useCallback((ref: TopicRef) => topicLabel(schemes, ref, language), [schemes, language]);
}

/** The topics on the digit keys, at most nine. Unset, they are the first of the first scheme. */
export function digitTopics(): readonly TopicRef[] {
  const { info, schemes } = projectStore.getState();
  return digitsOf(info?.settings.digits ?? [], schemes);
}

export function digitsOf(pinned: readonly TopicRef[], schemes: readonly Scheme[]): readonly TopicRef[] {
  if (pinned.length > 0) return pinned.slice(0, 9);
  return (schemes[0]?.topics ?? []).filter((topic) => !topic.retired).slice(0, 9).map(topicRef);
}

/** Topics whose name in either language, or whose id, holds what was typed; those that begin with it first. Retired ones are left out. */
export function matchTopics(schemes: readonly Scheme[], typed: string): readonly Topic[] {
  const wanted = typed.trim().toLowerCase();
  const names = (topic: Topic) => [topic.labels['zh-Hans'], topic.labels.en, topic.id].map((name) => name.toLowerCase());
  const rank = (topic: Topic) => (names(topic).some((name) => name.startsWith(wanted)) ? 0 : 1);
  return schemes
    .flatMap((scheme) => scheme.topics)
    .filter((topic) => !topic.retired && names(topic).some((name) => name.includes(wanted)))
    .map((topic, at) => ({ topic, at }))
    .toSorted((a, b) => rank(a.topic) - rank(b.topic) || a.at - b.at)
    .map(({ topic }) => topic);
}
