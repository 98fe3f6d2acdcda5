import type { ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import type { ColumnSpec } from './column.ts';
import type { Grid } from './use-grid.ts';

export type TickAll = 'none' | 'some' | 'all';

type Props<T> = {
  readonly grid: Grid<T>;
  readonly specs: ReadonlyMap<string, ColumnSpec<T>>;
  readonly ticks: { readonly all: TickAll; readonly label: string; readonly toggle: () => void } | undefined;
  readonly filterCell: ((column: string) => ReactNode) | null;
};

const STATED = { asc: 'ascending', desc: 'descending' } as const;

/** The names of the columns: a click sorts (with Shift: after the others), the edge is dragged; below, the filters, if they are shown. */
export function TableHead<T>({ grid, specs, ticks, filterCell }: Props<T>) {
  return (
    <div className="data-head" role="rowgroup">
      {grid.getHeaderGroups().map((group) => (
        <div key={group.id} className="data-row" role="row" aria-rowindex={1}>
          {ticks && (
            <div role="columnheader" className="data-cell tick">
              <input
                type="checkbox"
                className="check"
                aria-label={ticks.label}
                checked={ticks.all === 'all'}
                ref={(box) => {
                  if (box) box.indeterminate = ticks.all === 'some';
                }}
                onChange={ticks.toggle}
              />
            </div>
          )}
          {group.headers.map((header) => {
            const sorted = header.column.getIsSorted();
            const spec = specs.get(header.column.id);
            return (
              <div
                key={header.id}
                role="columnheader"
                className={`data-cell ${spec?.align ?? ''}`}
                aria-sort={sorted === false ? undefined : STATED[sorted]}
              >
                {header.column.getCanSort()
                  ? (
                      <button type="button" className="sort" title={spec?.help === undefined ? spec?.label : `${spec.label}: ${spec.help}`} onClick={header.column.getToggleSortingHandler()}>
                        <span>{spec?.label}</span>
                        {sorted !== false && <Icon name={sorted === 'asc' ? 'up' : 'down'} />}
                      </button>
                    )
                  : <span>{spec?.label}</span>}
                <span
                  className="resize"
                  aria-hidden="true"
                  onMouseDown={header.getResizeHandler()}
                  onTouchStart={header.getResizeHandler()}
                  onDoubleClick={() => header.column.resetSize()}
                />
              </div>
            );
          })}
        </div>
      ))}
      {filterCell && (
        <div className="data-row filters" role="row">
          {ticks && <div role="presentation" className="data-cell tick" />}
          {grid.getVisibleLeafColumns().map((column) => (
            <div key={column.id} role="gridcell" className="data-cell">{filterCell(column.id)}</div>
          ))}
        </div>
      )}
    </div>
  );
}
