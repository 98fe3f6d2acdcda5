import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import type { Facets } from '#contract/schemas/library.ts';
import type { Hit, SavedSearch, SearchQuestion } from '#contract/schemas/search.ts';
import { ok } from '#util/result.ts';
import { call, listen } from '../../bridge/bridge.ts';
import { coalesce } from '../../state/coalesce.ts';
import { createPageCache } from '../../state/page-cache.ts';
import type { CacheState, FetchWindow } from '../../state/page-cache.ts';
import { appStore } from '../../state/app.ts';
import { projectStore } from '../../state/project.ts';

type State = {
  readonly question: SearchQuestion;
  readonly current: number | null; // the hit with the cursor
  readonly articles: number; // that hits are in
  readonly unpacked: number; // per cent of the texts that the quick index does not hold yet
  readonly facets: Facets | null; // of the articles that are looked through
  readonly saved: readonly SavedSearch[];
};

export const NOTHING_ASKED: SearchQuestion = { text: '', expression: false, exact: false, view: 'emended', roles: [], filter: {}, newest: false };

const FIRST: State = { question: NOTHING_ASKED, current: null, articles: 0, unpacked: 0, facets: null, saved: [] };

/** What is looked for in the archive, and where one is in what was found. It stays while one is elsewhere. */
export const searchStore = createStore<State>(() => FIRST);

export const useSearch = <T>(select: (state: State) => T): T => useStore(searchStore, select);

/** The hits in view, in order. */
export const hits = createPageCache<Hit>();

export const useHits = (): CacheState => useSyncExternalStore(hits.subscribe, hits.state);

export const isAsked = ({ text }: SearchQuestion): boolean => text.trim() !== '';

/** Whether a question looks through less than there is. */
export const isRestricted = ({ roles, filter }: SearchQuestion): boolean => roles.length > 0 || Object.keys(filter).length > 0;

/** The first row in sight, for when one comes back. */
export const spot = { top: 0 };

const NONE: FetchWindow<Hit> = () => Promise.resolve(ok({ total: 0, revision: 0, rows: [] }));

let asked = 0; // questions that are not answered yet
let again = false; // something changed since they were asked

const windowsOf = (question: SearchQuestion): FetchWindow<Hit> => (isAsked(question) ? async (offset, limit) => {
  asked += 1;
  const answer = await call('search.find', { question, offset, limit });
  asked -= 1;
  if (asked === 0 && again) queueMicrotask(refresh);
  if (!answer.ok) return answer;
  const { hits: total, articles, packed, texts, revision, rows } = answer.value;
  const unpacked = texts === 0 ? 0 : Math.round((1 - packed / texts) * 100);
  if (searchStore.getState().question === question) searchStore.setState({ articles, unpacked: texts < FEW ? 0 : unpacked });
  return ok({ total, revision, rows });
} : NONE);

const FEW = 2_000; // texts that are looked through at once, index or not

/** Looks for something else, or elsewhere. */
export function askFor(change: Partial<SearchQuestion>): void {
  const question = { ...searchStore.getState().question, ...change };
  searchStore.setState({ question, current: null });
  spot.top = 0;
  hits.ask(windowsOf(question));
  if (change.filter) void loadFacets();
}

export function moveTo(index: number): void {
  const total = hits.state().total ?? 0;
  if (total > 0) searchStore.setState({ current: Math.min(total - 1, Math.max(0, index)) });
}

export const currentHit = (): Hit | undefined => {
  const { current } = searchStore.getState();
  return current === null ? undefined : hits.row(current);
};

async function loadFacets(): Promise<void> {
  const { filter } = searchStore.getState().question;
  const answer = await call('library.facets', { filter });
  if (answer.ok && searchStore.getState().question.filter === filter) searchStore.setState({ facets: answer.value });
}

export async function loadSaved(): Promise<void> {
  const answer = await call('search.list', {});
  if (answer.ok) searchStore.setState({ saved: answer.value });
}

/** Asks again: what was found may be another. */
function refresh(): void {
  again = false;
  hits.refresh(windowsOf(searchStore.getState().question));
  void loadFacets();
}

/** Follows what changes in the archive while the search is shown, until the returned function is called. */
export function followSearch(): () => void {
  // While pages are read without end, each answer comes before the next is asked for: asked anew, the engine would call it off.
  const soon = coalesce(() => {
    if (asked > 0) again = true;
    else refresh();
  }, 400);
  const stops = [
    listen('library.changed', soon),
    projectStore.subscribe(({ info }, before) => {
      if (info?.head !== before.info?.head) void loadSaved();
    }),
    appStore.subscribe(({ engine }, before) => {
      if (engine.state === 'ready' && before.engine.state !== 'ready') refresh();
    }),
  ];
  refresh();
  void loadSaved();
  return () => stops.forEach((stop) => stop());
}

/** Another project: nothing of this one's is looked for in it. */
export function forgetSearch(): void {
  searchStore.setState(FIRST);
  spot.top = 0;
  hits.ask(NONE);
}
