export type { ColumnLooks, ColumnSpec, SortBy } from './column.ts';
export { DataTable } from './data-table.tsx';
export type { Ticks } from './data-table.tsx';
export type { TickAll } from './table-head.tsx';
