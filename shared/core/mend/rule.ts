import { isMended } from './places.ts';

/** A standing rule: wherever this string is read, that is to be read; on pages of a folder and those below it, of a newspaper, and from a day to a day, where these are given ('' : all). */
export type Rule = {
  readonly id: string;
  readonly read: string;
  readonly put: string;
  readonly folder: string; // below the watched one, with /
  readonly newspaper: string;
  readonly from: string; // dates as pages bear them: YYYY, YYYY-MM or YYYY-MM-DD
  readonly to: string;
  readonly except: readonly string[]; // wordings in which the string is right
  readonly applies: boolean; // to pages that arrive, of its own accord; else it suggests
  readonly on: boolean;
  readonly who: string; // made it
  readonly at: string; // when; ISO 8601
};

export const NO_RULES: readonly Rule[] = [];

/** What a page is known by, as far as rules ask. */
export type RulePage = { readonly path: string; readonly newspaper: string; readonly date: string }; // path: below the watched folder, with /

/** Whether a rule is for a page. A page without a date is in no range of dates. */
export function isForPage({ folder, newspaper, from, to, on }: Rule, page: RulePage): boolean {
  if (!on || (newspaper !== '' && newspaper !== page.newspaper) || (folder !== '' && !page.path.startsWith(`${folder}/`))) return false;
  if (from === '' && to === '') return true;
  return page.date !== '' && (from === '' || page.date.slice(0, from.length) >= from) && (to === '' || page.date.slice(0, to.length) <= to);
}

/** The rules that are in force on a page; always the same array for none. */
export function rulesFor(rules: readonly Rule[], page: RulePage): readonly Rule[] {
  const own = rules.filter((rule) => isForPage(rule, page));
  return own.length === 0 ? NO_RULES : own;
}

/** Where a text reads otherwise than a rule has it, from left to right; UTF-16 offsets. */
export function placesOfRule(text: string, { read, put, except }: Pick<Rule, 'read' | 'put' | 'except'>): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(read); at >= 0; at = text.indexOf(read, at + 1)) {
    if (isMended(text, at, at + read.length, put) || isExcepted(text, at, at + read.length, except)) continue;
    places.push(at);
    at += read.length - 1;
  }
  return places;
}

/** Whether a place stands inside one of the wordings in which it is right. */
export const isExcepted = (text: string, from: number, to: number, except: readonly string[]): boolean => except.some((wording) => isInside(text, from, text.slice(from, to), wording));

function isInside(text: string, at: number, read: string, wording: string): boolean {
  for (let inner = wording.indexOf(read); inner >= 0; inner = wording.indexOf(read, inner + 1)) if (at >= inner && text.startsWith(wording, at - inner)) return true;
  return false;
}
