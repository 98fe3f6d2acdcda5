import { expect, test } from 'vitest';
import type { ReportedFinding } from '../../checks/report.ts';
import { markedTruth } from '../../testing/marked-truth.ts';
import { takenTally } from './taken.ts';

const truth = markedTruth('a headline: 渡口通航', 'a body: 船来了,停在岸边。');
const clean = { ...truth, articles: truth.articles.map((article) => ({ ...article, body: ['船来了，停在岸边上。'] })) };
const finding = (offset: number, length: number, suggestion: string, probability = 0.95): ReportedFinding => ({ block: 1, offset, length, kind: 'confusion', check: 'look-alike', probability, suggestion, suggestions: [suggestion] });
const errors = (...findings: readonly ReportedFinding[]) => {
  const { printed, taken } = takenTally(clean, findings);
  return [printed.hit, taken.hit, taken.of];
};

test('what is sure is put in its place, and counts for or against', () => {
  expect(errors()).toEqual([2, 2, 10]);
  expect(errors(finding(3, 1, '，'), finding(8, 0, '上'))).toEqual([2, 0, 10]);
  expect(errors(finding(3, 1, '，', 0.8))).toEqual([2, 2, 10]); // not sure
  expect(errors(finding(4, 1, '仃'))).toEqual([2, 3, 10]); // harm
  expect(errors({ ...finding(3, 1, '，'), block: 0 })).toEqual([2, 2, 10]); // a headline is no body
});

test('of two that overlap one is taken', () => expect(errors(finding(3, 2, '，停'), finding(4, 1, '停'))).toEqual([2, 2, 10]));
