import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import { issueOf, showIssue } from '../testing/notation.ts';
import { applyAll } from './apply.ts';
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
