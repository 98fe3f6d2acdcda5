import type { AppError } from '#contract/app-error.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { mintPublicIds, publicIds } from '../project/public-ids.ts';
import { write } from '../project/store.ts';
import type { Store } from '../project/store.ts';
import type { AskedArticle, AskedPage, Wanted } from './wanted.ts';

/** A page and its articles, in its order. */
export type ListedPage = AskedPage & { readonly articles: readonly AskedArticle[] };

/** Mints ids for the articles of some pages that `wanted` picks and that no approval gave one; all of them in one transaction. */
export function mintMissing(store: Store, pages: readonly ListedPage[], wanted: Wanted): Result<void, AppError> {
  const nameless = pages.flatMap((page) => {
    const known = publicIds(store.db, page.id);
    const articles = page.articles.flatMap((article, index) => (known.has(article.id) || !wanted(page, article) ? [] : [{ article: article.id, position: index + 1 }]));
    return articles.length === 0 ? [] : [{ issue: page.id, articles }];
  });
  if (nameless.length === 0) return ok(undefined);
  return write(store, (tx) => {
    for (const { issue, articles } of nameless) mintPublicIds(tx, issue, articles);
    return ok(undefined);
  });
}
