import type { Filter, IssueId } from '#contract/schemas/library.ts';
import { isExportFilter, takes } from '#core/export/filter.ts';
import type { Article } from '#core/model/issue.ts';
import type { Library } from '../index/library.ts';
import type { Store } from '../project/store.ts';
import { allTopics } from '../project/topics.ts';

/** What a filter asks of a page. */
export type AskedPage = { readonly id: IssueId; readonly facts: { readonly date: string; readonly sourceFile: string } };
/** What a filter asks of an article. */
export type AskedArticle = Pick<Article, 'id' | 'status' | 'topics'>;

/** Whether an article of a page leaves. */
export type Wanted = (page: AskedPage, article: AskedArticle) => boolean;

/** Says what a filter takes. What the page alone cannot tell (words of the text, columns of the list) is asked of the index, which has to be whole. */
export async function wantedBy(filter: Filter, { store, library }: { readonly store: Store; readonly library: Library }): Promise<Wanted> {
  if (isExportFilter(filter)) {
    const asked = takes(filter, allTopics(store.db));
    return ({ facts }, article) => asked(facts, article);
  }
  const found = await library.articlesOf(filter);
  return ({ id }, article) => found.get(id)?.has(article.id) === true;
}
