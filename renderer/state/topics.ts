import { useCallback } from 'react';
import type { TopicRef } from '#core/model/issue.ts';
import { inTreeOrder, pathTo } from '#core/topics/tree.ts';
import { fitOfPinyin } from '#util/pinyin.ts';
import type { Language, Scheme, Topic } from '#contract/schemas/project.ts';
import { useLanguage } from './language.ts';
import { projectStore, useProject } from './project.ts';

export const sameTopic = (a: TopicRef, b: TopicRef): boolean => a.scheme === b.scheme && a.id === b.id;

/** A topic as one text, for keys of lists. */
export const keyOf = ({ scheme, id }: TopicRef): string => `${scheme} ${id}`;

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

/** A topic that fits what was typed, and those it stands below, the topmost first. */
export type Match = { readonly topic: Topic; readonly above: readonly Topic[] };

const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase());

/** 0: a name or the id begins so, 1: its Chinese name in pinyin does, 2: a name holds it, 3: in pinyin, 4: what belongs to the topic; null: nowhere. */
function rankOf(topic: Topic, wanted: string): 0 | 1 | 2 | 3 | 4 | null {
  const names = lower([topic.labels['zh-Hans'], topic.labels.en, topic.notation, topic.id, topic.id.slice(topic.id.indexOf(':') + 1)]);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  const pinyin = fitOfPinyin(topic.labels['zh-Hans'], wanted);
  if (pinyin === 'start') return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  if (pinyin === 'inside') return 3;
  return lower([topic.definition['zh-Hans'], topic.definition.en]).some((text) => text.includes(wanted)) ? 4 : null;
}

/** Topics whose name in either language or in pinyin (syllables or initials), id, notation or definition hold what was typed, the nearest first; all of them, in the order of their trees, where nothing is. Retired ones are left out. */
export function matchTopics(schemes: readonly Scheme[], typed: string): readonly Match[] {
  const wanted = typed.trim().toLowerCase();
  return schemes
    .filter(({ retired }) => !retired)
    .flatMap(({ topics }) => inTreeOrder(topics).map(({ topic }) => ({ topic, topics, rank: topic.retired ? null : rankOf(topic, wanted) })))
    .map((match, at) => ({ ...match, at }))
    .filter((match) => match.rank !== null)
    .toSorted((a, b) => Number(a.rank) - Number(b.rank) || a.at - b.at)
    .map(({ topic, topics }) => ({ topic, above: pathTo(topics, topic).slice(0, -1) }));
}
