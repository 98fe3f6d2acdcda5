import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAll, invertAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import { passageId } from '#core/model/ids.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { checkLedger } from '#core/model/ledger.ts';
import { ARTICLE_ROLES, ASIDE_ROLES } from '#core/model/role.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { marksOn, withMarks } from './desk-marks.ts';
import { outlineOf, stopOf } from './desk-outline.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { planTopic } from './desk-plan-articles.ts';
import { planDrop, planRestore, planRole, planSend, planSendTo, planSetAside, planShift } from './desk-plan-passages.ts';

const p = (...ns: readonly number[]) => ns.map((n) => passageId(`p${n}`));
let minted = 0;
const contextOf = (issue: Issue, selected: readonly PassageId[]): PlanContext => ({ issue, selected, mint: () => `new-${(minted += 1)}` });

function after(issue: Issue, planned: Planned): Issue {
  if (!planned.ok) throw new Error(planned.error);
  const next = applyAll(issue, withFirstTouch(issue, planned.value.edits));
  if (!next.ok) throw new Error(next.error.code);
  return next.value;
}

const outline = ({ articles, aside }: Issue) => [...articles.map(({ passages }) => passages), aside].map((passages) => passages.map(({ id, role }) => `${role[0]}${id.slice(1)}`).join(' ')).join(' | ');
const page = issueOf('a1 headline: 甲', 'a1 body: 一', 'a1 body: 二', 'a1 body: 三', 'a2 headline: 乙', 'a2 body: 四', 'a2 body: 五', '- furniture: 丙', '- banner: 丁');
const of = (plan: (context: PlanContext) => Planned, ...ns: readonly number[]) => outline(after(page, plan(contextOf(page, p(...ns)))));

test.each<readonly [string, () => string, string]>([
  ['as it is', () => outline(page), 'h1 b2 b3 b4 | h5 b6 b7 | f8 b9'],
  ['a role for passages of two articles', () => of((context) => planRole(context, 'caption'), 2, 4, 7), 'h1 c2 b3 c4 | h5 b6 c7 | f8 b9'],
  ['a role for some aside as well: they come back with it', () => of((context) => planRole(context, 'credit'), 2, 8), 'h1 c2 b3 b4 | h5 b6 b7 c8 | b9'],
  ['aside, from two articles', () => of((context) => planSetAside(context, 'banner'), 2, 7), 'h1 b3 b4 | h5 b6 | b2 b7 f8 b9'],
  ['aside, with some that are there', () => of((context) => planSetAside(context, 'banner'), 2, 8), 'h1 b3 b4 | h5 b6 b7 | b2 b8 b9'],
  ['back from the aside, whatever else is marked', () => of((context) => planRestore(context, 'body'), 2, 9), 'h1 b2 b3 b4 | h5 b6 b7 b9 | f8'],
  ['sent to an article, from two others and aside', () => of((context) => planSend(context, 1), 2, 4, 6, 8), 'h1 b3 | h5 b2 b4 b6 b7 s8 | b9'],
  ['sent to an article of their own', () => of((context) => planSend(context, 2), 3, 6), 'h1 b2 b4 | b3 b6 | h5 b7 | f8 b9'],
  ['dropped behind one, in their order', () => of((context) => planDrop(context, { article: page.articles[0]!.id, after: p(1)[0]! }), 4, 7), 'h1 b4 b7 b2 b3 | h5 b6 | f8 b9'],
  ['one place up, each for itself', () => of((context) => planShift(context, -1), 3, 7), 'h1 b3 b2 b4 | h5 b7 b6 | f8 b9'],
  ['one place down; what cannot stays', () => of((context) => planShift(context, 1), 2, 9), 'h1 b3 b2 b4 | h5 b6 b7 | f8 b9'],
])('%s', (_, made, expected) => {
  expect(made()).toBe(expected);
});

