import type { PlaceRow } from '#contract/schemas/concordance.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Status } from '#core/model/issue.ts';
import type { ArticleRole } from '#core/model/role.ts';
import { rangeIn } from '#core/checks/passage-text.ts';
import type { PassageText } from '#core/checks/passage-text.ts';
import type { Database } from '../db/database.ts';
import { loadIssue } from '../project/issues.ts';
import type { Store } from '../project/store.ts';
import { openPlaces } from './concordance.ts';
import type { Places } from './concordance.ts';

const BEFORE = 40; // UTF-16 units of context
const AFTER = 80;
const LONGEST = 200; // of a place that are told

type Head = Pick<PlaceRow, 'article' | 'headline' | 'date' | 'page' | 'file' | 'status'>;

/** What a place is told with, of its article. */
export const headOf = (index: Database, issue: number, article: ArticleId): Head | undefined =>
  index.get<{ article: ArticleId; headline: string; date: string; page: string; file: string; status: Status }>('SELECT article, headline, date, page, file, status FROM article WHERE issue = ? AND article = ?', issue, article);

/** What stands around a stretch of a text. */
export function around({ text }: Pick<PassageText, 'text'>, from: number, to: number): Pick<PlaceRow, 'before' | 'hit' | 'after'> {
  return { before: text.slice(whole(text, Math.max(0, from - BEFORE)), from), hit: text.slice(from, whole(text, Math.min(to, from + LONGEST))), after: text.slice(to, whole(text, Math.min(text.length, to + AFTER))) };
}

/** A place that parts no pair of surrogates. */
const whole = (text: string, at: number): number => (at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!) ? at + 1 : at);

/** A stretch of the places that were found, in order, as they stand on their pages. One that is there no more is left out: soon the list is another. */
export function placeRows(store: Store, index: Database, { wanted, dismissed, articles, ends }: Places, offset: number, limit: number): readonly PlaceRow[] {
  const rows: PlaceRow[] = [];
  for (let at = firstAfter(ends, offset); at < articles.length && rows.length < limit; at += 1) {
    const { issue, article: id } = articles[at]!;
    const begun = at === 0 ? 0 : ends[at - 1]!;
    const stored = loadIssue(store, issue);
    const article = stored?.issue.articles.find((each) => each.id === id);
    const head = headOf(index, issue, id as ArticleId);
    if (!stored || !article || !head) continue;
    for (const [nth, { key, passage, text, from, to, becomes }] of openPlaces(stored.issue.source, article, wanted, dismissed.get(issue)).entries()) {
      if (begun + nth < offset || begun + nth >= ends[at]! || rows.length === limit) continue;
      rows.push({ ...head, key, issue, passage: passage.id, ...rangeIn(text, from, to), role: passage.role as ArticleRole, ...around(text, from, to), ...(becomes !== undefined && { becomes }) });
    }
  }
  return rows;
}

/** The first of ascending ends beyond a number. */
export function firstAfter(ends: Float64Array, number: number): number {
  let [from, to] = [0, ends.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ends[middle]! <= number) from = middle + 1;
    else to = middle;
  }
  return from;
}
