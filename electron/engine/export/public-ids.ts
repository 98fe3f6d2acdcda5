import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { mintPublicId, publicPageId } from '#core/export/public-id.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { write } from '../project/store.ts';
import type { Store } from '../project/store.ts';
import type { StoredPage } from './pages.ts';
import type { Wanted } from './wanted.ts';

/** The ids that articles of an issue have outside of Stet, by their ids inside. */
export function publicIds(db: Database, issue: IssueId): ReadonlyMap<ArticleId, string> {
  const rows = db.all<{ article: ArticleId; public: string }>('SELECT article, public FROM public_id WHERE issue = ?', issue);
  return new Map(rows.map((row) => [row.article, row.public]));
}

/** Mints ids for the articles of some pages that have none yet and that `wanted` picks; all of them in one transaction. */
export function mintPublicIds(store: Store, pages: readonly StoredPage[], wanted: Wanted): Result<void, AppError> {
  const nameless = pages.flatMap((page) => {
    const { id, issue, facts } = page;
    const known = publicIds(store.db, id);
    return issue.articles.flatMap((article, index) => (known.has(article.id) || !wanted(page, article) ? [] : [{ issue: id, article: article.id, position: index + 1, facts }]));
  });
  if (nameless.length === 0) return ok(undefined);
  return write(store, ({ db, at }) => {
    const taken = (id: string) => db.get('SELECT 1 FROM public_id WHERE public = ?', id) !== undefined;
    for (const { issue, article, position, facts } of nameless) {
      const id = mintPublicId(publicPageId(facts), position, taken);
      db.run('INSERT INTO public_id (issue, article, public, minted_at) VALUES (?, ?, ?, ?)', issue, article, id, at);
    }
    return ok(undefined);
  });
}
