import { createStore, useStore } from 'zustand';
import type { ArticleId } from '#core/model/ids.ts';
import type { Facets, Filter, PageRow, Row } from '#contract/schemas/library.ts';
import { call } from '../../bridge/bridge.ts';
import { appStore } from '../../state/app.ts';
import { coalesce } from '../../state/coalesce.ts';
import { libraryQuery } from '../../state/library-query.ts';
import { LISTS, spots } from '../../state/library-spot.ts';
import type { ListName } from '../../state/library-spot.ts';
import { projectStore } from '../../state/project.ts';
import { isScreen, screenStore, useScreen } from '../../state/screen.ts';
import { sayError } from '../../state/toasts.ts';
import { whenIdle } from '../../state/when-idle.ts';
import { createRowsList, useListState } from './rows-list.ts';
import { NO_TICKS } from './ticks.ts';
import type { Ticks } from './ticks.ts';

type State = {
  readonly anchor: number | null; // where a range of ticks begins
  readonly ticks: Ticks;
  readonly facets: Facets | null;
  readonly drawer: boolean; // whether the preview lies over the table of a narrow window
  readonly filterRow: boolean; // whether the heads have their line of filters
  readonly yielded: readonly string[]; // columns of the list in front that there is no room for
};

const FIRST: State = { anchor: null, ticks: NO_TICKS, facets: null, drawer: false, filterRow: false, yielded: [] };

export const libraryStore = createStore<State>(() => FIRST);

export const useLibrary = <T>(select: (state: State) => T): T => useStore(libraryStore, select);

export const noteYielded = (yielded: readonly string[]): void => libraryStore.setState({ yielded });

/** The articles that the filter shows. */
export const articles = createRowsList<Row>('articles', ({ article }) => article, () => {
  const { filter, sort } = libraryQuery.getState();
  return (offset, limit) => call('library.rows', { offset, limit, filter, sort: [...sort] });
});

/** The pages that one of them is on. */
export const pages = createRowsList<PageRow>('pages', ({ issue }) => `${issue}`, () => {
  const { filter, pageSort } = libraryQuery.getState();
  return (offset, limit) => call('library.pages', { offset, limit, filter, sort: [...pageSort] });
});

export const lists = { articles, pages } as const;

/** The list that is in front, or that the Library was left with. */
export const listInFront = (): (typeof lists)[ListName] => lists[screenStore.getState().list];

/** The same, followed. */
export const useListInFront = (): (typeof lists)[ListName] => useScreen(({ list }) => lists[list]);

/** How many rows the list in front has, and whether they are still those of an older question. */
export const useRows = () => useListState(useListInFront());

const WINDOW = 500; // the most the contract lets one question ask for

/** The ids of articles `from` to `to`, fetched where they are not at hand. Null if the engine could not say; the user has been told. */
export async function idsBetween(from: number, to: number): Promise<readonly ArticleId[] | null> {
  const held = Array.from({ length: to - from + 1 }, (_, at) => articles.rows.row(from + at)?.article);
  if (held.every((id) => id !== undefined)) return held;
  const { filter, sort } = libraryQuery.getState();
  const ids: ArticleId[] = [];
  for (let offset = from; offset <= to; offset += WINDOW) {
    const answer = await call('library.rows', { offset, limit: Math.min(WINDOW, to - offset + 1), filter, sort: [...sort] });
    if (!answer.ok) {
      sayError(answer.error);
      return null;
    }
    ids.push(...answer.value.rows.map((row) => row.article));
  }
  return ids;
}

async function loadFacets(filter: Filter): Promise<void> {
  if (filter !== libraryQuery.getState().filter) return;
  const facets = await call('library.facets', { filter });
  if (facets.ok && filter === libraryQuery.getState().filter) libraryStore.setState({ facets: facets.value });
}

/** Asks for the rows in view and the facets again: they may have changed. */
export function refreshLibrary(): void {
  const front = listInFront();
  for (const name of LISTS) lists[name].refresh(lists[name] === front);
  void loadFacets(libraryQuery.getState().filter);
}

/** The same once the rows that were asked for are drawn. */
function loadFacetsAfterRows(): void {
  const { rows } = listInFront();
  const stop = rows.subscribe(() => {
    if (rows.state().changing) return;
    stop();
    whenIdle(() => void loadFacets(libraryQuery.getState().filter));
  });
}

const openProject = (): string | null => appStore.getState().app?.project?.id ?? null;

/** Follows the query and the engine. To be called once. */
export function followLibrary(): void {
  for (const name of LISTS) lists[name].follow();
  let project: string | null = null; // whose rows are asked for
  const bringUp = () => {
    if (project !== null && openProject() === project) listInFront().wanted(); // else it is asked for below, once all is there that is remembered of it
  };
  let stale = false; // while another screen is in front, nothing is asked for
  const refresh = coalesce(() => {
    stale = !isScreen('library');
    if (!stale) refreshLibrary();
  }, 400);
  screenStore.subscribe(() => {
    bringUp();
    if (stale && isScreen('library')) refresh();
  });
  libraryQuery.subscribe((query, before) => {
    const filtered = query.filter !== before.filter;
    // Ticks that can no longer be seen would be acted on unseen; another order hides none.
    if (filtered) libraryStore.setState({ anchor: null, ticks: NO_TICKS });
    if (filtered || query.sort !== before.sort) articles.outdate(filtered);
    if (filtered || query.pageSort !== before.pageSort) pages.outdate(filtered);
    bringUp();
    if (filtered && project !== null && openProject() === project) void loadFacets(query.filter);
  });
  // Asked for as soon as it is known which project is open: the question waits for the engine, and nothing else for the question.
  appStore.subscribe(() => {
    const id = openProject();
    if (id === project) return;
    project = id;
    if (id === null) return;
    // Another project: what was shown of the last one is gone.
    const spot = spots[listInFront().name];
    const left = spot.now();
    libraryStore.setState({ ...FIRST, filterRow: libraryStore.getState().filterRow });
    for (const name of LISTS) lists[name].forget();
    bringUp();
    loadFacetsAfterRows();
    if (left) spot.store.setState(({ wanted }) => ({ wanted: wanted ?? left }));
  });
  // A file that cannot be read changes no article, but what is counted beside the list.
  const recount = coalesce(() => {
    if (isScreen('library')) void loadFacets(libraryQuery.getState().filter);
    else stale = true;
  }, 400);
  projectStore.subscribe((state, before) => {
    if (state.info === null) return;
    if (state.revision !== before.revision) refresh();
    else if (state.files !== null && state.files !== before.files) recount();
  });
}
