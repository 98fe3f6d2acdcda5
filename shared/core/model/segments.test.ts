import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { readPieces } from './reading.ts';
import type { Piece } from './piece.ts';
import { readSegments } from './segments.ts';

const why = { id: 'person' };

test('put together, the parts of pieces are the reading', () => {
  fc.assert(
    fc.property(arbitraryIssue, fc.boolean(), (issue, verse) => {
      for (const { pieces } of [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside]) {
        for (const reading of ['printed', 'emended'] as const) {
          expect(readSegments(issue.source, pieces, reading, verse).join('')).toBe(readPieces(issue.source, pieces, reading, verse));
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('… also where lines end inside pieces, between them, and in what was added', () => {
  const text = fc.array(fc.constantFrom('甲', 'ab', '\n', '\r\n', ' ', '\u3000', '。', '𠮷'), { maxLength: 12 }).map((parts) => parts.join(''));
  const kinds = fc.array(fc.tuple(fc.constantFrom('kept', 'struck', 'added', 'gap'), text, fc.constantFrom(0, 1, 2)), { maxLength: 8 });
  fc.assert(
    fc.property(kinds, fc.boolean(), (drawn, verse) => {
      let source = '';
      const pieces = drawn.map(([kind, words, jump]): Piece => {
        if (kind === 'added') return { kind, text: words, why };
        if (kind === 'gap') return { kind, extent: jump === 0 ? null : jump, why };
        source += '\n'.repeat(jump);
        const from = source.length;
        source += words;
        const range = { from, to: source.length };
        return kind === 'kept' ? { kind, range } : { kind: 'struck', range, why };
      });
      for (const reading of ['printed', 'emended'] as const) {
        expect(readSegments(source, pieces, reading, verse).join('')).toBe(readPieces(source, pieces, reading, verse));
      }
    }),
    { numRuns: 3000 },
  );
});

test('what was struck and added has its own part', () => {
  const pieces: readonly Piece[] = [
    { kind: 'kept', range: { from: 0, to: 2 } }, { kind: 'struck', range: { from: 2, to: 3 }, why }, { kind: 'added', text: '低', why }, { kind: 'kept', range: { from: 3, to: 7 } },
  ];
  expect(readSegments('公益抵偿\n办法', pieces, 'emended')).toEqual(['公益', '', '低', '偿办法']);
  expect(readSegments('公益抵偿\n办法', pieces, 'printed')).toEqual(['公益', '抵', '', '偿办法']);
});
