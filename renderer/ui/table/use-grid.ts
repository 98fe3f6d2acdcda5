import { columnResizingFeature, columnSizingFeature, columnVisibilityFeature, createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ColumnSizingState, SortingState, Updater } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ColumnLooks, ColumnSpec, SortBy } from './column.ts';
import { yielding } from './yielding.ts';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature, rowSortingFeature });

/** A place in the list: its row, or nothing while that is being fetched; and the version of the rows it was taken at. */
export type Slot<T> = { readonly index: number; readonly row: T | undefined; readonly version: number };

type Options<T> = {
  readonly columns: readonly ColumnSpec<T>[];
  readonly slots: readonly Slot<T>[]; // a new array whenever a row in it may have changed: the table's instance does not
  readonly rowKey: (row: T) => string;
  readonly room: number; // for all columns, in CSS pixels; 0 while it is not known
  readonly looks: ColumnLooks;
  readonly onLooks: (looks: ColumnLooks) => void;
  readonly sort: readonly SortBy[];
  readonly onSort: ((sort: readonly SortBy[]) => void) | undefined;
};

const settled = <S>(updater: Updater<S>, now: S): S => (typeof updater === 'function' ? (updater as (before: S) => S)(now) : updater);

/** The table's columns, widths, order and cells for the rows in view. Sorting and filtering are the engine's. */
export function useGrid<T>({ columns, slots, rowKey, room, looks, onLooks, sort, onSort }: Options<T>) {
  const full = columns.filter((column) => looks.hidden[column.id] !== true).reduce((sum, column) => sum + column.width, 0);
  const isNarrow = room > 0 && room < full;

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Slot<T>>();
    return columns.map((column) => helper.accessor((slot): unknown => slot.row, { // without an accessor a column cannot be sorted
      id: column.id,
      size: isNarrow ? (column.narrow ?? column.width) : column.width,
      minSize: column.minWidth ?? 40,
      maxSize: 900,
      enableSorting: column.sortable === true,
      sortDescFirst: column.descendingFirst === true,
      header: column.label,
      cell: ({ row }) => (row.original.row === undefined ? null : column.cell(row.original.row)),
    }));
  }, [columns, isNarrow]);

  const data = useMemo(() => [...slots], [slots]);
  const sorting = useMemo<SortingState>(() => sort.map(({ column, descending }) => ({ id: column, desc: descending })), [sort]);
  const columnSizing = useMemo<ColumnSizingState>(() => ({ ...looks.widths }), [looks.widths]);
  const yielded = (isNarrow ? yielding({ columns, room, looks, sort }) : []).join(' '); // as one word: the same as long as it says the same
  const columnVisibility = useMemo(() => {
    const chosen = Object.entries(looks.hidden).map(([id, hidden]): readonly [string, boolean] => [id, !hidden]);
    return Object.fromEntries([...chosen, ...idsIn(yielded).map((id): readonly [string, boolean] => [id, false])]);
  }, [looks.hidden, yielded]);

  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: (slot) => (slot.row === undefined ? `waiting ${slot.index}` : rowKey(slot.row)),
    manualSorting: true,
    enableMultiSort: true,
    enableSortingRemoval: false,
    columnResizeMode: 'onChange',
    state: { sorting, columnSizing, columnVisibility },
    onSortingChange: (updater) => onSort?.(settled(updater, sorting).map(({ id, desc }) => ({ column: id, descending: desc }))),
    onColumnSizingChange: (updater) => onLooks({ ...looks, widths: settled(updater, columnSizing) }),
  });
  return { table, isNarrow, yielded: useMemo(() => idsIn(yielded), [yielded]) };
}

const idsIn = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '');

export type Grid<T> = ReturnType<typeof useGrid<T>>['table'];
