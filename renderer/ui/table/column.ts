import type { ReactNode } from 'react';

/** A column of a data table, as its owner describes it. */
export type ColumnSpec<T> = {
  readonly id: string;
  readonly label: string;
  readonly help?: string; // what its figures mean, told when its head is pointed at
  readonly width: number; // at first, in CSS pixels
  readonly narrow?: number; // where the table has not room for all columns at their widths
  readonly minWidth?: number;
  readonly grows?: number; // its part of the room that is left
  readonly wants?: number; // where the table is narrow: what it is given before columns that yield
  readonly yields?: number; // where the table is narrow: whether, and in which order, it gives up its place to what wants it. Never one that was chosen or that the rows are sorted by
  readonly align?: 'end';
  readonly sortable?: boolean;
  readonly descendingFirst?: boolean; // what the first click on its head does
  readonly cell: (row: T) => ReactNode;
};

export type SortBy = { readonly column: string; readonly descending: boolean };

/** Widths and hidden columns, as a person left them. */
export type ColumnLooks = {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: Readonly<Record<string, boolean>>; // absent: shown
};
