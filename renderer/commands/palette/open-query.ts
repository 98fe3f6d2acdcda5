import { fold } from '#util/fold.ts';

/** What someone who looks for an article has typed: words of its headline, byline or file, a date, a page. */
export type OpenQuery = {
  readonly words: readonly string[]; // each must be found; folded, as what it is found in has to be
  readonly date: string | null; // part of a date as the archive writes it: `2024-05-18`, `2024-05`, `-05-18`, `-05-`
  readonly page: string | null; // as typed, without zeros before it
  readonly file: string | null; // only the file's name was asked for
};

const two = (number: string): string => number.padStart(2, '0');

function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** A date in one of the ways it is written; null if the text is none. */
function dateOf(text: string): string | null {
  const whole = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (whole) {
    const [, year = '', month = '', day = ''] = whole;
    return isDay(month, day) ? `${year}-${two(month)}-${two(day)}` : null;
  }
  const month = /^(\d{4})[-./年](\d{1,2})月?$/.exec(text);
  if (month) return isDay(month[2] ?? '', '1') ? `${month[1]}-${two(month[2] ?? '')}` : null;
  const inYear = /^(\d{1,2})月(?:(\d{1,2})日?)?$/.exec(text) ?? /^(\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!inYear) return null;
  const [, m = '', d] = inYear;
  if (!isDay(m, d ?? '1')) return null;
  return d === undefined ? `-${two(m)}-` : `-${two(m)}-${two(d)}`;
}

/** A page: a number of at most three digits, with what newspapers put before or behind it. */
function pageOf(text: string): string | null {
  const found = /^(?:第|p\.?|[a-z])?0*(\d{1,3})版?$/i.exec(text);
  return found?.[1] ?? null;
}

/** Reads what was typed. A number is a page only beside a date; four digits that are a day are a date, and a word as well (see `bothWays`). */
export function readQuery(typed: string): OpenQuery {
  const text = fold(typed).trim();
  const file = /^(?:file|文件)\s*:\s*(.*)$/i.exec(text);
  if (file) return { words: [], date: null, page: null, file: (file[1] ?? '').trim() };
  // 5月18日3版 and 2024年5月18日 第3版 are written in one piece.
  const pieces = text.replace(/日(?=\S)/g, '日 ').split(/\s+/).filter(Boolean);
  const at = pieces.findIndex((piece) => dateOf(piece) !== null);
  const date = at < 0 ? null : dateOf(pieces[at] ?? '');
  const rest = pieces.filter((_, index) => index !== at);
  const pageAt = date === null ? -1 : rest.findIndex((piece) => pageOf(piece) !== null);
  return {
    words: rest.filter((_, index) => index !== pageAt),
    date,
    page: pageAt < 0 ? null : pageOf(rest[pageAt] ?? ''),
    file: null,
  };
}

/** The query and, where it speaks of a date, the same text taken as words: a headline may hold four digits. */
export function bothWays(typed: string): readonly OpenQuery[] {
  const query = readQuery(typed);
  if (query.date === null) return [query];
  return [query, { words: fold(typed).trim().split(/\s+/), date: null, page: null, file: null }];
}
