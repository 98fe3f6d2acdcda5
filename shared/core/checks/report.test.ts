import { expect, test } from 'vitest';
import { issueOf } from '../testing/notation.ts';
import { checkedReport } from './report.ts';

const findings = (...lines: readonly string[]) => {
  const { source, ...tree } = issueOf(...lines);
  const report = checkedReport('a', source, tree, []);
  return [...report.findings, ...report.otherFindings];
};

test('findings are told by block, in code points, with the suggestion that stands in place of them', () => {
  expect(findings('a1 headline: 𠮷河边,晚风', 'a1 body: 好，，是')).toEqual([
    { block: 0, offset: 3, length: 1, kind: 'halfwidth', check: 'half-width', probability: 0.97, suggestion: '，', suggestions: ['，'] },
    { block: 1, offset: 2, length: 1, kind: 'doubled', check: 'doubled', probability: 0.9, suggestion: '', suggestions: [''] },
  ]);
});

test('a missing mark is told where it belongs, and has no length', () => {
  expect(findings('a1 body: 人称“水乡，有船')).toMatchObject([{ block: 0, offset: 5, length: 0, kind: 'dropped_quote', suggestion: '”' }]);
});

test('a gap is told behind what stands before it', () => {
  expect(findings('a1 body: 孩子□目不转睛')).toMatchObject([{ block: 0, offset: 2, length: 0, kind: 'lost_char' }]);
});

test('what stands aside is not looked at', () => {
  expect(findings('- furniture: 河边,晚风')).toEqual([]);
});

test('what the evaluation has no truth for is told apart', () => {
  const { source, ...tree } = issueOf('a1 body: 河边,晚风好，，是');
  const { findings: evaluated, otherFindings } = checkedReport('a', source, tree, []);
  expect(evaluated.map(({ kind }) => kind)).toEqual(['halfwidth']);
  expect(otherFindings.map(({ kind }) => kind)).toEqual(['doubled']);
});
