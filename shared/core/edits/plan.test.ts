import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import type { Article, Issue } from '../model/issue.ts';
import { issueOf, showIssue } from '../testing/notation.ts';
import { applyAll, invertAll } from './apply.ts';
import type { Edit } from './edit.ts';
import { breakAt, joinWithAbove, mergeWithAbove, splitHere } from './plan.ts';

const p = (n: number) => passageId(`p${n}`);
const page = () => issueOf('a1 headline: 甲', 'a1 body: 乙一', 'a1 body: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏');

/** The page after an act, in the notation; refusals as their code. */
function after(edits: readonly Edit[]): readonly string[] | string {
  const next = applyAll(page(), edits);
  return next.ok ? showIssue(next.value) : next.error.code;
}

test.each<[string, (issue: ReturnType<typeof page>) => readonly Edit[], readonly string[]]>([
  ['splits before a passage', (i) => splitHere(i, p(3), 'x'), ['a1 headline: 甲', 'a1 body: 乙一', 'a-x body: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
  ['merges with the article above', (i) => mergeWithAbove(i, articleId('a2')), ['a1 headline: 甲', 'a1 body: 乙一', 'a1 body: 乙二', 'a1 headline: 丙', 'a1 body: 丁', '- banner: 栏']],
  ['joins with the passage above', (i) => joinWithAbove(i, p(3)), ['a1 headline: 甲', 'a1 body: 乙一乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
  ['breaks a paragraph', (i) => breakAt(i, p(2), 1, 'x'), ['a1 headline: 甲', 'a1 body: 乙', 'a1 body: 一', 'a1 body: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
])('%s', (_name, act, expected) => {
  expect(after(act(page()))).toEqual(expected);
});

test('an act that means nothing here is no edit', () => {
  const issue = page();
  expect([splitHere(issue, p(1), 'x'), mergeWithAbove(issue, articleId('a1')), joinWithAbove(issue, p(1)), breakAt(issue, p(2), 0, 'x')]).toEqual([[], [], [], []]);
});

test('where a split article goes on on another page, its lower part does; merged, the article goes on as the lower did, unless it says otherwise itself', () => {
  const [there, elsewhere] = [{ link: 'k', issue: 7 }, { link: 'm', issue: 9 }];
  const bare = issueOf('a headline: 甲', 'a body: 文', 'b headline: 乙');
  const linked = (links: Readonly<Record<string, Pick<Article, 'next' | 'previous'>>>): Issue => ({ ...bare, articles: bare.articles.map((article) => ({ ...article, ...links[article.id] })) });
  const ends = (issue: Issue, edits: readonly Edit[]) => {
    const after = applyAll(issue, edits);
    if (!after.ok) throw new Error(after.error.code);
    expect(applyAll(after.value, invertAll(issue, edits))).toEqual({ ok: true, value: issue });
    return after.value.articles.map(({ next, previous }) => [next?.link ?? '', previous?.link ?? '']);
  };
  const first = linked({ a: { next: there, previous: elsewhere } });
  expect(ends(first, splitHere(first, passageId('p2'), '1'))).toEqual([['', 'm'], ['k', ''], ['', '']]);
  const lower = linked({ b: { next: there, previous: elsewhere } });
  expect(ends(lower, mergeWithAbove(lower, articleId('b')))).toEqual([['k', 'm']]);
  const both = linked({ a: { next: elsewhere }, b: { next: there } });
  expect(ends(both, mergeWithAbove(both, articleId('b')))).toEqual([['m', '']]);
});
