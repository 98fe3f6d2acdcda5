import type { Column, Sort } from '#contract/schemas/library.ts';

const SQL: Readonly<Record<Column, readonly string[]>> = {
  headline: ['headline'], byline: ['byline'], newspaper: ['newspaper'], edition: ['edition'], date: ['date', 'page_order'], page: ['page_order'],
  file: ['file'], folder: ['folder', 'file'], topics: ['topics'], status: ['status'], confidence: ['confidence'], risk: ['risk'], findings: ['findings'], length: ['length'],
};

/** The order of rows, complete: pages by folder and name where nothing else is asked for, articles as they stand on the page. */
export function orderOf(sort: readonly Sort[]): string {
  const terms = sort.flatMap(({ column, descending }) => SQL[column].map((sql) => `${sql} ${descending ? 'DESC' : 'ASC'}${column === 'confidence' ? ' NULLS LAST' : ''}`));
  return [...(terms.length > 0 ? terms : ['folder', 'file']), 'issue', 'position'].join(', ');
}
