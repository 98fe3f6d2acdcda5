import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import { useState, useSyncExternalStore } from 'react';
import { spots } from '../../state/library-spot.ts';
import type { ListName, Spot } from '../../state/library-spot.ts';
import { createPageCache } from '../../state/page-cache.ts';
import type { CacheState, FetchWindow, PageCache } from '../../state/page-cache.ts';

/** The row with the cursor, and where the list was last returned to. */
type Cursor = { readonly current: number | null; readonly scroll: Spot | null };

/** The row the cursor is to stay with. `beside`: the rows above and below it; null of one that was returned to, which is followed wherever it has gone. */
type Kept = { readonly at: number; readonly row: string; readonly beside: readonly (string | null)[] | null };

const NOWHERE: Cursor = { current: null, scroll: null };

/** One of the Library's lists: its rows as they come into view, and the one with the cursor. */
export type RowsList<T> = {
  readonly name: ListName;
  readonly rows: PageCache<T>;
  readonly cursor: StoreApi<Cursor>;
  readonly currentRow: () => T | undefined;
  /** Puts the cursor on a row, or on the one nearest to it that there is. Gives that row; null where there is none. */
  readonly moveTo: (index: number) => number | null;
  /** Another filter or order: the rows are asked for when the list is next `wanted`, and have no cursor if `others` are shown. */
  readonly outdate: (others: boolean) => void;
  /** The list is to be seen: what it lacks is asked for. */
  readonly wanted: () => void;
  /** The same rows may have changed. `seen`: whether the list is to be seen now; otherwise they are asked for when it is. */
  readonly refresh: (seen: boolean) => void;
  /** Nothing is known: another project. */
  readonly forget: () => void;
  /** Keeps the cursor with the rows. To be called once. */
  readonly follow: () => void;
};

