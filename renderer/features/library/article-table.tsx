import { useCallback, useMemo } from 'react';
import type { MouseEvent } from 'react';
import type { Row } from '#contract/schemas/library.ts';
import { setSort, useLibraryQuery } from '../../state/library-query.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { DataTable } from '../../ui/table/index.ts';
import type { ColumnLooks, SortBy } from '../../ui/table/index.ts';
import { isColumn, libraryColumns } from './columns.tsx';
import { moveTo, openCurrent, tickAll, tickTo, toggleTick, untickAll } from './cursor.ts';
import { FilterCell } from './filter-cell.tsx';
import { articles, noteYielded, useLibrary } from './library-store.ts';
import { useTableOf } from './rows-list.ts';
import { isTicked, tickCount } from './ticks.ts';

const filterCell = (column: string) => (isColumn(column) ? <FilterCell column={column} /> : null);

function onClick(index: number, event: MouseEvent): void {
  if (event.shiftKey) void tickTo(index);
  else if (event.ctrlKey || event.metaKey) void toggleTick(index);
  else moveTo(index);
}

function onOpen(index: number): void {
  moveTo(index);
  openCurrent();
}

const rowKey = (row: Row): string => row.article;

/** The articles that the filter shows. */
export function ArticleTable({ looks, onLooks }: { readonly looks: ColumnLooks; readonly onLooks: (looks: ColumnLooks) => void }) {
  const t = useT();
  const formats = useFormats();
  const topicLabel = useTopicLabel();
  const table = useTableOf(articles);
  const sort = useLibraryQuery((state) => state.sort);
  const ticks = useLibrary((state) => state.ticks);
  const filterRow = useLibrary((state) => state.filterRow);
  const columns = useMemo(() => libraryColumns({ t, formats, topicLabel }), [t, formats, topicLabel]);
  const onSort = useCallback((next: readonly SortBy[]) => {
    setSort(next.flatMap(({ column, descending }) => (isColumn(column) ? [{ column, descending }] : [])));
  }, []);
  const ticked = tickCount(ticks, table.total);
  const all = ticked === 0 ? 'none' : ticked >= table.total ? 'all' : 'some';
  return (
    <DataTable
      {...table}
      label={t('library.table')}
      columns={columns}
      rowKey={rowKey}
      looks={looks}
      onLooks={onLooks}
      onYield={noteYielded}
      sort={sort}
      onSort={onSort}
      ticks={{
        has: (row) => isTicked(ticks, row.article),
        all,
        label: t('library.tick'),
        toggle: (index) => void toggleTick(index),
        toggleAll: all === 'all' ? untickAll : tickAll,
      }}
      filterCell={filterRow ? filterCell : null}
      onClick={onClick}
      onOpen={onOpen}
    />
  );
}
