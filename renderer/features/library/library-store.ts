import { createStore, useStore } from 'zustand';
import { useSyncExternalStore } from 'react';
import type { ArticleId } from '#core/model/ids.ts';
import type { Facets, Filter, Row } from '#contract/schemas/library.ts';
import { call } from '../../bridge/bridge.ts';
import { isProjectOpen } from '../../state/app.ts';
import { coalesce } from '../../state/coalesce.ts';
import { libraryQuery } from '../../state/library-query.ts';
import { noteCursor, spotNow, spotStore } from '../../state/library-spot.ts';
import type { Spot } from '../../state/library-spot.ts';
import { createPageCache } from '../../state/page-cache.ts';
import type { CacheState } from '../../state/page-cache.ts';
import { projectStore } from '../../state/project.ts';
import { isScreen, screenStore } from '../../state/screen.ts';
import { sayError } from '../../state/toasts.ts';
import { NO_TICKS } from './ticks.ts';
import type { Ticks } from './ticks.ts';

type State = {
  readonly current: number | null; // the row with the cursor
  readonly anchor: number | null; // where a range of ticks begins
  readonly ticks: Ticks;
  readonly facets: Facets | null;
  readonly drawer: boolean; // whether the preview lies over the table of a narrow window
  readonly filterRow: boolean; // whether the heads have their line of filters
  readonly scroll: Spot | null; // where the list was last returned to
};

const FIRST: State = { current: null, anchor: null, ticks: NO_TICKS, facets: null, drawer: false, filterRow: false, scroll: null };

export const libraryStore = createStore<State>(() => FIRST);

export const useLibrary = <T>(select: (state: State) => T): T => useStore(libraryStore, select);

/** The rows in view. */
export const rows = createPageCache<Row>();

export const useRows = (): CacheState => useSyncExternalStore(rows.subscribe, rows.state);

export const currentRow = (): Row | undefined => {
  const { current } = libraryStore.getState();
  return current === null ? undefined : rows.row(current);
};

const WINDOW = 500; // the most the contract lets one question ask for

/** The ids of rows `from` to `to`, fetched where they are not at hand. Null if the engine could not say; the user has been told. */
export async function idsBetween(from: number, to: number): Promise<readonly ArticleId[] | null> {
  const held = Array.from({ length: to - from + 1 }, (_, at) => rows.row(from + at)?.article);
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
  const facets = await call('library.facets', { filter });
  if (facets.ok && filter === libraryQuery.getState().filter) libraryStore.setState({ facets: facets.value });
}

function askAnew(): void {
  if (!isProjectOpen()) return;
  const { filter, sort } = libraryQuery.getState();
  rows.ask((offset, limit) => call('library.rows', { offset, limit, filter, sort: [...sort] }));
  void loadFacets(filter);
}

/** Asks for the rows in view and the facets again: they may have changed. */
export function refreshLibrary(): void {
  rows.refresh();
  void loadFacets(libraryQuery.getState().filter);
}

/** Puts the cursor back where it was when the Library was left: on its row, or where its article is by now if that is near. */
function returnCursor(total: number): void {
  const { wanted } = spotStore.getState();
  if (!wanted) return;
  const index = Math.min(total - 1, wanted.current);
  if (libraryStore.getState().scroll !== wanted) {
    libraryStore.setState({ current: total > 0 ? index : null, anchor: null, scroll: wanted });
    noteCursor(libraryStore.getState().current, wanted.article);
  }
  const row = rows.row(index);
  if (total > 0 && row === undefined) return; // on its way
  const moved = wanted.article === null || row?.article === wanted.article ? null : rows.find(({ article }) => article === wanted.article);
  spotStore.setState({ wanted: null });
  if (moved !== null && libraryStore.getState().current === index) libraryStore.setState({ current: moved });
}

// The cursor is on the first row from the start, so that there is something to read and to go on from.
function placeCursor(): void {
  const { total } = rows.state();
  if (total === null || rows.state().changing) return;
  returnCursor(total);
  const { current } = libraryStore.getState();
  if (current === null && total > 0) libraryStore.setState({ current: 0 });
  else if (current !== null && current >= total) libraryStore.setState({ current: total > 0 ? total - 1 : null });
}

/** Follows the query and the engine. To be called once. */
export function followLibrary(): void {
  let stale = false; // while another screen is in front, nothing is asked for
  const refresh = coalesce(() => {
    stale = !isScreen('library');
    if (!stale) refreshLibrary();
  }, 400);
  screenStore.subscribe(() => {
    if (stale && isScreen('library')) refresh();
  });
  rows.subscribe(placeCursor);
  spotStore.subscribe(({ wanted }, before) => {
    if (wanted !== before.wanted && wanted !== null) placeCursor();
  });
  const note = () => noteCursor(libraryStore.getState().current, currentRow()?.article ?? null);
  libraryStore.subscribe(({ current }, before) => {
    if (current !== before.current) note();
  });
  rows.subscribe(() => {
    if (currentRow()?.article !== (spotStore.getState().spot?.article ?? undefined)) note();
  });
  libraryQuery.subscribe((query, before) => {
    // Ticks that can no longer be seen would be acted on unseen; another order hides none.
    if (query.filter !== before.filter) libraryStore.setState({ current: null, anchor: null, ticks: NO_TICKS });
    askAnew();
  });
  projectStore.subscribe((state, before) => {
    if (state.info !== null && before.info === null) {
      // Another project: what was shown of the last one is gone.
      const spot = spotNow(); // of this one already, where its rows came before what is known of it
      libraryStore.setState({ ...FIRST, filterRow: libraryStore.getState().filterRow });
      askAnew();
      if (spot) spotStore.setState(({ wanted }) => ({ wanted: wanted ?? spot }));
    } else if (state.revision !== before.revision) {
      refresh();
    }
  });
}
