import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAll, invertAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import { DECISION_KINDS } from '#core/model/decision.ts';
import type { Decision } from '#core/model/decision.ts';
import { passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { checkLedger } from '#core/model/ledger.ts';
import { ROLES } from '#core/model/role.ts';
import { withSettlements } from '#core/model/settlement.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { ASK_ALL } from './desk-asking.ts';
import { openDoubts } from './desk-doubts.ts';
import type { Doubt } from './desk-doubts.ts';
import { planAnswer } from './desk-plan-doubts.ts';

let minted = 0;
const mint = () => `new-${(minted += 1)}`;
const NONE: Verdicts = new Map();
const about = (subject: string, kind: Decision['kind'], confidence: number, roles?: Decision['roles']): Decision => ({ subject: subject as Decision['subject'], kind, confidence, reasons: [], ...(roles && { roles }) });

function answer(issue: Issue, doubt: Doubt, isYes: boolean) {
  const { planned, answers } = planAnswer({ issue, selected: [], mint }, doubt, isYes);
  if (!planned.ok) throw new Error(planned.error);
  const edits = withFirstTouch(issue, planned.value.edits);
  const next = applyAll(issue, edits);
  if (!next.ok) throw new Error(next.error.code);
  return { next: next.value, edits, answers };
}

const outline = ({ articles, aside }: Issue) => [...articles.map(({ passages }) => passages), aside].map((passages) => passages.map(({ id, role, pieces }) => `${role} ${id.replace(/^p-new.*/, 'new')}${'+'.repeat(pieces.length - 1)}`).join(', ')).join(' | ');
const page = issueOf('a1 headline: 甲', 'a1 body: 一', 'a1 caption: 图', 'a1 body: 二', 'a1 subhead: 乙', 'a1 body: 三', 'a2 headline: 丙', 'a2 body: 四', '- duplicate: 丁');
const WHOLE = 'headline p1, body p2, caption p3, body p4, subhead p5, body p6 | headline p7, body p8 | duplicate p9';

test.each<readonly [string, Decision, boolean, string, string]>([
  ['yes to a beginning', about('a2', 'boundary', 0.6), true, WHOLE, 'boundary a2 right'],
  ['no to a beginning merges', about('a2', 'boundary', 0.6), false, 'headline p1, body p2, caption p3, body p4, subhead p5, body p6, headline p7, body p8 | duplicate p9', 'boundary a2 wrong'],
  ['yes to a beginning nearly made: what was a subhead heads the new article', about('p5', 'no-boundary', 0.7), true, 'headline p1, body p2, caption p3, body p4 | headline p5, body p6 | headline p7, body p8 | duplicate p9', 'no-boundary p5 wrong'],
  ['… text stays text', about('p4', 'no-boundary', 0.7), true, 'headline p1, body p2, caption p3 | body p4, subhead p5, body p6 | headline p7, body p8 | duplicate p9', 'no-boundary p4 wrong'],
  ['no to a beginning nearly made', about('p5', 'no-boundary', 0.7), false, WHOLE, 'no-boundary p5 right'],
  ['yes to a join nearly made, over a caption', about('p4', 'no-join', 0.7), true, 'headline p1, body p2+, caption p3, subhead p5, body p6 | headline p7, body p8 | duplicate p9', 'no-join p4 wrong'],
  ['no to a join nearly made', about('p4', 'no-join', 0.7), false, WHOLE, 'no-join p4 right'],
  ['yes to a role', about('p5', 'role', 0.5, ['subhead', 'headline']), true, WHOLE, 'role p5 right'],
  ['no to a role gives the next likely', about('p5', 'role', 0.5, ['subhead', 'credit']), false, WHOLE.replace('subhead', 'credit'), 'role p5 wrong'],
  ['… which may stand aside', about('p1', 'role', 0.5, ['headline', 'banner']), false, WHOLE.replace('headline p1, ', '').replace(' | duplicate', ' | banner p1, duplicate'), 'role p1 wrong'],
  ['no to a duplicate brings it back', about('p9', 'duplicate', 0.5), false, WHOLE.replace(' | duplicate p9', ', subhead p9 | '), 'duplicate p9 wrong'],
])('%s', (_, decision, isYes, expected, said) => {
  const [doubt] = openDoubts(page, [decision], NONE, ASK_ALL);
  expect(doubt).toBeDefined();
  const { next, answers } = answer(page, doubt!, isYes);
  expect(outline(next)).toBe(expected);
  expect(answers.settle.map(({ kind, subject, verdict }) => `${kind} ${subject} ${verdict}`)).toEqual([said]);
});

const decided = fc.record({ kind: fc.constantFrom(...DECISION_KINDS), at: fc.nat(40), confidence: fc.double({ min: 0, max: 0.9, noNaN: true }), next: fc.constantFrom(...ROLES) });

test('whatever is answered, nothing of the source is lost, it can be taken back, and what was answered is open no more', () => {
  let asked = 0;
  fc.assert(fc.property(arbitraryIssue, fc.array(decided, { minLength: 4, maxLength: 20 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (first, given, said) => {
    const passages = [...first.articles.flatMap((article) => article.passages), ...first.aside];
    const decisions = given.flatMap(({ kind, at, confidence, next }): readonly Decision[] => {
      const passage = passages[at % Math.max(1, passages.length)];
      const article = first.articles[at % Math.max(1, first.articles.length)];
      const subject = kind === 'boundary' || kind === 'order' ? article?.id : passage?.id;
      return subject && passage ? [about(subject, kind, confidence, kind === 'role' ? [passage.role, next] : undefined)] : [];
    });
    let [issue, settled]: [Issue, Verdicts] = [first, NONE];
    for (const isYes of said) {
      const doubt = openDoubts(issue, decisions, settled, ASK_ALL)[0];
      if (!doubt) return;
      asked += 1;
      const { next, edits, answers } = answer(issue, doubt, isYes);
      expect(checkLedger(next).ok).toBe(true);
      const back = applyAll(next, invertAll(issue, edits));
      expect(back).toMatchObject({ ok: true, value: { articles: issue.articles, aside: issue.aside } });
      const after = withSettlements(settled, answers.settle);
      const open = openDoubts(next, decisions, after, ASK_ALL).filter(({ kind, subject }) => kind === doubt.kind && subject === doubt.subject);
      // A paragraph of several parts is asked about until its last join is broken.
      if (answers.settle.length > 0) expect(open).toEqual([]);
      [issue, settled] = [next, after];
    }
  }));
  expect(asked).toBeGreaterThan(100);
});

test('where it is asked whether a joined paragraph is a subhead, a no makes one of the line it begins with, and leaves the rest', () => {
  const two = issueOf('a1 headline: 甲', 'a1 body: 灯下的修表人', 'a1 body: 巷口的修表摊摆了三十年。');
  const joined = applyAll(two, [{ kind: 'join', passage: passageId('p3') }]);
  if (!joined.ok) throw new Error(joined.error.code);
  const [doubt] = openDoubts(joined.value, [about('p2', 'role', 0.5, ['body', 'subhead'])], NONE, ASK_ALL);
  expect(outline(answer(joined.value, doubt!, false).next)).toBe('headline p1, subhead p2, body new | ');
});

test('a question about a passage that is gone is asked no more', () => {
  const joined = applyAll(page, [{ kind: 'join', passage: passageId('p6') }]);
  if (!joined.ok) throw new Error(joined.error.code);
  expect(openDoubts(joined.value, [about('p6', 'no-join', 0.7), about('p6', 'no-boundary', 0.7)], NONE, ASK_ALL)).toEqual([]);
});
