import type { Facets, Filter } from '#contract/schemas/library.ts';
import { call } from '../../bridge/bridge.ts';

/** A facet counts what would be shown if only its own choice were lifted: so each choice beside the chosen one keeps its figure. */
const LIFTED = {
  status: ['status'],
  topics: ['topics', 'exactTopics', 'untagged'],
  folders: ['folder'],
  otherwise: ['otherwise'],
} as const satisfies Record<string, readonly (keyof Filter)[]>;

function without(filter: Filter, parts: readonly (keyof Filter)[]): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !parts.some((part) => part === name)));
}

/** The facets of what a filter shows. Null if the engine does not answer. */
export async function fetchFacets(filter: Filter): Promise<Facets | null> {
  const asked = new Map<string, ReturnType<typeof ask>>();
  const ask = (lifted: Filter) => call('library.facets', { filter: lifted });
  const once = (lifted: Filter) => {
    const key = JSON.stringify(lifted);
    const answer = asked.get(key) ?? ask(lifted);
    asked.set(key, answer);
    return answer;
  };
  const [all, status, topics, folders, otherwise] = await Promise.all([
    once(filter),
    once(without(filter, LIFTED.status)),
    once(without(filter, LIFTED.topics)),
    once(without(filter, LIFTED.folders)),
    once(without(filter, LIFTED.otherwise)),
  ]);
  if (!all.ok || !status.ok || !topics.ok || !folders.ok || !otherwise.ok) return null;
  return {
    ...all.value,
    status: status.value.status,
    topics: topics.value.topics,
    untagged: topics.value.untagged,
    folders: folders.value.folders,
    otherwise: otherwise.value.otherwise,
  };
}
