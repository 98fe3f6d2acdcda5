import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { ColumnLooks, ColumnSpec, SortBy } from './column.ts';
import { TableHead } from './table-head.tsx';
import type { TickAll } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useGrid } from './use-grid.ts';
import { useWidth } from './use-width.ts';
import type { Slot } from './use-grid.ts';
import './table.css';

export type Ticks<T> = {
  readonly has: (row: T) => boolean;
  readonly all: TickAll;
  readonly label: string;
  readonly toggle: (index: number) => void;
  readonly toggleAll: () => void;
};

type Props<T> = {
  readonly label: string;
  readonly columns: readonly ColumnSpec<T>[];
  readonly total: number;
  readonly row: (index: number) => T | undefined;
  readonly version: number; // of the rows: another one redraws them
  readonly rowKey: (row: T) => string;
  readonly rowHeight?: number;
  readonly looks: ColumnLooks;
  readonly onLooks: (looks: ColumnLooks) => void;
  readonly onYield?: (columns: readonly string[]) => void; // which columns there is no room for now
  readonly sort?: readonly SortBy[]; // left out: the rows stand as they come
  readonly onSort?: (sort: readonly SortBy[]) => void;
  readonly current: number | null; // the row with the cursor; it is kept in view
  readonly ticks?: Ticks<T>;
  readonly filterCell?: ((column: string) => ReactNode) | null; // a second line of heads
  readonly onView: (from: number, to: number) => void;
  readonly onTop?: (index: number) => void; // the first row in sight
  readonly first?: number; // the first row in sight when the table comes up
  readonly scroll?: { readonly top: number } | null; // another one scrolls the table there
  readonly onClick?: (index: number, event: MouseEvent) => void;
  readonly onOpen?: (index: number) => void;
  readonly waiting: boolean; // the rows shown are of an older question
};

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 33; // table.css
const TICKS_WIDTH = 38;
const OVERSCAN = 8;
const AS_IT_COMES: readonly SortBy[] = [];

/** A long list as a table: only the rows in view exist. The owner keeps cursor, ticks, order and filter; the table asks for rows as they come into view. */
export function DataTable<T>(props: Props<T>) {
  const { columns, total, row, version, rowKey, rowHeight = ROW_HEIGHT, looks, current, ticks, onView } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();

  const headHeight = props.filterCell ? 2 * HEAD_HEIGHT : HEAD_HEIGHT;

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: headHeight, // the head scrolls with the rows and then stays
    scrollPaddingStart: headHeight,
    initialOffset: () => (props.first ?? 0) * rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;

  // `version` is what makes a changed row a new array, and a new array is what makes the table draw it.
  const slots = useMemo<readonly Slot<T>[]>(
    () => Array.from({ length: last - first + 1 }, (_, at) => ({ index: first + at, row: row(first + at), version })),
    [first, last, row, version],
  );
  const ticksWidth = ticks ? TICKS_WIDTH : 0;
  const room = Math.max(0, useWidth(scroller) - ticksWidth);
  const { table: grid, isNarrow, yielded } = useGrid({ columns, slots, rowKey, room, looks, onLooks: props.onLooks, sort: props.sort ?? AS_IT_COMES, onSort: props.onSort });
  const specs = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const { onYield } = props;
  useEffect(() => onYield?.(yielded), [onYield, yielded]);

  useEffect(() => {
    if (last >= first) onView(first, last);
  }, [first, last, onView]);

  const { onTop, scroll } = props;
  const top = virtualizer.scrollOffset === null ? null : Math.floor(virtualizer.scrollOffset / rowHeight); // null: not heard of yet
  useEffect(() => {
    if (top !== null) onTop?.(top);
  }, [onTop, top]);
  const scrolled = useRef(scroll); // a table that comes up begins at `first`
  const returned = useRef(false); // the list was put back with its cursor: as long as the scroll has not been heard of, where the cursor is would be misjudged
  useLayoutEffect(() => {
    returned.current = scroll != null && scroll !== scrolled.current;
    scrolled.current = scroll;
    if (scroll && returned.current) virtualizer.scrollToOffset(scroll.top * rowHeight);
  }, [scroll, rowHeight, virtualizer]);
  useEffect(() => {
    const isReturned = returned.current;
    returned.current = false;
    if (isReturned) return;
    if (current !== null && current < total) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, total, virtualizer, scroll]);

  const template = [
    ...(ticks ? [`${ticksWidth}px`] : []),
    ...grid.getVisibleLeafColumns().map((column) => `minmax(${column.getSize()}px, ${specs.get(column.id)?.grows ?? 0}fr)`),
  ].join(' ');
  const narrowest = grid.getVisibleLeafColumns().reduce((sum, column) => sum + column.getSize(), ticksWidth);

  return (
    <div
      ref={scroller}
      className={`data-table ${props.waiting ? 'waiting' : ''} ${isNarrow ? 'narrow' : ''}`}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-multiselectable={ticks ? true : undefined}
      aria-busy={props.waiting}
      aria-activedescendant={current === null ? undefined : `${id}-${current}`}
      style={{ '--columns': template, '--narrowest': `${narrowest}px` }}
    >
      <TableHead grid={grid} specs={specs} ticks={ticks && { all: ticks.all, label: ticks.label, toggle: ticks.toggleAll }} filterCell={props.filterCell ?? null} />
      <div className="data-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {grid.getRowModel().rows.map((gridRow) => {
          const { index, row: data } = gridRow.original;
          return (
            <TableRow
              key={gridRow.id}
              id={`${id}-${index}`}
              gridRow={gridRow}
              specs={specs}
              top={index * rowHeight}
              height={rowHeight}
              isCurrent={index === current}
              tick={ticks && data !== undefined ? { on: ticks.has(data), label: ticks.label, toggle: ticks.toggle } : ticks ? 'waiting' : null}
              onClick={props.onClick}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}