test('what means nothing for all that is marked is refused', () => {
  expect(planSend(contextOf(page, p(6, 7)), 1)).toEqual({ ok: false, error: 'in-one-article' });
  expect(planRestore(contextOf(page, p(2, 7)))).toEqual({ ok: false, error: 'not-aside' });
  expect(planShift(contextOf(page, p(1, 8)), -1)).toEqual({ ok: false, error: 'at-the-edge' });
  expect(planSendTo(contextOf(page, p(2)), 'a-gone' as never)).toEqual({ ok: false, error: 'no-such-article' });
});

test('a topic is put on every article that has a marked passage and lacks it, and taken off where all have it', () => {
  const topic = { scheme: 'own', id: 'own:1' };
  const topics = (issue: Issue) => issue.articles.map((article) => article.topics.length);
  const first = after(page, planTopic(contextOf(page, p(6)), topic));
  expect(topics(first)).toEqual([0, 1]);
  const both = after(first, planTopic(contextOf(first, p(2, 3, 6)), topic));
  expect(topics(both)).toEqual([1, 1]);
  expect(topics(after(both, planTopic(contextOf(both, p(2, 6)), topic)))).toEqual([0, 0]);
});

test('marking again what is marked takes the marks off; some of several marks the rest', () => {
  const none = new Set<PassageId>();
  expect([...withMarks(none, p(2, 4))]).toEqual(p(2, 4));
  expect([...withMarks(new Set(p(2)), p(2, 4))]).toEqual(p(2, 4));
  expect([...withMarks(new Set(p(2, 4)), p(4))]).toEqual(p(2));
  expect(marksOn(page, new Set([...p(7, 2), passageId('gone')]))).toEqual(p(2, 7));
});

const plans = fc.oneof(
  fc.constantFrom(...ARTICLE_ROLES).map((role) => ['role', (context: PlanContext) => planRole(context, role), role] as const),
  fc.constantFrom(...ASIDE_ROLES).map((role) => ['aside', (context: PlanContext) => planSetAside(context, role), role] as const),
  fc.nat(4).map((position) => ['send', (context: PlanContext) => planSend(context, position), position] as const),
  fc.constantFrom(1 as const, -1 as const).map((step) => ['shift', (context: PlanContext) => planShift(context, step), step] as const),
  fc.constant(['restore', (context: PlanContext) => planRestore(context), null] as const),
);

test('whatever is marked and done: no character is lost, what is not marked keeps its order, it happened to all of them, and it is taken back whole', () => {
  let done = 0;
  fc.assert(fc.property(arbitraryIssue, fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), plans, (issue, given, [kind, plan, to]) => {
    const { stops } = outlineOf(issue);
    if (stops.length === 0) return;
    const marks = marksOn(issue, new Set(given.map((at) => stops[at % stops.length]!.passage.id)));
    const planned = plan(contextOf(issue, marks));
    if (!planned.ok) return;
    done += 1;
    const edits = withFirstTouch(issue, planned.value.edits);
    const next = after(issue, planned);
    expect(checkLedger(next).ok).toBe(true);
    expect(applyAll(next, invertAll(issue, edits))).toMatchObject({ ok: true, value: { articles: issue.articles, aside: issue.aside } });
    const others = (tree: Issue) => outlineOf(tree).stops.map(({ passage }) => passage.id).filter((id) => !marks.includes(id));
    expect(others(next)).toEqual(others(issue));
    const now = marks.map((id) => stopOf(next, id)!);
    if (kind === 'role') expect(now.every(({ passage, article }) => passage.role === to && article >= 0)).toBe(true);
    if (kind === 'aside') expect(now.every(({ passage, article }) => passage.role === to && article < 0)).toBe(true);
    if (kind === 'restore') expect(now.every(({ article }) => article >= 0)).toBe(true);
    if (kind === 'send') expect(new Set(now.map(({ article }) => article)).size).toBe(1);
    expect(planned.value.select === null || outlineOf(next).at.has(planned.value.select.focus)).toBe(true);
  }));
  expect(done).toBeGreaterThan(60);
});
