import type { Near } from '#contract/schemas/concordance.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';

/** What the order and the counts of places go by, of an article with some. */
export type Standing = { readonly id: number; readonly issue: IssueId; readonly position: number; readonly article: string; readonly newspaper: string; readonly date: string; readonly approved: number };

const FAR = 1e7; // days: of what bears no date

/** Days since 1970 of a date as a page bears it; the middle of a year or month that is known alone. */
function dayOf(date: string): number | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  return year === undefined ? null : Date.UTC(Number(year), Number(month ?? 7) - 1, Number(day ?? 15)) / 86_400_000;
}

/**
 * Articles in the order of how near they are: the very article, its page, the same newspaper from the nearest day on, the others likewise. Without a place to be near to
 * the oldest come first.
 */
export function nearestFirst(index: Database, articles: readonly Standing[], near: Near | null): readonly Standing[] {
  const from = near && index.get<{ newspaper: string; date: string }>('SELECT newspaper, date FROM article WHERE issue = ? LIMIT 1', near.issue);
  const day = from ? dayOf(from.date) : null;
  const ranked = articles.map((each) => {
    const mine = dayOf(each.date);
    const apart = mine === null ? FAR : day === null ? mine : Math.abs(mine - day);
    const tier = !near ? 0 : each.issue === near.issue ? (each.article === near.article ? 0 : 1) : each.newspaper === from?.newspaper ? 2 : 3;
    return { each, rank: tier * 1e9 + (tier < 2 && near ? 0 : apart) };
  });
  ranked.sort((a, b) => a.rank - b.rank || a.each.issue - b.each.issue || a.each.position - b.each.position);
  return ranked.map(({ each }) => each);
}
