import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedUpText, readPieces } from '../model/reading.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { issueOf } from '../testing/notation.ts';
import { passageText, rangeIn } from './passage-text.ts';

test('the text is the emended reading, and each character stands where it says', () => {
  fc.assert(
    fc.property(arbitraryIssue, ({ source, articles, aside }) => {
      for (const { pieces } of [...articles.flatMap(({ passages }) => passages), ...aside]) {
        const { text, at } = passageText(source, pieces);
        expect(text).toBe(readPieces(source, pieces, 'emended'));
        expect(at.length).toBe(text.length);
        const marked = markedUpText(source, pieces);
        expect([...at.keys()].every((i) => marked[at[i]!] === text[i] || text[i] === ' ' || text[i] === '□')).toBe(true);
      }
    }),
  );
});

test('a stretch of the reading takes in what is struck inside it', () => {
  const { source, articles } = issueOf('a1 body: 一-[抵]+[低]偿□款');
  const text = passageText(source, articles[0]!.passages[0]!.pieces);
  expect(text.text).toBe('一低偿□款');
  expect(rangeIn(text, 0, 2)).toEqual({ from: 0, to: 3 });
  expect(rangeIn(text, 3, 4)).toEqual({ from: 4, to: 5 });
});
