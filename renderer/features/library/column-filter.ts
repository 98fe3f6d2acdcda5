import type { Column, Filter } from '#contract/schemas/library.ts';

const NUMBER_COLUMNS: ReadonlySet<Column> = new Set(['confidence', 'risk', 'findings', 'length']);

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const NUMBER_FILTER = new RegExp(`^(?:[<>]?=?${NUMBER}|${NUMBER}\\.\\.${NUMBER})$`);

const HALF_WIDTH: Readonly<Record<string, string>> = { '＞': '>', '＜': '<', '≥': '>=', '≤': '<=', '．': '.', '。': '.', '～': '..', '~': '..', '—': '..', '–': '..', '…': '..' };

/** How a filter typed for a number column is written to the engine (`>5`, `<0.8`, `2..4`, `3`), or null if it is none. Full-width signs are taken as meant. */
export function numberFilter(typed: string): string | null {
  const text = typed
    .replace(/[＞＜≥≤．。～~—–…]/g, (sign) => HALF_WIDTH[sign] ?? sign)
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/\.{2,}/g, '..')
    .replace(/^([\d.]+)-([\d.]+)$/, '$1..$2');
  return NUMBER_FILTER.test(text) ? text : null;
}

/** Whether what was typed for a column can be asked of the engine. An empty filter always can. */
export function isColumnFilter(column: Column, typed: string): boolean {
  return typed.trim() === '' || !NUMBER_COLUMNS.has(column) || numberFilter(typed) !== null;
}

/** The filter's column part with one column's filter set, or taken out if it is empty. Null if what was typed is none. */
export function withColumnFilter(columns: Filter['columns'], column: Column, typed: string): NonNullable<Filter['columns']> | null {
  if (!isColumnFilter(column, typed)) return null;
  const { [column]: _, ...others } = columns ?? {};
  const text = NUMBER_COLUMNS.has(column) ? numberFilter(typed) : typed.trim();
  return text ? { ...others, [column]: text } : others;
}

export const isNumberColumn = (column: Column): boolean => NUMBER_COLUMNS.has(column);

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A date as it is typed, with `/`, `.` or Chinese signs, as YYYY, YYYY-MM or YYYY-MM-DD; null if it is none. */
function dateOf(typed: string): string | null {
  const parts = typed.trim().replace(/[年月/.]/g, '-').replace(/日/g, '').replace(/-+$/, '').split('-');
  const date = parts.map((part, at) => (at === 0 ? part : part.padStart(2, '0'))).join('-');
  return DATE.test(date) ? date : null;
}

/** What was typed for the date: one date or month or year stands for all its days, `A..B` for all between. Null if it is none. */
export function dateFilter(typed: string): { readonly dateFrom?: string; readonly dateTo?: string } | null {
  if (typed.trim() === '') return {};
  const [from, to, ...more] = typed.replace(/\s+/g, '').split(/\.{2,}|～|~|至/);
  if (more.length > 0) return null;
  if (to === undefined) {
    const date = dateOf(from ?? '');
    return date === null ? null : { dateFrom: date, dateTo: date };
  }
  const [first, last] = [from === '' ? '' : dateOf(from ?? ''), to === '' ? '' : dateOf(to)];
  if (first === null || last === null || (first === '' && last === '')) return null;
  return { ...(first !== '' && { dateFrom: first }), ...(last !== '' && { dateTo: last }) };
}

/** How a date filter is shown in its field. */
export function dateFilterText({ dateFrom, dateTo }: Pick<Filter, 'dateFrom' | 'dateTo'>): string {
  if (dateFrom === dateTo) return dateFrom ?? '';
  return `${dateFrom ?? ''}..${dateTo ?? ''}`;
}
