import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAll } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { DECISION_KINDS } from '../model/decision.ts';
import type { Decision } from '../model/decision.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { Issue } from '../model/issue.ts';
import { issueOf } from '../testing/notation.ts';
import { openAsideDecisions, openDecisions } from './open-decisions.ts';
import { NO_WORK, riskOf, together, workOf } from './risk.ts';

const about = (subject: string, kind: Decision['kind'], confidence: number): Decision => ({ subject: subject as Decision['subject'], kind, confidence, reasons: [] });
const decision = fc.record({ kind: fc.constantFrom(...DECISION_KINDS), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }).map(({ kind, confidence }) => about('p1', kind, confidence));

test('one more decision, or one less sure, makes more errors to be expected; a longer text makes less of them a minute', () => {
  fc.assert(fc.property(fc.array(decision, { minLength: 1, maxLength: 12 }), fc.nat(9_000), (open, characters) => {
    const work = workOf(open, characters);
    expect(work.errors).toBeGreaterThanOrEqual(workOf(open.slice(1), characters).errors);
    expect(riskOf(workOf(open, characters + 400))).toBeLessThanOrEqual(riskOf(work));
    const lessSure = open.map((each) => (each.kind === 'truncated' ? each : { ...each, confidence: each.confidence / 2 }));
    expect(workOf(lessSure, characters).errors).toBeGreaterThanOrEqual(work.errors);
    expect(work.minutes).toBeGreaterThan(0);
  }));
});

test('a near miss is an error by what speaks for it, and no doubt', () => {
  const sure = about('p1', 'role', 0.9);
  const near = workOf([sure, about('p1', 'no-boundary', 0.7), about('p1', 'no-join', 0.6)], 400);
  expect(near.errors).toBeCloseTo(0.1 + 0.3 + 0.4);
  expect([near.doubts, near.minutes]).toEqual([0, workOf([sure], 400).minutes]);
});

test('a page lies between the least and the most risky of its articles', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.array(decision, { maxLength: 5 }), fc.nat(3_000)), { minLength: 1, maxLength: 6 }), (articles) => {
    const works = articles.map(([open, characters]) => workOf(open, characters));
    const risks = works.map(riskOf);
    const page = riskOf(together(works));
    expect(page).toBeGreaterThanOrEqual(Math.min(...risks) - 1e-12);
    expect(page).toBeLessThanOrEqual(Math.max(...risks) + 1e-12);
  }));
  expect(riskOf(NO_WORK)).toBe(0);
});

const page = issueOf('a1 headline: 甲', 'a1 body: 一二三', 'a2 headline: 乙', 'a2 body: 四五六', '- duplicate: 甲');
const decisions = [about('a2', 'boundary', 0.6), about('p2', 'role', 0.7), about('p4', 'join', 0.9), about('p5', 'duplicate', 0.5)];
const open = (issue: Issue, verdicts = new Map<string, 'right' | 'wrong'>()) => {
  const machine = { tree: page, decisions, verdicts };
  return [...issue.articles.flatMap((article) => openDecisions(article, machine)), ...openAsideDecisions(issue.aside, machine)].map(({ kind, subject }) => `${kind} ${subject}`);
};
const after = (...edits: readonly Edit[]): Issue => {
  const made = applyAll(page, edits);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
};

test.each<readonly [string, readonly Edit[], string]>([
  ['as it was', [], 'no-boundary p4, no-join p4'],
  ['an article begun there', [{ kind: 'splitBefore', passage: passageId('p4'), head: { id: articleId('a9'), status: 'new', topics: [], note: '' } }], ''],
  ['joined with the one above', [{ kind: 'join', passage: passageId('p4') }], ''],
  ['a word mended', [{ kind: 'replaceText', passage: passageId('p4'), from: 0, to: 1, put: { text: '肆', why: { id: 'person' } } }], 'no-boundary p4'],
])('near misses: %s', (_, edits, expected) => {
  const issue = after(...edits);
  const machine = { tree: page, decisions: [about('p4', 'no-boundary', 0.7), about('p4', 'no-join', 0.6)], verdicts: new Map() };
  expect(issue.articles.flatMap((article) => openDecisions(article, machine)).map(({ kind, subject }) => `${kind} ${subject}`).join(', ')).toBe(expected);
});

test.each<readonly [string, readonly Edit[], string, string]>([
  ['nothing done', [], '', 'role p2, boundary a2, join p4, duplicate p5'],
  ['an answer', [], 'boundary a2', 'role p2, join p4, duplicate p5'],
  ['approval', [{ kind: 'setStatus', article: articleId('a2'), status: 'approved' }], '', 'role p2, duplicate p5'],
  ['another role', [{ kind: 'setRole', passage: passageId('p2'), role: 'caption' }], '', 'boundary a2, join p4, duplicate p5'],
  ['a merge', [{ kind: 'mergeAbove', article: articleId('a2') }], '', 'role p2, join p4, duplicate p5'],
  ['a word mended', [{ kind: 'replaceText', passage: passageId('p4'), from: 0, to: 1, put: { text: '肆', why: { id: 'person' } } }], '', 'role p2, boundary a2, duplicate p5'],
  ['a duplicate brought back', [{ kind: 'restore', moves: [{ passage: passageId('p5'), to: { article: articleId('a1'), after: null }, role: 'headline' }] }], '', 'role p2, boundary a2, join p4, duplicate p5'],
])('%s leaves open what it leaves as it was', (_, edits, answered, expected) => {
  expect(open(after(...edits), new Map(answered === '' ? [] : [[answered, 'right']])).join(', ').split(', ').toSorted()).toEqual(expected.split(', ').toSorted());
});
