import type { Facets, Filter, IssueId, Tagged } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { STATUSES } from '#core/model/issue.ts';
import { keyOfTopic, withBelow } from '#core/topics/tree.ts';
import type { TopicNode } from '#core/topics/tree.ts';
import type { Facts } from './facts.ts';
import type { Match } from './matches.ts';
import { countTopics } from './topic-counts.ts';

/** Whether a row shows, as far as one part of the filter goes. */
type Part = (id: number) => boolean;

/** The parts of a filter that have a facet each. The rest of it is looked up in the index. */
export type Parts = { readonly status: Part; readonly topics: Part; readonly folder: Part; readonly otherwise: Part; readonly gone: Part };

/** The issues that would be split otherwise, and those whose file is gone. */
export type Apart = { readonly otherwise: ReadonlySet<IssueId>; readonly gone: ReadonlySet<IssueId> };

const ANY: Part = () => true;

/** A filter without the parts that have a facet. */
export function withoutFacets({ status: _status, topics: _topics, exactTopics, untagged: _untagged, folder: _folder, otherwise: _otherwise, gone: _gone, ...rest }: Filter): Filter {
  return rest.columns?.topics && exactTopics ? { ...rest, exactTopics } : rest;
}

/** The parts of a filter that have a facet. */
export function partsOf(filter: Filter, facts: Facts, known: readonly TopicNode[], { otherwise, gone }: Apart): Parts {
  const { status, folder } = filter;
  const allowed = status && STATUSES.map((each) => status.includes(each));
  const folders = folder && facts.folders.list.map((each) => each === folder || each.startsWith(`${folder}/`));
  return {
    status: allowed ? (id) => allowed[facts.status[id]!] === true : ANY,
    topics: topicsPart(filter, facts, known),
    folder: folders ? (id) => folders[facts.folder[id]!] === true : ANY,
    otherwise: filter.otherwise ? (id) => otherwise.has(facts.issue[id]!) : ANY,
    gone: filter.gone ? (id) => gone.has(facts.issue[id]!) : ANY,
  };
}

function topicsPart({ topics, exactTopics, untagged }: Filter, facts: Facts, known: readonly TopicNode[]): Part {
  if (!topics && !untagged) return ANY;
  const wanted = topics && taggedSets(facts, exactTopics ? topics : withBelow(known, topics));
  const sets = facts.topicSets.list.map((set, at) => (!untagged || set === '[]') && (!wanted || wanted[at] === true));
  return (id) => sets[facts.topics[id]!] === true;
}

/** Of each set of topics: whether one of these is among them. */
function taggedSets(facts: Facts, topics: readonly TopicRef[]): readonly boolean[] {
  const wanted = new Set(topics.map(keyOfTopic));
  return facts.topicSets.list.map((_, set) => facts.topicsOf(set).some((topic) => wanted.has(keyOfTopic(topic))));
}

/** Of some rows: how many have each topic, and how many have it or one below it. */
export function countTagged(facts: Facts, ids: readonly number[], known: readonly TopicNode[]): Tagged['topics'] {
  const bySet = new Map<number, number>();
  for (const id of ids) bySet.set(facts.topics[id]!, (bySet.get(facts.topics[id]!) ?? 0) + 1);
  const sets = Array.from(bySet, ([set, articles]) => ({ topics: facts.topicsOf(set), articles }));
  const have = new Map(countTopics(sets, []).map(({ topic, articles }) => [keyOfTopic(topic), articles])); // no tree: each stands for itself
  return countTopics(sets, known).map(({ topic, articles }) => ({ topic, have: have.get(keyOfTopic(topic)) ?? 0, within: articles }));
}

/** Whether a row shows. */
export function shows({ status, topics, folder, otherwise, gone }: Parts, id: number): boolean {
  return status(id) && topics(id) && folder(id) && otherwise(id) && gone(id);
}

/** Counts what a filter shows by each facet, and for each facet what would be shown if its own choice were lifted. */
export function countFacets(facts: Facts, rest: Match | null, parts: Parts, known: readonly TopicNode[], apart: Apart): Omit<Facets, 'unreadable'> {
  const issues = new Set<number>();
  const byStatus = STATUSES.map(() => 0);
  const byTopics = facts.topicSets.list.map(() => 0);
  const byFolder = facts.folders.list.map(() => 0);
  let [articles, differ, gone] = [0, 0, 0];
  for (let id = 0; id < facts.issue.length; id += 1) {
    const issue = facts.issue[id]!;
    if (issue === 0 || (rest && !rest.has(id))) continue;
    const [status, topics, folder, other] = [parts.status(id), parts.topics(id), parts.folder(id), parts.otherwise(id) && parts.gone(id)];
    if (status && topics && folder && other) {
      articles += 1;
      issues.add(issue);
    }
    if (topics && folder && other) byStatus[facts.status[id]!]! += 1;
    if (status && folder && other) byTopics[facts.topics[id]!]! += 1;
    if (status && topics && other) byFolder[facts.folder[id]!]! += 1;
    if (status && topics && folder && parts.gone(id) && apart.otherwise.has(issue)) differ += 1;
    if (status && topics && folder && parts.otherwise(id) && apart.gone.has(issue)) gone += 1;
  }
  const sets = byTopics.flatMap((count, set) => (count > 0 ? [{ topics: facts.topicsOf(set), articles: count }] : []));
  return {
    articles,
    issues: issues.size,
    untagged: sets.find(({ topics }) => topics.length === 0)?.articles ?? 0,
    otherwise: differ,
    gone,
    status: Object.fromEntries(STATUSES.map((status, at) => [status, byStatus[at]!])) as Facets['status'],
    topics: countTopics(sets, known),
    folders: byFolder.flatMap((count, at) => (count > 0 ? [{ folder: facts.folders.list[at]!, articles: count }] : [])).toSorted((a, b) => (a.folder < b.folder ? -1 : 1)),
  };
}
