import type { ColumnLooks, ColumnSpec, SortBy } from './column.ts';

type Table = {
  readonly columns: readonly Pick<ColumnSpec<never>, 'id' | 'width' | 'narrow' | 'wants' | 'yields'>[];
  readonly room: number; // for all columns, in CSS pixels
  readonly looks: ColumnLooks;
  readonly sort: readonly SortBy[];
};

/**
 * The columns that give up their place in a table without room for all, so that a column that wants more gets it: as few as will do, in
 * their order. One that a person chose, made wider or narrower, or sorts by stays.
 */
export function yielding({ columns, room, looks, sort }: Table): readonly string[] {
  const shown = columns.filter(({ id }) => looks.hidden[id] !== true);
  const widthOf = ({ id, width, narrow, wants }: (typeof shown)[number]): number => looks.widths[id] ?? wants ?? narrow ?? width;
  let lacking = shown.reduce((sum, column) => sum + widthOf(column), 0) - room;
  const mayGo = shown
    .filter(({ id, yields }) => yields !== undefined && looks.hidden[id] === undefined && looks.widths[id] === undefined && sort.every(({ column }) => column !== id))
    .toSorted((a, b) => (a.yields ?? 0) - (b.yields ?? 0));
  const gone: string[] = [];
  for (const column of mayGo) {
    if (lacking <= 0) break;
    gone.push(column.id);
    lacking -= widthOf(column);
  }
  return gone;
}
