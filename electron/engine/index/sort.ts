import type { Column, PageColumn, PageSort, Sort } from '#contract/schemas/library.ts';

const SQL: Readonly<Record<Column, readonly string[]>> = {
  headline: ['headline'], byline: ['byline'], newspaper: ['newspaper'], edition: ['edition'], date: ['date', 'page_order'], page: ['page_order'],
  file: ['file'], folder: ['folder', 'file'], topics: ['topics'], status: ['status'], confidence: ['confidence'], risk: ['risk'], findings: ['findings'], length: ['length'],
};

/** The order of rows, complete: pages by folder and name where nothing else is asked for, articles as they stand on the page. */
export function orderOf(sort: readonly Sort[]): string {
  const terms = sort.flatMap(({ column, descending }) => SQL[column].map((sql) => `${sql} ${descending ? 'DESC' : 'ASC'}${column === 'confidence' ? ' NULLS LAST' : ''}`));
  return [...(terms.length > 0 ? terms : ['folder', 'file']), 'issue', 'position'].join(', ');
}

const PAGE_SQL: Readonly<Record<PageColumn, readonly string[]>> = {
  file: ['file'], newspaper: ['newspaper'], edition: ['edition'], date: ['date', 'page_order'], page: ['page_order'], folder: ['folder', 'file'], articles: ['articles'],
  approved: ['articles - unapproved'], left: ['unapproved'], length: ['length'], doubts: ['doubts'], findings: ['findings'], risk: ['risk'], changed: ['changed'], status: ['status'],
};

/** The same of pages. */
export function pageOrderOf(sort: readonly PageSort[]): string {
  const terms = sort.flatMap(({ column, descending }) => PAGE_SQL[column].map((sql) => `${sql} ${descending ? 'DESC' : 'ASC'}`));
  return [...(terms.length > 0 ? terms : ['folder', 'file']), 'issue'].join(', ');
}
