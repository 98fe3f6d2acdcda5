import { createStore, useStore } from 'zustand';
import type { AcceptedRow, AcceptedScope, TriedList } from '#contract/schemas/accepted.ts';
import { acceptedKey } from '#core/checks/accepted.ts';
import { listen } from '../../bridge/bridge.ts';
import { acceptedStore, loadAccepted, loadPlaces } from '../../state/accepted.ts';
import { coalesce } from '../../state/coalesce.ts';
import type { SortBy } from '../../ui/table/index.ts';

/** A file that was chosen, and what it would bring to a list. */
export type BegunImport = { readonly grant: string; readonly label: string; readonly scope: AcceptedScope; readonly tried: TriedList };

/** What of the lists is shown, and where one is in it. `current` and the ticked are keys of rows. */
type State = {
  readonly text: string;
  readonly scope: AcceptedScope | 'both';
  readonly sort: readonly SortBy[];
  readonly current: string | null;
  readonly ticked: ReadonlySet<string>;
  readonly editing: AcceptedRow | null; // its wording is being changed
  readonly importing: BegunImport | null;
};

export const listStore = createStore<State>(() => ({ text: '', scope: 'both', sort: [], current: null, ticked: new Set(), editing: null, importing: null }));

export const useList = <T>(select: (state: State) => T): T => useStore(listStore, select);

/** One row: the same wording may stand in both lists. */
export const rowKey = (row: Pick<AcceptedRow, 'scope' | 'check' | 'text'>): string => `${row.scope}\t${acceptedKey(row)}`;

/** How many places of the project a wording quiets. */
export const placesOf = (row: AcceptedRow): number => acceptedStore.getState().places.get(acceptedKey(row)) ?? 0;

type Value = (row: AcceptedRow) => string | number;
const VALUES: Readonly<Record<string, Value>> = { text: ({ text }) => text, check: ({ check }) => check, scope: ({ scope }) => scope, places: placesOf, who: ({ who }) => who, at: ({ at }) => at };

const compare = (a: string | number, b: string | number): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-Hans'));

/** Rows that hold a text and are in a list, in an order; without one, newest first as they come. */
export function rowsFor(rows: readonly AcceptedRow[], { text, scope, sort }: Pick<State, 'text' | 'scope' | 'sort'>): readonly AcceptedRow[] {
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter((row) => (scope === 'both' || row.scope === scope) && (wanted === '' || row.text.toLowerCase().includes(wanted) || row.who.toLowerCase().includes(wanted)));
  const [by] = sort;
  const value = by && VALUES[by.column];
  return value ? shown.toSorted((a, b) => compare(value(a), value(b)) * (by.descending ? -1 : 1)) : shown;
}

let known: { readonly rows: readonly AcceptedRow[]; readonly places: unknown; readonly list: State; readonly shown: readonly AcceptedRow[] } | null = null;
let version = 0;

/** The rows that are shown. The same list while it says the same. */
export function shownRows(): readonly AcceptedRow[] {
  const [{ rows, places }, list] = [acceptedStore.getState(), listStore.getState()];
  const isSame = known && known.rows === rows && known.places === places && known.list.text === list.text && known.list.scope === list.scope && known.list.sort === list.sort;
  if (!known || !isSame) {
    known = { rows, places, list, shown: rowsFor(rows, list) };
    version += 1;
  }
  return known.shown;
}

/** Another number whenever those rows, or what is said of them, are others. */
export const shownVersion = (): number => version;

/** Where the cursor is in what is shown; null where it is nowhere. */
export function currentIndex(): number | null {
  const { current } = listStore.getState();
  const index = shownRows().findIndex((row) => rowKey(row) === current);
  return index < 0 ? null : index;
}

/** The rows that keys are for: those ticked, else the one under the cursor. */
export function chosenRows(): readonly AcceptedRow[] {
  const { ticked, current } = listStore.getState();
  const rows = shownRows().filter((row) => ticked.has(rowKey(row)));
  return rows.length > 0 ? rows : shownRows().filter((row) => rowKey(row) === current);
}

/** Puts the cursor on a row. */
export function moveTo(index: number): void {
  const row = shownRows()[Math.min(shownRows().length - 1, Math.max(0, index))];
  if (row) listStore.setState({ current: rowKey(row) });
}

export function toggleTick(index: number): void {
  const row = shownRows()[index];
  if (!row) return;
  const ticked = new Set(listStore.getState().ticked);
  if (!ticked.delete(rowKey(row))) ticked.add(rowKey(row));
  listStore.setState({ ticked });
}

/** Ticks all that are shown, or none where all are. */
export function toggleAll(): void {
  const rows = shownRows();
  const { ticked } = listStore.getState();
  listStore.setState({ ticked: rows.every((row) => ticked.has(rowKey(row))) ? new Set() : new Set(rows.map(rowKey)) });
}

/** Follows how many places are quieted while the lists are shown, until the returned function is called. */
export function followPlaces(): () => void {
  const soon = coalesce(() => void loadPlaces(), 300);
  const stops = [listen('accepted.changed', soon), listen('library.changed', soon)];
  void loadAccepted();
  soon();
  return () => stops.forEach((stop) => stop());
}
