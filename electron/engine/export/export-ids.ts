import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { PageNames } from '#core/export/page-names.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { publicIds } from '../project/public-ids.ts';
import type { Placed } from '../project/public-ids.ts';
import type { Store } from '../project/store.ts';
import type { Snapshot } from './pages.ts';
import { mintAll, nameless } from './public-ids.ts';
import type { ListedPage, ToMint } from './public-ids.ts';
import type { Wanted } from './wanted.ts';

/** The public ids of an export, and which articles leave with them. */
export type ExportIds = {
  readonly wanted: Wanted;
  readonly ofPage: (issue: IssueId) => ReadonlyMap<ArticleId, string>;
  readonly nameless: (page: ListedPage) => readonly Placed[]; // those of a page that leave and are to get one
  readonly mint: (pages: readonly ToMint[]) => Result<boolean, AppError>; // says whether they came out as promised
  readonly mintEnds: (pages: readonly ToMint[]) => Result<boolean, AppError>; // of articles at the ends of links, those that have none yet
  readonly leftOut: number | null; // articles that have no id and so do not leave; null where none was to be left out
};

const AT_ONCE = 50; // pages between two looks at the cancel button and the rest of the engine

/**
 * Where the ids of an export come from. Where the project can be written to, articles without one are given theirs. Where it cannot, or none are to be given
 * (`onlyWithId`), ids are those of the snapshot: an id that is not kept could be given to another article later, so none is made up. Then articles without one
 * are left out if that was asked for; else it fails with `articles-without-id`, saying how many there are. Cancelling returns `cancelled`.
 */
export async function exportIds(store: Store, snapshot: Snapshot, wanted: Wanted, onlyWithId: boolean, signal: AbortSignal): Promise<Result<ExportIds, AppError>> {
  if (!store.readOnly && !onlyWithId) {
    return ok({ wanted, ofPage: (issue) => publicIds(store.db, issue), nameless: (page) => nameless(store.db, page, wanted), mint: (pages) => mintAll(store, pages), mintEnds: (pages) => mintAll(store, lacking(store, pages)), leftOut: null });
  }
  const ofPage = (issue: IssueId) => snapshot.publicIds(issue);
  const counted = await withoutId(snapshot, wanted, signal);
  if (!counted.ok) return counted;
  const { without, articles } = counted.value;
  if (!onlyWithId && without > 0) return fail({ code: 'articles-without-id', without, articles });
  return ok({ wanted: (page, article) => wanted(page, article) && ofPage(page.id).has(article.id), ofPage, nameless: () => [], mint: () => ok(true), mintEnds: () => ok(true), leftOut: onlyWithId ? without : null });
}

/** Articles without those that have an id: where none lacks one nothing is written. */
const lacking = ({ db }: Store, pages: readonly ToMint[]): readonly ToMint[] => pages.map(({ issue, articles }) => {
  const known = publicIds(db, issue);
  return { issue, articles: articles.filter(({ article }) => !known.has(article)) };
});

async function withoutId(snapshot: Snapshot, wanted: Wanted, signal: AbortSignal): Promise<Result<{ readonly without: number; readonly articles: number }, AppError>> {
  const names = new PageNames();
  let [without, articles] = [0, 0];
  for (const [at, id] of snapshot.issues.entries()) {
    if (at % AT_ONCE === 0) await breathe();
    if (signal.aborted) return fail({ code: 'cancelled' });
    const page = snapshot.page(id, names);
    const ids = snapshot.publicIds(id);
    for (const article of page.issue.articles) {
      if (!wanted(page, article)) continue;
      articles += 1;
      if (!ids.has(article.id)) without += 1;
    }
  }
  return ok({ without, articles });
}
