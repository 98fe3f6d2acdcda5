import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { fileStem } from './file-stem.ts';

/** Fits `清河晚报_20240518_03.txt`, `清河晚报 2024-05-18 第3版.txt` and the like. */
export const DEFAULT_PATTERN = '{newspaper}_{date}_{page}';

/** What is known of a page beside its text; empty text is unknown. A date is YYYY, YYYY-MM or YYYY-MM-DD. */
export type PageMetadata = { readonly newspaper: string; readonly edition: string; readonly date: string; readonly page: string };

export const UNKNOWN: PageMetadata = { newspaper: '', edition: '', date: '', page: '' };

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  newspaper: '(?<newspaper>[^/]+?)',
  edition: '(?<edition>[^/]+?)',
  date: '(?<date>\\d{4}(?:[-_./年]?\\d{1,2}(?:[-_./月]?\\d{1,2}日?|月)?)?)',
  year: '(?<year>\\d{4})年?',
  month: '(?<month>\\d{1,2})月?',
  day: '(?<day>\\d{1,2})日?',
  page: '第?(?<page>[A-Za-z]?\\d{1,4}[A-Za-z]?)版?',
};
const NUMBERS: ReadonlySet<string> = new Set(['date', 'year', 'month', 'day', 'page']);
const SEPARATORS = '[\\s_.\\-–—·]';
const SEPARATED = `${SEPARATORS}+`;
const PERHAPS_SEPARATED = `${SEPARATORS}*`;
const TOKEN = /\{(?<name>[a-z]*)\}|(?<star>\*+)|(?<separators>[\s_.\-–—·]+)|(?<text>[^{}*\s_.\-–—·]+)|(?<stray>[{}])/gu;
const MOST_STARS = 2; // each more makes the worst name slower to read by as much as it is long

/** Reads metadata out of a path. */
export type NamePattern = (path: string) => PageMetadata;

/**
 * Understands a file-name pattern: placeholders, `*` for anything, and text that must be there. Runs of separators (blank, `_`, `-`, `.`)
 * match one another, and beside a number also nothing. It is matched against the name without extension, or as many folders above it as the pattern has `/`.
 * The error says at which UTF-16 offset the pattern cannot be understood.
 */
export function parsePattern(pattern: string): Result<NamePattern, { readonly code: 'pattern-invalid'; readonly at: number }> {
  if (pattern.trim() === '') return ok(() => UNKNOWN);
  const seen = new Set<string>();
  const parts: string[] = [];
  let stars = 0;
  let digitsBefore = false; // a run of separators can only be left out beside digits
  for (const match of pattern.matchAll(TOKEN)) {
    const { name, star, separators, text } = match.groups!;
    const digits = name !== undefined && NUMBERS.has(name);
    const placeholder = name === undefined || seen.has(name) ? undefined : PLACEHOLDERS[name];
    if (digits && parts.at(-1) === SEPARATED) parts[parts.length - 1] = PERHAPS_SEPARATED;
    if (star !== undefined && ++stars <= MOST_STARS) parts.push('[^/]*?');
    else if (separators !== undefined) parts.push(digitsBefore ? PERHAPS_SEPARATED : SEPARATED);
    else if (text !== undefined) parts.push(text.replace(/[$()+?[\\\]^|]/g, '\\$&'));
    else if (placeholder) parts.push(placeholder);
    else return fail({ code: 'pattern-invalid', at: match.index });
    if (name !== undefined) seen.add(name);
    digitsBefore = digits;
  }
  if (seen.has('date') && ['year', 'month', 'day'].some((part) => seen.has(part))) return fail({ code: 'pattern-invalid', at: pattern.indexOf('{date}') });
  const wanted = new RegExp(`(?:^|/)${SEPARATORS}*${parts.join('')}${SEPARATORS}*$`, 'u');
  const folders = pattern.split('/').length;
  return ok((path) => {
    const name = fileStem(path.split('/').slice(-folders).join('/'));
    return metadataOf(wanted.exec(name)?.groups);
  });
}

function metadataOf(groups: Readonly<Record<string, string | undefined>> | undefined): PageMetadata {
  if (!groups) return UNKNOWN;
  const { newspaper, edition, page } = groups;
  const date = groups['date'] ? dateOf(groups['date'].match(/^\d{4}|\d{2}(?=\d{2})|\d{1,2}/g) ?? []) : dateOf([groups['year'], groups['month'], groups['day']]);
  return { newspaper: newspaper?.trim() ?? '', edition: edition?.trim() ?? '', date, page: page ?? '' };
}

/** A date as far as it is known, or nothing if there is no such day. */
function dateOf([year, month, day]: readonly (string | undefined)[]): string {
  if (!year) return '';
  if (!month) return year;
  const [m, d] = [month.padStart(2, '0'), day?.padStart(2, '0')];
  const there = new Date(`${year}-${m}-${d ?? '01'}T00:00:00Z`);
  const iso = Number.isNaN(there.getTime()) ? '' : there.toISOString().slice(0, 10);
  if (iso !== `${year}-${m}-${d ?? '01'}`) return '';
  return d ? iso : iso.slice(0, 7);
}
