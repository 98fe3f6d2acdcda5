import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueOf } from '../testing/notation.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { piecesLength } from './pieces.ts';
import { fromEmended, fromSource, toEmended, toSource } from './positions.ts';

const { pieces } = issueOf('a1 body: 公益-[抵]+[低]偿□点').articles[0]!.passages[0]!;

test('a place among struck text has two sides', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((at) => toEmended(pieces, at))).toEqual([0, 1, 2, 2, 3, 4, 5, 6]);
  expect([fromEmended(pieces, 2, 'before'), fromEmended(pieces, 2, 'after')]).toEqual([2, 3]);
  expect(fromEmended(pieces, 6, 'after')).toBe(7);
});

test('a place of the source is found again', () => {
  expect([0, 2, 3, 4, 5].map((at) => toSource(pieces, at))).toEqual([0, 2, 3, 3, 4]);
  expect([0, 2, 3, 4].map((offset) => fromSource(pieces, offset))).toEqual([0, 2, 4, 6]);
  expect(fromSource(pieces, 99)).toBeNull();
});

test('emended and marked-up places agree, for any pieces', () => {
  fc.assert(
    fc.property(arbitraryIssue, fc.nat(), (issue, n) => {
      for (const passage of [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside]) {
        const length = toEmended(passage.pieces, piecesLength(passage.pieces));
        const at = n % (length + 1);
        for (const side of ['before', 'after'] as const) expect(toEmended(passage.pieces, fromEmended(passage.pieces, at, side))).toBe(at);
        expect(fromEmended(passage.pieces, at, 'before')).toBeLessThanOrEqual(fromEmended(passage.pieces, at, 'after'));
      }
    }),
  );
});
