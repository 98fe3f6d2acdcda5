import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { mintPublicIds, publicIds } from '../project/public-ids.ts';
import type { Placed } from '../project/public-ids.ts';
import { write } from '../project/store.ts';
import type { Store, Tx } from '../project/store.ts';
import type { AskedArticle, AskedPage, Wanted } from './wanted.ts';

/** A page and its articles, in its order. */
export type ListedPage = AskedPage & { readonly articles: readonly AskedArticle[] };

/** Articles of a page that are to get ids. `promised`: which they will be, if none of them was given to another until then. */
export type ToMint = { readonly issue: IssueId; readonly articles: readonly Placed[]; readonly promised?: readonly string[] };

/** The articles of a page that `wanted` picks and that have no id. */
export function nameless(db: Database, page: ListedPage, wanted: Wanted): readonly Placed[] {
  const known = publicIds(db, page.id);
  return page.articles.flatMap((article, index) => (known.has(article.id) || !wanted(page, article) ? [] : [{ article: article.id, position: index + 1 }]));
}

/** Mints the ids of some pages' articles, in that order; all of them in one transaction. Says whether all that was promised was kept: if not, some was all the same. */
export function mintAll(store: Store, pages: readonly ToMint[]): Result<boolean, AppError> {
  const some = pages.filter(({ articles }) => articles.length > 0);
  if (some.length === 0) return ok(true);
  return write(store, (tx) => {
    if (mintPromised(tx, some)) return ok(true);
    for (const { issue, articles } of some) mintPublicIds(tx, issue, articles);
    return ok(false);
  });
}

/**
 * Mints what was promised, at once, where that is all there is to mint. What is an id already is left out, and left to be minted one by one: in whichever order that comes to the
 * same, as no id without a letter at its end, of which alone this holds, is one with a letter.
 */
function mintPromised({ db, at }: Tx, pages: readonly ToMint[]): boolean {
  const rows = pages.flatMap(({ issue, articles, promised }) => articles.map(({ article }, k) => [issue, article, promised?.[k] ?? '']));
  if (!rows.every(([, , id]) => /\d$/u.test(String(id)))) return false;
  const { changes } = db.run(
    `INSERT INTO public_id (issue, article, public, minted_at) SELECT value ->> 0, value ->> 1, value ->> 2, ? FROM json_each(?) WHERE true ORDER BY key ON CONFLICT DO NOTHING`, at, JSON.stringify(rows),
  );
  return changes === rows.length;
}
