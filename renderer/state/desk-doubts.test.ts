import { expect, test } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import { isNearMiss } from '#core/model/decision.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Tree } from '#core/model/issue.ts';
import { applyAll } from '#core/edits/apply.ts';
import { issueOf } from '#core/testing/notation.ts';
import { ASK_ALL } from './desk-asking.ts';
import { answeredAt, doubtAt, nextDoubt, openDoubts } from './desk-doubts.ts';

const first = issueOf('a1 headline: 甲', 'a1 body: 一', 'a1 body: 二', 'a2 headline: 乙', 'a2 body: 三', 'a3 headline: 丙', '- duplicate: 丁');
const joined = applyAll(first, [{ kind: 'join', passage: passageId('p3') }]);
if (!joined.ok) throw new Error(joined.error.code);
const issue = joined.value;

const about = (subject: string, kind: Decision['kind'], confidence: number): Decision => ({ subject: subject as Decision['subject'], kind, confidence, reasons: [] });
const decisions = [
  about('a1', 'boundary', 0.5), about('a2', 'boundary', 0.61), about('a3', 'boundary', 0.8),
  about('p2', 'join', 0.7), about('p5', 'join', 0.1), about('p7', 'duplicate', 0.6), about('p2', 'role', 0.2),
];
const shown = (tree: Tree, settled: readonly string[] = []) => openDoubts(tree, decisions, new Map(settled.map((key) => [key, 'right' as const])), ASK_ALL).map(({ kind, subject }) => `${kind} ${subject}`);

test('under .8 a boundary, a join and a duplicate are put to the editor, in reading order', () => {
  // Not the first article's beginning, not a sure one, not a join of what is in one piece, not a role.
  expect(shown(issue)).toEqual(['join p2', 'boundary a2', 'duplicate p7']);
});

test('approval settles what is in the article, and so does having been let stand; being in work does not', () => {
  const status = (article: string, to: 'in-work' | 'approved') => applyAll(issue, [{ kind: 'setStatus', article: articleId(article), status: to }]);
  const [begun, approved] = [status('a2', 'in-work'), status('a1', 'approved')];
  if (!begun.ok || !approved.ok) throw new Error('no status');
  expect(shown(begun.value)).toEqual(shown(issue));
  expect(shown(approved.value)).toEqual(['boundary a2', 'duplicate p7']);
  expect(shown(issue, ['join p2', 'duplicate p7'])).toEqual(['boundary a2']);
});

test('the keys answer the doubt of the focused passage, and go on to the next, from the last to the first', () => {
  const doubts = openDoubts(issue, decisions, new Set(), ASK_ALL);
  expect(doubtAt(doubts, passageId('p4'))?.kind).toBe('boundary');
  expect(doubtAt(doubts, passageId('p5'))).toBeNull();
  expect(nextDoubt(issue, doubts, null)?.passage).toBe('p2');
  expect(nextDoubt(issue, doubts, passageId('p4'))?.passage).toBe('p7');
  expect(nextDoubt(issue, doubts, passageId('p7'))?.passage).toBe('p2');
  expect(nextDoubt(issue, [], passageId('p7'))).toBeNull();
});

const near = [about('p2', 'no-boundary', 0.8), about('p5', 'no-join', 0.7), about('p1', 'no-boundary', 0.6)];
const roles: readonly Decision[] = [{ ...about('p1', 'role', 0.5), roles: ['headline', 'kicker'] }, { ...about('p5', 'role', 0.59), roles: ['body', 'caption'] }, { ...about('p6', 'role', 0.3), roles: ['subhead', 'headline'] }, { ...about('p7', 'role', 0.6), roles: ['duplicate', 'banner'] }];
const put = (all: readonly Decision[], asking = ASK_ALL, tree: Tree = issue) => openDoubts(tree, all, new Set(), asking).map(({ kind, subject, confidence, instead }) => `${kind} ${subject} ${confidence.toFixed(2)}${instead ? ` or ${instead}` : ''}`);

test('what was nearly done is asked by how likely it is, where it still could be done: not of a passage that begins an article, not without a paragraph above', () => {
  expect(put(near)).toEqual(['no-boundary p2 0.20']);
  const together = applyAll(issue, [{ kind: 'mergeAbove', article: articleId('a2') }]);
  if (!together.ok) throw new Error('no merge');
  expect(put(near, ASK_ALL, together.value)).toEqual(['no-boundary p2 0.20', 'no-join p5 0.30']);
  expect(put(near, { ...ASK_ALL, near: false }, together.value)).toEqual([]);
});

test('a role is asked where it is likelier wrong than right and still is as the machine had it; not where it is asked whether an article begins there', () => {
  expect(put(roles)).toEqual(['role p1 0.50 or kicker', 'role p5 0.59 or caption']);
  expect(put(roles, { ...ASK_ALL, roles: false })).toEqual([]);
  expect(put([...roles, about('p5', 'no-boundary', 0.7)])).toEqual(['role p1 0.50 or kicker', 'no-boundary p5 0.30']);
});

test('an order is asked where an article goes on after text of another, as long as it does', () => {
  const moved = applyAll(issue, [{ kind: 'movePassages', moves: [{ passage: passageId('p2'), to: { article: articleId('a2'), after: passageId('p5') } }] }]);
  if (!moved.ok) throw new Error('not moved');
  const orders = [about('a1', 'order', 0.7), about('a2', 'order', 0.7)];
  expect(openDoubts(issue, orders, new Set(), ASK_ALL)).toEqual([]);
  expect(openDoubts(moved.value, orders, new Set(), ASK_ALL)).toMatchObject([{ kind: 'order', subject: 'a2', passage: 'p2' }]);
});

test('an answer that stands can be told again: yes to what the machine did, or to what it nearly did', () => {
  const all = [...decisions, ...near, ...roles];
  const said = (key: string, verdict: 'right' | 'wrong', passage: string) => answeredAt(issue, all, new Map([[key, verdict]]), ASK_ALL, passageId(passage));
  expect(said('boundary a2', 'right', 'p4')).toMatchObject({ doubt: { kind: 'boundary' }, wasYes: true });
  expect(said('no-boundary p2', 'right', 'p2')).toMatchObject({ doubt: { kind: 'no-boundary' }, wasYes: false });
  expect(said('role p1', 'wrong', 'p1')).toMatchObject({ doubt: { kind: 'role' }, wasYes: false });
  expect(said('boundary a2', 'right', 'p5')).toBeNull();
  expect(answeredAt(issue, all, new Map(), ASK_ALL, passageId('p4'))).toBeNull();
  expect(near.every(isNearMiss)).toBe(true);
});
