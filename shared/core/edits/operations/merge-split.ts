import { fail, ok } from '#util/result.ts';
import { invariant } from '#util/invariant.ts';
import { findArticle, findPassage, headOf, withArticle } from '../tree.ts';
import type { Operation } from '../operation.ts';

/** Two articles become one, under the upper's id and head. */
export const mergeAbove: Operation<'mergeAbove'> = {
  apply(issue, { article }) {
    const index = findArticle(issue, article);
    if (index < 0) return fail({ code: 'no-such-article', article });
    if (index === 0) return fail({ code: 'nothing-above' });
    const [upper, lower] = [issue.articles[index - 1]!, issue.articles[index]!];
    const merged = { ...upper, passages: [...upper.passages, ...lower.passages] };
    return ok({ ...issue, articles: issue.articles.toSpliced(index - 1, 2, merged) });
  },
  invert(before, { article }) {
    const lower = before.articles[findArticle(before, article)];
    invariant(lower, 'the article that was merged is there before');
    return { kind: 'splitBefore', passage: lower.passages[0]!.id, head: headOf(lower) };
  },
};

/** One article becomes two; the lower part is opened under the head that the edit brings. */
export const splitBefore: Operation<'splitBefore'> = {
  apply(issue, { passage, head }) {
    const place = findPassage(issue, passage);
    if (!place || place.article < 0) return fail({ code: 'no-such-passage', passage });
    if (place.index === 0) return fail({ code: 'nothing-to-split' });
    if (findArticle(issue, head.id) >= 0) return fail({ code: 'id-in-use', id: head.id });
    const article = issue.articles[place.article]!;
    const upper = { ...article, passages: article.passages.slice(0, place.index) };
    const lower = { ...head, passages: article.passages.slice(place.index) };
    const opened = withArticle(issue, place.article, upper);
    return ok({ ...opened, articles: opened.articles.toSpliced(place.article + 1, 0, lower) });
  },
  invert(_before, { head }) {
    return { kind: 'mergeAbove', article: head.id };
  },
};