/** Makes a list. `fetch` gives how its rows are asked for as the query is now, `idOf` what a row is known by. */
export function createRowsList<T>(name: ListName, idOf: (row: T) => string, fetch: () => FetchWindow<T>): RowsList<T> {
  const rows = createPageCache<T>();
  const cursor = createStore<Cursor>(() => NOWHERE);
  const spot = spots[name];
  let lacks: 'nothing' | 'news' | 'all' = 'all';
  let kept: Kept | null = null;
  let isChosen = false; // somebody put the cursor where it is: on the first row of a list that is still being read it stays the first

  const total = () => rows.state().total ?? 0;
  const currentRow = () => {
    const { current } = cursor.getState();
    return current === null ? undefined : rows.row(current);
  };
  const idAt = (index: number) => {
    const row = rows.row(index);
    return row === undefined ? null : idOf(row);
  };
  const besideOf = (index: number) => [idAt(index - 1), idAt(index + 1)];
  const currentId = () => {
    const { current } = cursor.getState();
    return current === null ? null : idAt(current);
  };
  const keptAt = (index: number | null): Kept | null => {
    const row = index === null ? null : idAt(index);
    return index === null || row === null ? null : { at: index, row, beside: besideOf(index) };
  };
  const note = () => spot.noteCursor(cursor.getState().current, currentId());

  /** Puts the cursor back where it was when the Library was left: on its row, or where what was on it is by now if that is near. */
  const returnCursor = () => {
    const { wanted } = spot.store.getState();
    if (!wanted) return;
    const index = Math.min(total() - 1, wanted.current);
    if (cursor.getState().scroll !== wanted) {
      cursor.setState({ current: total() > 0 ? index : null, scroll: wanted });
      spot.noteCursor(cursor.getState().current, wanted.row);
    }
    const row = rows.row(index);
    if (total() > 0 && row === undefined) return; // on its way
    const moved = wanted.row === null || (row !== undefined && idOf(row) === wanted.row) ? null : rows.find((each) => idOf(each) === wanted.row);
    spot.store.setState({ wanted: null });
    if (moved !== null && cursor.getState().current === index) cursor.setState({ current: moved });
    const { current } = cursor.getState();
    kept = wanted.row === null || current === null ? null : { at: current, row: wanted.row, beside: null };
  };

  /**
   * Others come and go above the row with the cursor, as pages are read or edited elsewhere: the cursor goes along with it, or the next key would be for another. A row
   * that went away by itself, because of what was done to it, is not followed: one goes on with the next. What was done before the Library was returned to may be told
   * only now: the row that was returned to is followed in any case.
   */
  const keepCursor = () => {
    const here = kept && idAt(kept.at);
    if (!kept || here === null || cursor.getState().current !== kept.at) return;
    if (here === kept.row) {
      if (kept.beside) kept = keptAt(kept.at);
      return;
    }
    const { row, beside } = kept;
    const at = rows.find((each) => idOf(each) === row);
    const isAlone = beside !== null && at !== null && !besideOf(at).some((id, side) => id !== null && id === beside[side]);
    if (at !== null && !isAlone) {
      kept = { at, row, beside: beside && besideOf(at) };
      cursor.setState({ current: at });
    } else if (isAlone || here === beside?.[1]) kept = keptAt(kept.at); // it has left its place to the next
  };

  // The cursor is on the first row from the start, so that there is something to read and to go on from.
  const place = () => {
    if (rows.state().total === null || rows.state().changing) return;
    returnCursor();
    keepCursor();
    const { current } = cursor.getState();
    if (current === null && total() > 0) cursor.setState({ current: 0 });
    else if (current !== null && current >= total()) cursor.setState({ current: total() > 0 ? total() - 1 : null });
    if (isChosen && (kept === null || kept.at !== cursor.getState().current)) kept = keptAt(cursor.getState().current);
  };

  return {
    name,
    rows,
    cursor,
    currentRow,
    moveTo: (index) => {
      if (total() === 0) return null;
      const current = Math.min(total() - 1, Math.max(0, index));
      kept = keptAt(current);
      isChosen = true;
      cursor.setState({ current });
      return current;
    },
    outdate: (others) => {
      lacks = 'all';
      kept = null;
      isChosen = false;
      if (others) cursor.setState({ current: null });
    },
    wanted: () => {
      if (lacks === 'all') rows.ask(fetch());
      else if (lacks === 'news') rows.refresh();
      lacks = 'nothing';
    },
    refresh: (seen) => {
      if (lacks === 'all') return;
      lacks = seen ? 'nothing' : 'news';
      if (seen) rows.refresh();
    },
    forget: () => {
      lacks = 'all';
      kept = null;
      isChosen = false;
      cursor.setState(NOWHERE);
    },
    follow: () => {
      rows.subscribe(place);
      spot.store.subscribe(({ wanted }, before) => {
        if (wanted !== before.wanted && wanted !== null) place();
      });
      cursor.subscribe(({ current }, before) => {
        if (current !== before.current) note();
      });
      rows.subscribe(() => {
        if (currentId() !== (spot.store.getState().spot?.row ?? null)) note();
      });
    },
  };
}

export const useListState = ({ rows }: { readonly rows: Pick<PageCache<never>, 'subscribe' | 'state'> }): CacheState => useSyncExternalStore(rows.subscribe, rows.state);

/** The row with the cursor. */
export const useCurrent = ({ cursor }: Pick<RowsList<never>, 'cursor'>): number | null => useStore(cursor, ({ current }) => current);

/** What a table shows of a list, as `DataTable` takes it. It begins where the list was left, and goes where the list is returned to. */
export function useTableOf<T>({ name, rows, cursor }: RowsList<T>) {
  const { total, version, changing } = useListState({ rows });
  const { current, scroll } = useStore(cursor);
  const [first] = useState(spots[name].top);
  return { total: total ?? 0, row: rows.row, version, current, onView: rows.view, onTop: spots[name].noteTop, first, scroll, waiting: changing };
}
