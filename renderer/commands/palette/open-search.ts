import type { Request } from '#contract/calls.ts';
import type { Filter, IssueId, Row } from '#contract/schemas/library.ts';
import { fold } from '#util/fold.ts';
import type { OpenQuery } from './open-query.ts';

const MOST_ASKED = 200; // of each question: pages are told apart by number here, and the index knows pages as texts

/** What to ask the index for a query; together the answers hold all that fits. */
export function questionsOf({ words, date, page, file }: OpenQuery): readonly Filter[] {
  if (file !== null) return file === '' ? [] : [{ columns: { file } }];
  const when = { ...(date === null ? {} : { date }), ...(page === null ? {} : { page }) };
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return date === null ? [] : [{ columns: when }];
  const asked = [...inHeadline(longest).map((headline) => ({ headline })), { byline: longest }, { file: longest }];
  return asked.map((columns) => ({ columns: { ...when, ...columns } }));
}

/** What the index is asked for in headlines, as papers write them: it does not fold, so the word stands beside the longest part of it that folding leaves alone. */
function inHeadline(word: string): readonly string[] {
  const part = word.split(/[\x21-\x7e]+/).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return part === word ? [word] : [word, part === '' ? fullWidth(word) : part];
}

const fullWidth = (word: string): string => word.toUpperCase().replace(/[\x21-\x7e]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** The one request whose answer holds the rows that may fit. */
export function candidates(queries: readonly OpenQuery[]): Request<'library.find'> {
  return { filters: queries.flatMap(questionsOf), limit: MOST_ASKED, sort: [{ column: 'date', descending: true }] };
}

const numberOf = (page: string): string => /0*(\d+)/.exec(page)?.[1] ?? page;

/** How well a row fits: more is better, 0 not at all. */
function fitOf(row: Row, { words, date, page, file }: OpenQuery): number {
  if (file !== null) return fold(row.file).includes(file) ? 1 : 0;
  if (date !== null && !row.date.includes(date)) return 0;
  if (page !== null && numberOf(row.page) !== page) return 0;
  const whole = words.map((word) => wordFit(row, word));
  if (whole.includes(0)) return 0;
  if (words.length === 0) return date === null ? 0 : 6;
  return Math.max(...whole) + (date === null ? 0 : 6);
}

function wordFit(row: Row, word: string): number {
  const headline = fold(row.headline);
  if (headline === word) return 5;
  if (headline.startsWith(word)) return 4;
  if (headline.includes(word)) return 3;
  if (fold(row.byline).includes(word)) return 2;
  return fold(row.file).includes(word) ? 1 : 0;
}

/** The rows that fit, best first; those that fit alike by when their page was last opened (`recent`, the last first), then by date, then as they stand. */
export function inOrderOfFit(queries: readonly OpenQuery[], rows: readonly Row[], recent: readonly IssueId[]): readonly Row[] {
  const opened = new Map(recent.map((issue, at) => [issue, recent.length - at]));
  return rows
    .map((row) => ({ row, fit: Math.max(...queries.map((query) => fitOf(row, query))), recent: opened.get(row.issue) ?? 0 }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) =>
      b.fit - a.fit
      || b.recent - a.recent
      || compare(b.row.date, a.row.date)
      || compare(a.row.page, b.row.page)
      || a.row.issue - b.row.issue
      || a.row.position - b.row.position)
    .map(({ row }) => row);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
