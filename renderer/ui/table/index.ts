export type { ColumnLooks, ColumnSpec, SortBy } from './column.ts';
export { DataTable } from './data-table.tsx';
export { useOwnLooks } from './own-looks.ts';
export type { Ticks } from './data-table.tsx';
export type { TickAll } from './table-head.tsx';
