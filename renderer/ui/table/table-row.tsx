import type { MouseEvent } from 'react';
import type { ColumnSpec } from './column.ts';
import type { Grid } from './use-grid.ts';

type GridRow<T> = ReturnType<Grid<T>['getRowModel']>['rows'][number];

type Props<T> = {
  readonly id: string;
  readonly gridRow: GridRow<T>;
  readonly specs: ReadonlyMap<string, ColumnSpec<T>>;
  readonly top: number;
  readonly height: number;
  readonly isCurrent: boolean;
  readonly tick: { readonly on: boolean; readonly label: string; readonly toggle: (index: number) => void } | 'waiting' | null;
  readonly onClick: ((index: number, event: MouseEvent) => void) | undefined;
  readonly onOpen: ((index: number) => void) | undefined;
};

/** One row. A row that is still being fetched keeps its place. */
export function TableRow<T>({ id, gridRow, specs, top, height, isCurrent, tick, onClick, onOpen }: Props<T>) {
  const { index, row } = gridRow.original;
  const isTicked = tick !== null && tick !== 'waiting' && tick.on;
  const look = `data-row ${isCurrent ? 'current' : ''} ${isTicked ? 'ticked' : ''} ${row === undefined ? 'fetching' : ''}`;
  return (
    <div
      id={id}
      role="row"
      className={look}
      aria-rowindex={index + 2}
      aria-selected={tick === null ? isCurrent : isTicked}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={(event) => onClick?.(index, event)}
      onDoubleClick={() => onOpen?.(index)}
    >
      {tick !== null && (
        <div role="gridcell" className="data-cell tick">
          {tick !== 'waiting' && (
            <input
              type="checkbox"
              className="check"
              tabIndex={-1}
              aria-label={tick.label}
              checked={tick.on}
              onClick={(event) => event.stopPropagation()}
              onDoubleClick={(event) => event.stopPropagation()}
              onChange={() => tick.toggle(index)}
            />
          )}
        </div>
      )}
      {gridRow.getVisibleCells().map((cell) => {
        const spec = specs.get(cell.column.id);
        return (
          <div key={cell.id} role="gridcell" className={`data-cell ${spec?.align ?? ''} of-${cell.column.id}`}>
            {row === undefined ? <span className="blank" /> : spec?.cell(row)}
          </div>
        );
      })}
    </div>
  );
}
