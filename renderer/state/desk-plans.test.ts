import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyAll } from '#core/edits/apply.ts';
import type { Decision } from '#core/model/decision.ts';
import { passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { ARTICLE_ROLES, ASIDE_ROLES } from '#core/model/role.ts';
import type { Role } from '#core/model/role.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import { outlineOf } from './desk-outline.ts';
import { planApprovePage, planMerge, planReorder, planSplit, planAddTopic, planStatus, planTopic } from './desk-plan-articles.ts';
import { planBelow, planGoesOn } from './desk-plan-below.ts';
import { planDrop, planOtherRole, planRestore, planRole, planSend, planSetAside, planShift } from './desk-plan-passages.ts';
import { planFlip } from './desk-plan-strands.ts';
import { planBreakAt, planBreakSeam, planCutAt, planJoin } from './desk-plan-text.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { selectedIds } from './desk-selection.ts';

const page = () => issueOf('a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权');

function context(issue: Issue, ...selected: readonly string[]): PlanContext {
  let count = 0;
  return { issue, selected: selected.map(passageId), mint: () => `new${(count += 1)}` };
}

function done(issue: Issue, planned: Planned): readonly string[] {
  if (!planned.ok) return [planned.error];
  const after = applyAll(issue, planned.value.edits);
  return after.ok ? showIssue(after.value) : [after.error.code];
}

type Act = (issue: Issue) => Planned;
const at = (plan: (given: PlanContext) => Planned, ...ids: readonly string[]): Act => (issue) => plan(context(issue, ...ids));

test.each<[string, Act, readonly string[]]>([
  ['split', at(planSplit, 'p2'), ['a1 headline: 甲题', 'a-new1 body: 甲一', 'a-new1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['split at a beginning', at(planSplit, 'p4'), ['already-first']],
  ['merge', at(planMerge, 'p5'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a1 headline: 乙题', 'a1 body: 乙一', '- furniture: 版权']],
  ['merge of the first', at(planMerge, 'p1'), ['nothing-above']],
  ['articles change places', at((c) => planReorder(c, 1), 'p1'), ['a2 headline: 乙题', 'a2 body: 乙一', 'a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', '- furniture: 版权']],
  ['two passages go down one place', at((c) => planShift(c, 1), 'p1', 'p2'), ['a1 body: 甲二', 'a1 headline: 甲题', 'a1 body: 甲一', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['up across an article', at((c) => planShift(c, -1), 'p4'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a1 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['down across an article', at((c) => planShift(c, 1), 'p3'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a2 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['up from the top', at((c) => planShift(c, -1), 'p1'), ['at-the-edge']],
  ['sent where the source has it, below the heading', at((c) => planSend(c, 1), 'p2'), ['a1 headline: 甲题', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 甲一', 'a2 body: 乙一', '- furniture: 版权']],
  ['sent back to its place', at((c) => planSend(c, 0), 'p5'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a1 body: 乙一', 'a2 headline: 乙题', '- furniture: 版权']],
  ['sent to its own article', at((c) => planSend(c, 0), 'p2'), ['in-one-article']],
  ['an article of its own', at((c) => planSend(c, 2), 'p2'), ['a1 headline: 甲题', 'a1 body: 甲二', 'a-new1 body: 甲一', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['from the aside to an article', at((c) => planSend(c, 1), 'p6'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', 'a2 subhead: 版权']],
  ['set aside', at((c) => planSetAside(c, 'banner'), 'p4'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 body: 乙一', '- banner: 乙题', '- furniture: 版权']],
  ['restored', at((c) => planRestore(c), 'p6'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', 'a2 subhead: 版权']],
  ['restored what stands in an article', at((c) => planRestore(c), 'p1'), ['not-aside']],
  ['a role for several', at((c) => planRole(c, 'subhead'), 'p2', 'p3'), ['a1 headline: 甲题', 'a1 subhead: 甲一', 'a1 subhead: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['a role out of the aside', at((c) => planRole(c, 'credit'), 'p6'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', 'a2 credit: 版权']],
  ['joined with the one above', at(planJoin, 'p3'), ['a1 headline: 甲题', 'a1 body: 甲一甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['several joined into one', at(planJoin, 'p1', 'p2', 'p3'), ['a1 headline: 甲题甲一甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['the first of an article has none above', at(planJoin, 'p4'), ['nothing-above']],
  ['broken at a place', (issue) => planBreakAt(context(issue), passageId('p2'), 1), ['a1 headline: 甲题', 'a1 body: 甲', 'a1 body: 一', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['broken at its end', (issue) => planBreakAt(context(issue), passageId('p2'), 2), ['no-seam']],
  ['cut in two roles', (issue) => planCutAt(context(issue), passageId('p1'), 1), ['a1 headline: 甲', 'a1 subtitle: 题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['broken where it was never joined', at(planBreakSeam, 'p2'), ['no-seam']],
])('%s', (_, act, expected) => {
  const issue = page();
  expect(done(issue, act(issue))).toEqual(expected);
});

test('a joined paragraph is broken where it was joined', () => {
  const issue = page();
  const joined = applyAll(issue, [{ kind: 'join', passage: passageId('p3') }]);
  if (!joined.ok) throw new Error(joined.error.code);
  expect(done(joined.value, planBreakSeam(context(joined.value, 'p2')))).toEqual(showIssue(issue).map((line) => line));
});

test.each<[string, string, string]>([
  ['a line that was taken for its beginning becomes a subhead', '夜里开工的人', 'subhead'],
  ['… though a quotation ends it', '夜里的“开工人”', 'subhead'],
  ['… a sentence does not', '夜里开工。', 'body'],
  ['… nor one in quotation marks', '“夜里开工。”', 'body'],
  ['… nor what goes on', '夜里开工，', 'body'],
  ['… nor what is long', '夜'.repeat(25), 'body'],
  ['… nor what is too short to tell', '夜里', 'body'],
])('where a paragraph is broken, %s', (_, upper, role) => {
  const issue = issueOf(`a1 body: ${upper}`, 'a1 body: 灯亮到三点。');
  const joined = applyAll(issue, [{ kind: 'join', passage: passageId('p2') }]);
  if (!joined.ok) throw new Error(joined.error.code);
  expect(done(joined.value, planBreakSeam(context(joined.value, 'p1')))).toEqual([`a1 ${role}: ${upper}`, 'a1 body: 灯亮到三点。']);
});

test.each<[string, Act, readonly string[]]>([
  ['below one of another article', at((c) => planBelow(c, passageId('p4')), 'p2', 'p3'), ['a1 headline: 甲题', 'a2 headline: 乙题', 'a2 body: 甲一', 'a2 body: 甲二', 'a2 body: 乙一', '- furniture: 版权']],
  ['below itself', at((c) => planBelow(c, passageId('p2')), 'p2', 'p3'), ['at-the-edge']],
  ['below what stands aside', at((c) => planBelow(c, passageId('p6')), 'p5'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二', 'a2 headline: 乙题', '- furniture: 版权', '- furniture: 乙一']],
  ['goes on with one of another article', at((c) => planGoesOn(c, passageId('p5')), 'p2'), ['a1 headline: 甲题', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 乙一甲一', '- furniture: 版权']],
  ['goes on with several: with the first', at((c) => planGoesOn(c, passageId('p3')), 'p4', 'p5'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二乙题', 'a1 body: 乙一', '- furniture: 版权']],
  ['goes on with what stands below it', at((c) => planGoesOn(c, passageId('p2')), 'p3'), ['a1 headline: 甲题', 'a1 body: 甲一甲二', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['goes on with what stands above it', at((c) => planGoesOn(c, passageId('p3')), 'p2'), ['a1 headline: 甲题', 'a1 body: 甲二甲一', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权']],
  ['flipped to the other article, where the source has it; ends that meet are joined', at((c) => planFlip(c, false), 'p2'), ['a1 headline: 甲题', 'a1 body: 甲二', 'a2 headline: 乙题', 'a2 body: 甲一乙一', '- furniture: 版权']],
  ['flipped with the rest of its run', at((c) => planFlip(c, true), 'p5'), ['a1 headline: 甲题', 'a1 body: 甲一', 'a1 body: 甲二乙一', 'a2 headline: 乙题', '- furniture: 版权']],
  ['flipped, and nothing left', at((c) => planFlip(c, true), 'p4'), ['nothing-left']],
  ['flipped what stands aside', at((c) => planFlip(c, false), 'p6'), ['not-in-an-article']],
])('%s', (_, act, expected) => {
  const issue = page();
  expect(done(issue, act(issue))).toEqual(expected);
});

test('flipped where nothing is mixed up and nothing breaks off: to the article above, where text that went astray mostly belongs', () => {
  const issue = issueOf('a1 body: 甲一。', 'a2 headline: 乙题', 'a2 body: 乙一。', 'a3 body: 丙一。');
  expect(done(issue, planFlip(context(issue, 'p3'), false))).toEqual(['a1 body: 甲一。', 'a1 body: 乙一。', 'a2 headline: 乙题', 'a3 body: 丙一。']);
});

test('flipped what has no other article to go to', () => {
  const issue = issueOf('a1 headline: 甲题', 'a1 body: 甲一');
  expect(done(issue, planFlip(context(issue, 'p2'), false))).toEqual(['no-other-article']);
});

test('the other likely role is given, and taken back; it may be one of the aside', () => {
  const decided = (subject: string, ...roles: readonly [Role, Role]): Decision => ({ subject: passageId(subject), kind: 'role', confidence: 0.7, reasons: [], roles });
  const decisions = [decided('p1', 'headline', 'kicker'), decided('p4', 'headline', 'banner')];
  const other = (issue: Issue, id: string) => planOtherRole(context(issue, id), decisions);
  const issue = page();
  const once = applyAll(issue, [{ kind: 'setRole', passage: passageId('p1'), role: 'kicker' }]);
  if (!once.ok) throw new Error(once.error.code);
  expect(done(issue, other(issue, 'p1'))).toEqual(showIssue(once.value));
  expect(done(once.value, other(once.value, 'p1'))).toEqual(showIssue(issue));
  expect(done(issue, other(issue, 'p4')).at(-2)).toBe('- banner: 乙题');
  expect(done(issue, other(issue, 'p2'))).toEqual(['no-other-role']);
});

test('a byline glued to a paragraph is cut off as a byline', () => {
  const issue = issueOf('a1 body: 完工在即。本报记者 何某');
  expect(done(issue, planCutAt(context(issue), passageId('p1'), 5))).toEqual(['a1 body: 完工在即。', 'a1 byline: 本报记者 何某']);
});

test('a duplicate is given the passage it repeats, and loses it when it comes back', () => {
  const issue = issueOf('a1 body: 河水漫过石阶的时候', 'a1 body: 另外一段文字', 'a2 body: 河水漫过石阶的时侯');
  const aside = planSetAside(context(issue, 'p3'), 'duplicate');
  const after = aside.ok ? applyAll(issue, aside.value.edits) : null;
  if (!after?.ok) throw new Error('it was not set aside');
  expect(after.value.aside[0]).toMatchObject({ role: 'duplicate', twin: 'p1' });
  const back = planRestore(context(after.value, 'p3'));
  const restored = back.ok ? applyAll(after.value, back.value.edits) : null;
  if (!restored?.ok) throw new Error('it did not come back');
  expect(restored.value.articles[0]?.passages.at(-1)).toEqual({ id: 'p3', role: 'body', pieces: issue.articles[1]!.passages[0]!.pieces });
});

test('a topic is put on and taken off', () => {
  const issue = page();
  const topic = { scheme: 'own', id: 'river' };
  const on = planTopic(context(issue, 'p2'), topic);
  const tagged = on.ok ? applyAll(issue, on.value.edits) : null;
  if (!on.ok || !tagged?.ok) throw new Error('it was not put on');
  expect([on.value.label, tagged.value.articles[0]?.topics]).toEqual(['tag', [topic]]);
  const off = planTopic(context(tagged.value, 'p2'), topic);
  expect(off).toMatchObject({ ok: true, value: { label: 'untag', edits: [{ topics: [] }] } });
});

test('a suggested topic is put on all articles that lack it, as one act, and never taken off', () => {
  const issue = page();
  const topic = { scheme: 'own', id: 'river' };
  const one = planAddTopic(context(issue, 'p1'), topic);
  const tagged = one.ok ? applyAll(issue, one.value.edits) : null;
  if (!tagged?.ok) throw new Error('it was not put on');
  const [a1, a2] = tagged.value.articles.map(({ id }) => id);
  const both = planAddTopic(context(tagged.value, 'p1', 'p2', 'p5'), topic);
  expect(both).toMatchObject({ ok: true, value: { label: 'tag', edits: [{ kind: 'setTopics', article: a2, topics: [topic] }] } });
  expect(planAddTopic(context(tagged.value, 'p2'), topic)).toMatchObject({ ok: true, value: { edits: [] } });
  expect(a1).toBeDefined();
  expect(planAddTopic(context(issue, 'p6'), topic)).toMatchObject({ ok: false, error: 'not-in-an-article' });
});

test('what is approved already is not approved again', () => {
  const issue = page();
  const once = applyAll(issue, [{ kind: 'setStatus', article: issue.articles[0]!.id, status: 'approved' }]);
  if (!once.ok) throw new Error(once.error.code);
  expect(planStatus(context(once.value, 'p1'), 'approved')).toMatchObject({ ok: true, value: { edits: [] } });
  expect(planApprovePage(context(once.value))).toMatchObject({ ok: true, value: { edits: [{ article: 'a2' }] } });
});

describe('whatever is selected', () => {
  const plans: readonly ((given: PlanContext, n: number) => Planned)[] = [
    planSplit, planMerge, planJoin, planBreakSeam, (given) => planRestore(given),
    (given, n) => planReorder(given, n % 2 ? 1 : -1),
    (given, n) => planShift(given, n % 2 ? 1 : -1),
    (given, n) => planSend(given, n % (given.issue.articles.length + 1)),
    (given, n) => planRole(given, ARTICLE_ROLES[n % ARTICLE_ROLES.length]!),
    (given, n) => planSetAside(given, ASIDE_ROLES[n % ASIDE_ROLES.length]!),
    (given, n) => {
      const stops = outlineOf(given.issue).stops.filter(({ passage }) => !given.selected.includes(passage.id));
      const stop = stops[n % Math.max(1, stops.length)];
      return planDrop(given, stop ? { article: given.issue.articles[stop.article]?.id ?? null, after: stop.passage.id } : { article: 'new', after: null });
    },
    (given, n) => planFlip(given, n % 2 === 0),
    (given, n) => planBelow(given, outlineOf(given.issue).stops[n % outlineOf(given.issue).stops.length]!.passage.id),
    (given, n) => planGoesOn(given, outlineOf(given.issue).stops[n % outlineOf(given.issue).stops.length]!.passage.id),
    (given, n) => planBreakAt(given, given.selected[0]!, n),
    (given, n) => planCutAt(given, given.selected[0]!, n),
  ];

  test('a plan that is made can be applied, and what it selects is there afterwards', () => {
    let applied = 0;
    fc.assert(
      fc.property(arbitraryIssue, fc.nat(plans.length - 1), fc.nat(), fc.nat(), fc.nat(8), (issue, which, a, b, n) => {
        const { stops } = outlineOf(issue);
        if (stops.length === 0) return;
        const [anchor, focus] = [stops[a % stops.length]!, stops[b % stops.length]!];
        const selection = { anchor: anchor.article === focus.article ? anchor.passage.id : focus.passage.id, focus: focus.passage.id };
        const planned = plans[which]!({ issue, selected: selectedIds(issue, selection), mint: () => `new${n}` }, n);
        if (!planned.ok) return;
        const after = applyAll(issue, planned.value.edits);
        // A place inside a character is the one thing a plan leaves to the edit to refuse: the caret never stands there.
        if (!after.ok) {
          expect(after.error.code).toBe('inside-a-character');
          return;
        }
        applied += 1;
        const select = planned.value.select;
        if (select) expect(outlineOf(after.value).at.has(select.focus)).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(applied).toBeGreaterThan(300);
  });
});
