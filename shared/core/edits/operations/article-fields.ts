import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { invariant } from '#util/invariant.ts';
import type { ArticleId } from '../../model/ids.ts';
import type { Article, ArticleHead, Issue } from '../../model/issue.ts';
import type { EditError } from '../edit.ts';
import type { Operation } from '../operation.ts';
import { findArticle, withArticle } from '../tree.ts';

function change(issue: Issue, article: ArticleId, fields: Partial<ArticleHead>): Result<Issue, EditError> {
  const index = findArticle(issue, article);
  if (index < 0) return fail({ code: 'no-such-article', article });
  return ok(withArticle(issue, index, { ...issue.articles[index]!, ...fields }));
}

function articleBefore(before: Issue, article: ArticleId): Article {
  const found = before.articles[findArticle(before, article)];
  invariant(found, 'the article is there before');
  return found;
}

/** What an article is tagged with, as a whole list. */
export const setTopics: Operation<'setTopics'> = {
  apply: (issue, { article, topics }) => change(issue, article, { topics }),
  invert: (before, { article }) => ({ kind: 'setTopics', article, topics: articleBefore(before, article).topics }),
};

/** The editor's note on an article. */
export const setNote: Operation<'setNote'> = {
  apply: (issue, { article, note }) => change(issue, article, { note }),
  invert: (before, { article }) => ({ kind: 'setNote', article, note: articleBefore(before, article).note }),
};

/** How far the work on an article is. */
export const setStatus: Operation<'setStatus'> = {
  apply: (issue, { article, status }) => change(issue, article, { status }),
  invert: (before, { article }) => ({ kind: 'setStatus', article, status: articleBefore(before, article).status }),
};

/** Where an article goes on, or where it comes from: one end of a link. The other is set on its own page, in the same group. */
export const setLink: Operation<'setLink'> = {
  apply(issue, { article, side, to }) {
    const index = findArticle(issue, article);
    if (index < 0) return fail({ code: 'no-such-article', article });
    const { [side]: _, ...without } = issue.articles[index]!;
    return ok(withArticle(issue, index, to === null ? without : { ...without, [side]: to }));
  },
  invert: (before, { article, side }) => ({ kind: 'setLink', article, side, to: articleBefore(before, article)[side] ?? null }),
};
