import { useCallback, useMemo } from 'react';
import type { PageRow } from '#contract/schemas/library.ts';
import { setPageSort, useLibraryQuery } from '../../state/library-query.ts';
import { useFormats, useT } from '../../state/language.ts';
import { DataTable } from '../../ui/table/index.ts';
import type { ColumnLooks, SortBy } from '../../ui/table/index.ts';
import { isColumn } from './columns.tsx';
import { moveTo, openCurrent } from './cursor.ts';
import { FilterCell } from './filter-cell.tsx';
import { pages, noteYielded, useLibrary } from './library-store.ts';
import { isPageColumn, pageColumns } from './page-columns.tsx';
import { useTableOf } from './rows-list.ts';

// What pages and their articles share can be filtered by; figures of a page are not those of its articles.
const SHARED: ReadonlySet<string> = new Set(['file', 'newspaper', 'edition', 'date', 'page', 'folder', 'status']);
const filterCell = (column: string) => (SHARED.has(column) && isColumn(column) ? <FilterCell column={column} /> : null);

function onOpen(index: number): void {
  moveTo(index);
  openCurrent();
}

const rowKey = (row: PageRow): string => `${row.issue}`;

/** The pages that one of the articles the filter shows is on. */
export function PageTable({ looks, onLooks }: { readonly looks: ColumnLooks; readonly onLooks: (looks: ColumnLooks) => void }) {
  const t = useT();
  const formats = useFormats();
  const table = useTableOf(pages);
  const sort = useLibraryQuery((state) => state.pageSort);
  const filterRow = useLibrary((state) => state.filterRow);
  const columns = useMemo(() => pageColumns({ t, formats }), [t, formats]);
  const onSort = useCallback((next: readonly SortBy[]) => {
    setPageSort(next.flatMap(({ column, descending }) => (isPageColumn(column) ? [{ column, descending }] : [])));
  }, []);
  return (
    <DataTable
      {...table}
      label={t('library.table-pages')}
      columns={columns}
      rowKey={rowKey}
      looks={looks}
      onLooks={onLooks}
      onYield={noteYielded}
      sort={sort}
      onSort={onSort}
      filterCell={filterRow ? filterCell : null}
      onClick={moveTo}
      onOpen={onOpen}
    />
  );
}
