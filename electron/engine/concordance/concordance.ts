import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import type { Near } from '#contract/schemas/concordance.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import type { Article } from '#core/model/issue.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { isExcepted } from '#core/mend/rule.ts';
import { filledFor } from '#core/mend/filled.ts';
import { isMended, placesIn } from '#core/mend/places.ts';
import type { Place, Wanted } from '#core/mend/places.ts';
import { readQuestion } from '#core/search/pattern.ts';
import { scanFor } from '#core/search/scan.ts';
import type { Scan } from '#core/search/scan.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import type { Indexer } from '../index/indexer.ts';
import { loadIssue } from '../project/issues.ts';
import type { Store } from '../project/store.ts';
import type { Search } from '../search/search.ts';
import { theFolding } from '../search/tasks.ts';
import { dismissal, dismissedPlaces } from './dismissed.ts';
import { nearestFirst } from './nearest.ts';
import type { Standing } from './nearest.ts';

/** `except`: wordings in which it is right. */
export type Asked = { readonly question: SearchQuestion; readonly put: string | null; readonly except?: readonly string[] };

/** The articles with places, in order; up to which place each of them goes; and what is counted of them. `change`: see Indexer.behind. */
export type Places = {
  readonly wanted: Wanted;
  readonly dismissed: ReadonlyMap<IssueId, ReadonlySet<string>>;
  readonly articles: readonly Standing[];
  readonly ends: Float64Array;
  readonly pages: number;
  readonly approved: number;
  readonly behind: number;
  readonly change: number;
};

export type ConcordanceParts = { readonly store: Store; readonly index: Database; readonly indexer: Indexer; readonly search: Search };

const AT_ONCE = 500; // articles that are read at a time
const STRETCH = 8; // milliseconds of work after which calls are answered first

/** Finds all places of the archive that read alike, nearest first. */
export class Concordance {
  readonly #parts: ConcordanceParts;
  #last: { readonly key: string; readonly found: Promise<Result<Places, AppError>>; readonly stop: AbortController } | null = null;

  constructor(parts: ConcordanceParts) {
    this.#parts = parts;
  }

  /** All places of a question that do not read `put` yet and were not dismissed. A question asked before and not answered yet is called off. */
  find(asked: Asked, near: Near | null): Promise<Result<Places, AppError>> {
    const key = JSON.stringify([asked, near, this.#parts.indexer.revision]);
    if (this.#last?.key === key) return this.#last.found;
    this.#last?.stop.abort();
    const stop = new AbortController();
    const last = { key, found: this.places(asked, near, stop.signal), stop };
    this.#last = last;
    const forget = () => {
      if (this.#last === last) this.#last = null;
    };
    last.found.then((result) => result.ok || forget(), forget);
    return last.found;
  }

  /** The same, beside whatever else is asked. */
  async places(asked: Asked, near: Near | null, signal: AbortSignal): Promise<Result<Places, AppError>> {
    const { store, index, indexer, search } = this.#parts;
    const question: SearchQuestion = { ...asked.question, view: 'emended' };
    const behind = indexer.behind();
    const found = await search.places(question, signal);
    if (!found.ok) return found;
    const wanted = wantedOf({ ...asked, question });
    if (!wanted.ok) return wanted;
    const dismissed = dismissedPlaces(store.db);
    const { ids, ends } = found.value;
    // Where what is to be read holds what is read, or is another at each place, or some wordings are excepted, the quick index counts what reads so already.
    const holds = wanted.value.filled !== undefined || (asked.except ?? []).length > 0 || (asked.put !== null && asked.put !== '' && finds(wanted.value.scan, asked.put));
    const counts = new Map<number, number>();
    const articles: Standing[] = [];
    let begun = performance.now();
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const stretch = Array.from(ids.subarray(from, from + AT_ONCE));
      stretch.forEach((id, at) => counts.set(id, ends[from + at]! - (from + at > 0 ? ends[from + at - 1]! : 0)));
      for (const standing of readStandings(index, stretch)) {
        if (behind.pages.has(standing.issue)) continue;
        const count = dismissed.has(standing.issue) ? this.#countOnPage(standing, wanted.value, dismissed) : holds ? countInText(index, standing.id, question, wanted.value) : counts.get(standing.id)!;
        counts.set(standing.id, count);
        if (count > 0) articles.push(standing);
        if (performance.now() - begun < STRETCH) continue;
        await breathe();
        if (signal.aborted) return fail({ code: 'cancelled' });
        begun = performance.now();
      }
    }
    const ordered = nearestFirst(index, articles, near);
    const sums = new Float64Array(ordered.length);
    let [places, approved] = [0, 0];
    ordered.forEach((each, at) => {
      const count = counts.get(each.id)!;
      sums[at] = places += count;
      if (each.approved === 1) approved += count;
    });
    return ok({ wanted: wanted.value, dismissed, articles: ordered, ends: sums, pages: new Set(ordered.map(({ issue }) => issue)).size, approved, behind: behind.pages.size, change: behind.change });
  }

  #countOnPage({ issue, article: id }: Standing, wanted: Wanted, dismissed: Places['dismissed']): number {
    const stored = loadIssue(this.#parts.store, issue);
    const article = stored?.issue.articles.find((each) => each.id === id);
    return stored && article ? openPlaces(stored.issue.source, article, wanted, dismissed.get(issue)).length : 0;
  }
}

/** What finds a question's places; an error where it cannot be asked. */
export function wantedOf({ question, put, except = [] }: Asked): Result<Wanted, AppError> {
  const pattern = readQuestion(question, theFolding());
  if (!pattern.ok) return fail({ code: 'question-invalid', why: pattern.error.code === 'expression' ? `expression-${pattern.error.fault}` : pattern.error.code });
  const scan = scanFor(pattern.value, theFolding().forms);
  const filled = put === null ? null : filledFor(pattern.value, theFolding().forms, put);
  return ok({ ...(filled && { filled }), scan: except.length === 0 ? scan : (text, tell) => scan(text, (from, to) => isExcepted(text, from, to, except) || tell(from, to)), put, roles: question.roles });
}

/** The places of an article that nobody said anything about. */
export function openPlaces(source: string, article: Pick<Article, 'passages'>, wanted: Wanted, dismissed: ReadonlySet<string> | undefined): readonly Place[] {
  const places = placesIn(source, article, wanted);
  return dismissed ? places.filter(({ key, read }) => !dismissed.has(dismissal(key, read).subject)) : places;
}

const readStandings = (index: Database, ids: readonly number[]): readonly Standing[] => index.all(
  `SELECT article.id, issue, position, article, newspaper, date, status = 'approved' AS approved FROM json_each(?) AS asked JOIN article ON article.id = asked.value`, JSON.stringify(ids),
);

function finds(scan: Scan, text: string): boolean {
  let found = false;
  scan(text, () => (found = true));
  return found;
}

function countInText(index: Database, id: number, { roles }: SearchQuestion, { scan, put, filled }: Wanted): number {
  const row = index.get<{ text: string; roles: string }>('SELECT text, roles FROM article_text WHERE id = ?', id);
  if (!row) return 0;
  let count = 0;
  row.text.split('\n').forEach((line, at) => {
    if (roles.length > 0 && !roles.some((role) => ARTICLE_ROLES.indexOf(role) === Number(row.roles[at]))) return;
    scan(line, (from, to) => {
      if (put === null || !isMended(line, from, to, filled?.(line, from, to) ?? put)) count += 1;
    });
  });
  return count;
}
