import { expect, test } from 'vitest';
import { issueOf } from '../testing/notation.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import * as fc from 'fast-check';
import { piecesLength } from './pieces.ts';
import { markedUpText, readPieces } from './reading.ts';
import type { Piece } from './piece.ts';

/** Both readings of one passage. */
function readings(text: string): readonly [printed: string, emended: string] {
  const { source, articles } = issueOf(`a1 body: ${text}`);
  const { pieces } = articles[0]!.passages[0]!;
  return [readPieces(source, pieces, 'printed'), readPieces(source, pieces, 'emended')];
}

test.each([
  ['公益-[抵]+[低]偿', '公益抵偿', '公益低偿'],
  ['孩子□跑了', '孩子跑了', '孩子□跑了'],
  ['一行\n二行', '一行二行', '一行二行'],
  ['one\r\ntwo', 'one two', 'one two'],
  ['用 GDP\n表示', '用 GDP表示', '用 GDP表示'],
  ['a\n\n\nb', 'a b', 'a b'],
  ['前-[后]', '前后', '前'],
])('%j', (text, printed, emended) => {
  expect(readings(text)).toEqual([printed, emended]);
});

test('a seam of two blocks reads like a line end', () => {
  const source = '清河水务\n\n公司 Stet\n\nGmbH';
  const kept = (text: string): Piece => ({ kind: 'kept', range: { from: source.indexOf(text), to: source.indexOf(text) + text.length } });
  expect(readPieces(source, [kept('清河水务'), kept('公司 Stet')], 'emended')).toBe('清河水务公司 Stet');
  expect(readPieces(source, [kept('公司 Stet'), kept('GmbH')], 'emended')).toBe('公司 Stet GmbH');
});

test('a very long run of blanks reads as fast as other text', () => {
  const run = ' \u3000'.repeat(500_000);
  const source = `前${run}中${run}\n${run}后${run}`;
  expect(readPieces(source, [{ kind: 'kept', range: { from: 0, to: source.length } }], 'emended')).toBe(`前${run}中后`);
});

test('the marked-up text is as long as its pieces say', () => {
  fc.assert(
    fc.property(arbitraryIssue, (issue) => {
      for (const { pieces } of issue.articles.flatMap(({ passages }) => passages)) expect(markedUpText(issue.source, pieces).length).toBe(piecesLength(pieces));
    }),
  );
});
