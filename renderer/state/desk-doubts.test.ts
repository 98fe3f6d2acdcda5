import { expect, test } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Tree } from '#core/model/issue.ts';
import { applyAll } from '#core/edits/apply.ts';
import { issueOf } from '#core/testing/notation.ts';
import { doubtAt, nextDoubt, openDoubts } from './desk-doubts.ts';

const first = issueOf('a1 headline: 甲', 'a1 body: 一', 'a1 body: 二', 'a2 headline: 乙', 'a2 body: 三', 'a3 headline: 丙', '- duplicate: 丁');
const joined = applyAll(first, [{ kind: 'join', passage: passageId('p3') }]);
if (!joined.ok) throw new Error(joined.error.code);
const issue = joined.value;

const about = (subject: string, kind: Decision['kind'], confidence: number): Decision => ({ subject: subject as Decision['subject'], kind, confidence, reasons: [] });
const decisions = [
  about('a1', 'boundary', 0.5), about('a2', 'boundary', 0.61), about('a3', 'boundary', 0.8),
  about('p2', 'join', 0.7), about('p5', 'join', 0.1), about('p7', 'duplicate', 0.6), about('p2', 'role', 0.2),
];
const shown = (tree: Tree, settled: readonly string[] = []) => openDoubts(tree, decisions, new Map(settled.map((key) => [key, 'right' as const]))).map(({ kind, subject }) => `${kind} ${subject}`);

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
  const doubts = openDoubts(issue, decisions, new Set());
  expect(doubtAt(doubts, passageId('p4'))?.kind).toBe('boundary');
  expect(doubtAt(doubts, passageId('p5'))).toBeNull();
  expect(nextDoubt(issue, doubts, null)?.passage).toBe('p2');
  expect(nextDoubt(issue, doubts, passageId('p4'))?.passage).toBe('p7');
  expect(nextDoubt(issue, doubts, passageId('p7'))?.passage).toBe('p2');
  expect(nextDoubt(issue, [], passageId('p7'))).toBeNull();
});
