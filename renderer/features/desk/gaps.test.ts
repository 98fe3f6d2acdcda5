import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { gapAt, gapFrom } from './gaps.ts';

const issue = issueOf('a1 body: 孩子□目□', 'a1 body: 无缺', 'a2 body: □经', '- banner: 头□条');

test.each([
  [null, 1, 'p1 2'],
  [['p1', -1], 1, 'p1 2'],
  [['p1', 2], 1, 'p1 4'],
  [['p2', -1], 1, 'p3 0'],
  [['p3', 0], 1, 'p4 1'],
  [['p4', 1], 1, 'p1 2'], // round
  [['p1', 2], -1, 'p4 1'],
  [['p3', 0], -1, 'p1 4'],
  [['p2', -1], -1, 'p1 4'],
  [['p1', 4], -1, 'p1 2'],
] as const)('from %j by %i the gap is at %s', (place, step, found) => {
  const gap = gapFrom(issue, place && { passage: passageId(place[0]), at: place[1] }, step);
  expect(`${gap?.passage} ${gap?.at}`).toBe(found);
});

test('without a gap there is none to go to', () => {
  expect(gapFrom(issueOf('a1 body: 全'), null, 1)).toBeNull();
});

test('what may have been lost is what the machine says of the gap', () => {
  const pieces = [{ kind: 'added', text: '民', why: { id: 'typed' } }, { kind: 'gap', extent: 1, why: { id: 'flow.reason.lost-likely', data: { likely: '济', sure: 81 } } }] as const;
  expect(gapAt(pieces, 1)).toEqual({ extent: 1, likely: '济' });
  expect(gapAt(pieces, 0)).toBeNull();
  expect(gapAt(issue.articles[0]!.passages[0]!.pieces, 2)).toEqual({ extent: 1, likely: null });
});
