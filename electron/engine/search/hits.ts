import type { Hit, SearchQuestion } from '#contract/schemas/search.ts';
import type { Status } from '#core/model/issue.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { scanFor } from '#core/search/scan.ts';
import type { Database } from '../db/database.ts';
import type { Pattern } from '#core/search/pattern.ts';
import type { RoleBits } from './tally.ts';
import { theFolding } from './tasks.ts';

/** What was found: the articles in order by their ids in index.db, and up to which hit each of them goes. */
export type FoundSet = { readonly pattern: Pattern; readonly roles: RoleBits; readonly ids: Int32Array; readonly ends: Float64Array };

const BEFORE = 40; // UTF-16 units of context
const AFTER = 80;
const LONGEST = 200; // of a hit that are told

type Row = {
  readonly article: ArticleId; readonly issue: number; readonly headline: string; readonly newspaper: string; readonly date: string; readonly page: string; readonly file: string;
  readonly status: Status; readonly text: string; readonly roles: string;
};

const sqlOf = (view: SearchQuestion['view']): string => {
  const [text, roles] = view === 'emended' ? ['text', 'roles'] : ['coalesce(printed, text)', 'coalesce(printed_roles, roles)'];
  return `SELECT article, issue, headline, newspaper, date, page, file, status, ${text} AS text, ${roles} AS roles FROM article JOIN article_text USING (id) WHERE id = ?`;
};

/** A stretch of the hits that were found, in order, each with what stands around it. */
export function hitsFrom(index: Database, { pattern, roles, ids, ends }: FoundSet, view: SearchQuestion['view'], offset: number, limit: number): readonly Hit[] {
  const hits: Hit[] = [];
  const scan = scanFor(pattern, theFolding().forms);
  for (let at = firstAfter(ends, offset); at < ids.length && hits.length < limit; at += 1) {
    const begun = at === 0 ? 0 : ends[at - 1]!;
    const row = index.get<Row>(sqlOf(view), ids[at]!);
    if (!row) continue; // gone since it was found
    const of = ends[at]! - begun;
    let nth = 0;
    for (const hit of hitsIn(row, roles, scan)) {
      if (begun + nth >= offset && hits.length < limit && nth < of) hits.push({ ...hit, nth, of });
      nth += 1;
    }
  }
  return hits;
}

function hitsIn({ text, roles: lineRoles, ...head }: Row, roles: number | null, scan: ReturnType<typeof scanFor>): readonly Omit<Hit, 'nth' | 'of'>[] {
  const found: Omit<Hit, 'nth' | 'of'>[] = [];
  let [line, start] = [0, 0];
  scan(text, (from, to) => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < from; end = text.indexOf('\n', start)) {
      start = end + 1;
      line += 1;
    }
    const role = Number(lineRoles[line] ?? 0);
    if (roles !== null && ((roles >> role) & 1) === 0) return;
    const feed = text.indexOf('\n', to);
    const lineEnd = feed < 0 ? text.length : feed;
    found.push({
      ...head, line, from: from - start, to: to - start, role: ARTICLE_ROLES[role]!,
      before: text.slice(whole(text, Math.max(start, from - BEFORE)), from),
      hit: text.slice(from, whole(text, Math.min(to, from + LONGEST))),
      after: text.slice(to, whole(text, Math.min(lineEnd, to + AFTER))),
    });
  });
  return found;
}

/** A place that parts no pair of surrogates. */
const whole = (text: string, at: number): number => (at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text[at]!) ? at + 1 : at);

function firstAfter(ends: Float64Array, hit: number): number {
  let [from, to] = [0, ends.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ends[middle]! <= hit) from = middle + 1;
    else to = middle;
  }
  return from;
}
