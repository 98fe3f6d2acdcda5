import { useState } from 'react';
import type { Facets } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { inTreeOrder, openRows, pathTo } from '#core/topics/tree.ts';
import { useProject } from '../../state/project.ts';
import { findTopic, keyOf, sameTopic, topicRef, useTopicLabel } from '../../state/topics.ts';
import { Line } from './facet-line.tsx';

type Props = {
  readonly counts: Facets['topics'];
  readonly chosen: readonly TopicRef[];
  /** Undefined: no topic is asked for any more. */
  readonly onChoose: (topics: TopicRef[] | undefined) => void;
};

/** The topics that articles have, with what stands below each; → and ← open and close a branch. */
export function TopicFacets({ counts, chosen, onChoose }: Props) {
  const label = useTopicLabel();
  const schemes = useProject((state) => state.schemes);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const topics = schemes.flatMap((scheme) => scheme.topics);
  const countOf = new Map(counts.map(({ topic, articles }) => [keyOf(topic), articles]));
  const shown = topics.filter((topic) => countOf.has(keyOf(topic)) || chosen.some((one) => sameTopic(one, topic)));
  const aboveChosen = new Set(chosen.flatMap((one) => pathTo(topics, one).slice(0, -1).map(keyOf)));
  const gone = counts.filter(({ topic }) => findTopic(schemes, topic) === null); // of a scheme this project does not hold
  const isOpen = (topic: TopicRef) => turned.get(keyOf(topic)) ?? aboveChosen.has(keyOf(topic));
  const rows = openRows(inTreeOrder(shown), isOpen);
  const line = (topic: TopicRef, count: number, depth: number, children: number) => {
    const on = chosen.length === 1 && chosen.some((other) => sameTopic(other, topic));
    const branch = children > 0 ? { open: isOpen(topic), turn: (open: boolean) => setTurned(new Map(turned).set(keyOf(topic), open)) } : null;
    return <Line key={keyOf(topic)} label={label(topic)} title={label(topic)} count={count} on={on} depth={depth} onClick={() => onChoose(on ? undefined : [topic])} {...(branch && { branch })} />;
  };
  return (
    <>
      {rows.map(({ topic, depth, children }) => line(topicRef(topic), countOf.get(keyOf(topic)) ?? 0, depth, children))}
      {gone.map(({ topic, articles }) => line(topic, articles, 0, 0))}
    </>
  );
}
