import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId } from '../model/ids.ts';
import { dice, editFor, kindOf } from '../testing/arbitrary-edit.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { apply } from './apply.ts';
import { anchorsOf } from './rebase/anchor.ts';
import { createdArticles, renameArticles } from './rename-articles.ts';

test('an edit under other names does to the renamed articles what it did', () => {
  const rename = (id: string) => articleId(`x-${id}`);
  fc.assert(fc.property(arbitraryIssue, dice, (issue, roll) => {
    const edit = editFor(issue, kindOf(roll), roll, 1);
    if (!edit) return;
    const after = apply(issue, edit);
    if (!after.ok) return;
    const called = { ...issue, articles: issue.articles.map((article) => ({ ...article, id: rename(article.id) })) };
    const renamed = renameArticles({ edit, anchors: anchorsOf(issue, edit) }, rename);
    const there = apply(called, renamed.edit);
    expect(there.ok && there.value.articles).toEqual(after.value.articles.map((article) => ({ ...article, id: rename(article.id) })));
    expect(there.ok && there.value.aside).toEqual(after.value.aside);
    expect(renamed.anchors).toEqual(anchorsOf(called, renamed.edit));
    const known = new Set(issue.articles.map(({ id }) => id));
    expect(after.value.articles.filter(({ id }) => !known.has(id)).map(({ id }) => id).toSorted()).toEqual(createdArticles(edit).toSorted());
  }), { numRuns: 300 });
});
