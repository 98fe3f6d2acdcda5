import type { TopicRef } from '../model/issue.ts';

/** A topic's place in its scheme: `broader` is the id of the one above it, null at the top. */
export type TopicNode = TopicRef & { readonly broader: string | null };

export type TreeRow<T> = { readonly topic: T; readonly depth: number; readonly children: number };

/** A topic as one text. */
export const keyOfTopic = ({ scheme, id }: TopicRef): string => JSON.stringify([scheme, id]);

const key = (scheme: string, id: string): string => keyOfTopic({ scheme, id });

const byKey = <T extends TopicNode>(topics: readonly T[]): ReadonlyMap<string, T> => new Map(topics.map((topic) => [key(topic.scheme, topic.id), topic]));

/** A topic and those above it, the topmost first. Ends where nothing is above, or where a circle would begin. */
export function pathTo<T extends TopicNode>(topics: readonly T[], ref: TopicRef): readonly T[] {
  return climb(byKey(topics), ref);
}

function climb<T extends TopicNode>(known: ReadonlyMap<string, T>, ref: TopicRef): readonly T[] {
  const path: T[] = [];
  for (let at = known.get(key(ref.scheme, ref.id)); at && !path.includes(at); at = at.broader === null ? undefined : known.get(key(at.scheme, at.broader))) path.unshift(at);
  return path;
}

/** Topics in the order of their tree, each below the one it belongs to; siblings keep their order. One whose `broader` is not there, or in a circle, stands at the top. */
export function inTreeOrder<T extends TopicNode>(topics: readonly T[]): readonly TreeRow<T>[] {
  const known = byKey(topics);
  const below = new Map<string, T[]>();
  for (const topic of topics) {
    const parent = topic.broader === null || !known.has(key(topic.scheme, topic.broader)) ? '' : key(topic.scheme, topic.broader);
    const siblings = below.get(parent);
    if (siblings) siblings.push(topic);
    else below.set(parent, [topic]);
  }
  const rows: TreeRow<T>[] = [];
  const seen = new Set<T>();
  const add = (topic: T, depth: number) => {
    if (seen.has(topic)) return;
    seen.add(topic);
    const children = below.get(key(topic.scheme, topic.id)) ?? [];
    rows.push({ topic, depth, children: children.length });
    for (const child of children) add(child, depth + 1);
  };
  for (const topic of below.get('') ?? []) add(topic, 0);
  for (const topic of topics) add(topic, 0);
  return rows;
}

/** The rows that can be seen: those under a closed one are left out. Takes rows in the order of their tree. */
export function openRows<T>(rows: readonly TreeRow<T>[], isOpen: (topic: T) => boolean): readonly TreeRow<T>[] {
  let closedAt = Number.POSITIVE_INFINITY;
  return rows.filter(({ topic, depth, children }) => {
    if (depth > closedAt) return false;
    closedAt = children > 0 && !isOpen(topic) ? depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

/** Each topic with all those it stands below, itself first: what an article tagged with it counts as. */
export function lineages(topics: readonly TopicNode[]): readonly { readonly topic: TopicRef; readonly above: readonly TopicRef[] }[] {
  const known = byKey(topics);
  return topics.map((topic) => ({ topic, above: climb(known, topic).toReversed() }));
}

/** Topics and everything below them, each once. Those that no scheme has stay. */
export function withBelow(topics: readonly TopicNode[], wanted: readonly TopicRef[]): readonly TopicRef[] {
  const asked = new Set(wanted.map(({ scheme, id }) => key(scheme, id)));
  const found = new Map(wanted.map(({ scheme, id }) => [key(scheme, id), { scheme, id }]));
  for (const { topic: { scheme, id }, above } of lineages(topics)) {
    if (above.some((each) => asked.has(key(each.scheme, each.id)))) found.set(key(scheme, id), { scheme, id });
  }
  return [...found.values()];
}
