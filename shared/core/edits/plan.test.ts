import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import { issueOf, showIssue } from '../testing/notation.ts';
import { applyAll } from './apply.ts';
import type { Edit } from './edit.ts';
import { breakAt, cutOut, joinWithAbove, mergeWithAbove, placeBeside, sendTo, setAsideAs, setRoles, shift, splitHere } from './plan.ts';

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
  ['cuts a byline off a paragraph', (i) => cutOut(i, p(2), 1, 2, 'byline', 'x'), ['a1 headline: 甲', 'a1 body: 乙', 'a1 byline: 一', 'a1 body: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
  ['cuts the beginning off', (i) => cutOut(i, p(2), 0, 1, 'byline', 'x'), ['a1 headline: 甲', 'a1 byline: 乙', 'a1 body: 一', 'a1 body: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
  ['sends passages to another article, in order', (i) => sendTo(i, [p(3), p(2)], articleId('a2')), ['a1 headline: 甲', 'a2 headline: 丙', 'a2 body: 丁', 'a2 body: 乙一', 'a2 body: 乙二', '- banner: 栏']],
  ['sends back what stood aside', (i) => sendTo(i, [p(6)], articleId('a1')), ['a1 headline: 甲', 'a1 body: 乙一', 'a1 body: 乙二', 'a1 body: 栏', 'a2 headline: 丙', 'a2 body: 丁']],
  ['sets aside', (i) => setAsideAs(i, [p(4), p(6)], 'furniture'), ['a1 headline: 甲', 'a1 body: 乙一', 'a1 body: 乙二', 'a2 body: 丁', '- furniture: 栏', '- furniture: 丙']],
  ['drops an article that is emptied', (i) => sendTo(i, [p(4), p(5)], articleId('a1')), ['a1 headline: 甲', 'a1 body: 乙一', 'a1 body: 乙二', 'a1 headline: 丙', 'a1 body: 丁', '- banner: 栏']],
  ['moves a passage up', (i) => shift(i, p(3), -1), ['a1 headline: 甲', 'a1 body: 乙二', 'a1 body: 乙一', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
  ['moves a passage down', (i) => shift(i, p(2), 1), ['a1 headline: 甲', 'a1 body: 乙二', 'a1 body: 乙一', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
  ['puts passages beside one of another article', (i) => placeBeside(i, [p(2), p(6)], p(5), 'before'), ['a1 headline: 甲', 'a1 body: 乙二', 'a2 headline: 丙', 'a2 body: 乙一', 'a2 body: 栏', 'a2 body: 丁']],
  ['puts passages aside beside another', (i) => placeBeside(i, [p(2)], p(6), 'after', 'banner'), ['a1 headline: 甲', 'a1 body: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏', '- banner: 乙一']],
  ['sets the role of several', (i) => setRoles(i, [p(2), p(3), p(6)], 'subhead'), ['a1 headline: 甲', 'a1 subhead: 乙一', 'a1 subhead: 乙二', 'a2 headline: 丙', 'a2 body: 丁', '- banner: 栏']],
])('%s', (_name, act, expected) => {
  expect(after(act(page()))).toEqual(expected);
});

test('an act that means nothing here is no edit', () => {
  const issue = page();
  expect([
    splitHere(issue, p(1), 'x'), mergeWithAbove(issue, articleId('a1')), joinWithAbove(issue, p(1)), breakAt(issue, p(2), 0, 'x'),
    shift(issue, p(1), -1), placeBeside(issue, [p(2)], p(2), 'after'), sendTo(issue, [p(2)], articleId('gone')), cutOut(issue, p(2), 1, 1, 'byline', 'x'),
  ]).toEqual(Array.from({ length: 8 }, () => []));
});
