import type { PageSort, Sort } from '#contract/schemas/library.ts';
import type { Order, Queue } from '#contract/schemas/queue.ts';
import type { LibraryQuery } from '../../state/library-query.ts';

/** The Library's order that is a queue's, of articles as of pages. */
const SORTS: { readonly [O in Order]: readonly (Sort & PageSort)[] } = {
  risk: [{ column: 'risk', descending: true }],
  date: [{ column: 'date', descending: false }],
  folder: [{ column: 'folder', descending: false }],
};

/** What the Library shows of a queue. */
export const queryOf = ({ filter, order }: Pick<Queue, 'filter' | 'order'>): LibraryQuery => ({ filter, sort: SORTS[order], pageSort: SORTS[order] });

/** The order of a queue that comes nearest to one of the Library's. */
export function orderOf(sort: readonly Sort[]): Order {
  const column = sort[0]?.column;
  return column === 'date' || column === 'page' ? 'date' : column === 'folder' || column === 'file' ? 'folder' : 'risk';
}
