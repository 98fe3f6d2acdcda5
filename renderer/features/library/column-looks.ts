import { useState } from 'react';
import type { Column, PageColumn } from '#contract/schemas/library.ts';
import type { ListName } from '../../state/library-spot.ts';
import { recall, remember } from '../../state/remember.ts';
import type { ColumnLooks } from '../../ui/table/index.ts';

const NAMES: { readonly [L in ListName]: string } = { articles: 'library.columns', pages: 'library.page-columns' };

const hiding = <C extends string>(...columns: readonly C[]): ColumnLooks => ({ widths: {}, hidden: Object.fromEntries(columns.map((column) => [column, true])) });

const FIRST: { readonly [L in ListName]: ColumnLooks } = {
  articles: hiding<Column>('newspaper', 'edition', 'file', 'folder', 'risk'),
  pages: hiding<PageColumn>('newspaper', 'edition', 'folder', 'approved'),
};

function isLooks(value: unknown): value is ColumnLooks {
  return typeof value === 'object' && value !== null && 'widths' in value && typeof value.widths === 'object' && 'hidden' in value && typeof value.hidden === 'object';
}

/** Widths and choice of a list's columns as they were left, and how to change them. */
export function useLooks(list: ListName): readonly [ColumnLooks, (looks: ColumnLooks) => void] {
  const [changed, setChanged] = useState<{ readonly [L in ListName]?: ColumnLooks }>({});
  const looks = changed[list] ?? recall(NAMES[list], isLooks) ?? FIRST[list];
  return [looks, (next) => {
    setChanged({ ...changed, [list]: next });
    remember(NAMES[list], next);
  }];
}
