import { expect, test } from 'vitest';
import { passageId } from '../../model/ids.ts';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const found = (text: string, confidence: number) => {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  const decision = { subject: passageId('p1'), kind: 'truncated' as const, confidence, reasons: [{ id: 'split.reason.no-final-mark' }] };
  return findingsIn(source, articles[0]!, [decision]).map(({ check, range, probability }) => `${check} ${range.from}-${range.to} ${probability}`);
};

test('an article that goes on on another page may stop anywhere, but not in its other paragraphs', () => {
  const { source, articles } = issueOf('a1 body: 他走到河边又', 'a1 body: 水面上只有', 'a1 caption: 河边');
  const decisions = ['p1', 'p2'].map((id) => ({ subject: passageId(id), kind: 'truncated' as const, confidence: 0.85, reasons: [] }));
  const stops = (article: (typeof articles)[number]) => findingsIn(source, article, decisions).flatMap(({ check, passage }) => (check === 'truncated' ? [passage] : []));
  const article = articles[0]!;
  expect(stops(article)).toEqual(['p1', 'p2']);
  expect(stops({ ...article, next: { link: 'l', issue: 2 } })).toEqual(['p1']);
  expect(stops(article)).toEqual(['p1', 'p2']); // taken back
});

test.each([
  ['他走到河边又', 0.85, ['truncated 5-6 0.85']],
  ['他走到河边又', 0.35, []],
  ['他走到河边又+[来。]', 0.85, []], // its end was supplied
  ['野家\u{20BB7}', 0.85, ['truncated 2-4 0.85']],
])('%s, judged with %f, has %j', (text, confidence, findings) => {
  expect(found(text, confidence)).toEqual(findings);
});
