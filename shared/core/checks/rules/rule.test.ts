import { expect, test } from 'vitest';
import type { Rule } from '../../mend/rule.ts';
import { NO_RULES, rulesFor } from '../../mend/rule.ts';
import { issueOf } from '../../testing/notation.ts';
import type { PageLanguage } from '../language.ts';
import { findingsIn } from '../run.ts';

const RULE: Rule = { id: 'r', read: '抵偿', put: '低偿', folder: '', newspaper: '', from: '', to: '', except: [], applies: false, on: true, who: '甲', at: '2024-05-18T00:00:00.000Z' };

function found(text: string, ...rules: readonly Partial<Rule>[]): readonly string[] {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  return findingsIn(source, articles[0]!, [], null, rules.map((rule) => ({ ...RULE, ...rule }))).filter(({ check }) => check === 'rule').map(({ range, suggestions: [edit] }) => (
    `${range.from}-${range.to} ${edit?.kind === 'replaceText' && 'text' in edit.put ? edit.put.text : ''}`
  ));
}

test.each([
  ['each place, in reading order', '公益抵偿，抵偿服务', [{}], ['2-4 低偿', '5-7 低偿']],
  ['two rules', '抵偿己经', [{}, { read: '己经', put: '已经' }], ['0-2 低偿', '2-4 已经']],
  ['what is to be taken out', '的的确', [{ read: '的的', put: '的' }], ['0-2 的']],
])('finds %s', (_name, text, rules, expected) => {
  expect(found(text, ...rules)).toEqual(expected);
});

test.each([
  ['without rules', '公益抵偿', []],
  ['where it reads as the rule has it', '从安全问题到', [{ read: '安全问', put: '安全问题' }]],
  ['in a wording that is excepted', '说抵偿金', [{ except: ['抵偿金'] }]],
])('finds nothing %s', (_name, text, rules) => {
  expect(found(text, ...rules)).toEqual([]);
});

test('where a rule says what a place is to read, the checks of language do not ask too', () => {
  const { source, articles } = issueOf('a1 body: 公益抵偿，抵');
  const language: PageLanguage = { misreadings: (text) => [...text.matchAll(/抵/gu)].map(({ index }) => ({ at: index, read: '抵', meant: '低', probability: 0.9 })), variantsIn: () => [] };
  expect(findingsIn(source, articles[0]!, [], language, [RULE]).map(({ check, range }) => `${check} ${range.from}`)).toEqual(['rule 2', 'look-alike 5']);
});

test('a rule is for its newspaper and its days, and for nothing while it is off', () => {
  const page = { path: '晚报/2024/0518.txt', newspaper: '清河晚报', date: '2024-05-18' };
  const holds = (rule: Partial<Rule>, of = page) => rulesFor([{ ...RULE, ...rule }], of).length === 1;
  expect([holds({}), holds({ newspaper: '清河晚报' }), holds({ from: '2024', to: '2024-05' }), holds({ from: '2024-05-18' }), holds({ folder: '晚报' }), holds({ folder: '晚报/2024' })]).toEqual([true, true, true, true, true, true]);
  expect([holds({ on: false }), holds({ newspaper: '他报' }), holds({ from: '2024-06' }), holds({ to: '2024-04' }), holds({ from: '1990' }, { ...page, date: '' }), holds({ folder: '晚' }), holds({ folder: '2024' })]).toEqual([false, false, false, false, false, false, false]);
  expect(rulesFor([], page)).toBe(NO_RULES);
});
