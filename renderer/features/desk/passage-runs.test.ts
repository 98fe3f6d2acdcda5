import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedUpText, readPieces } from '#core/model/reading.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { runsOf } from './passage-runs.ts';
import type { Run } from './passage-runs.ts';

const say = (run: Run) => {
  switch (run.kind) {
    case 'seam':
      return '⌇';
    case 'space':
      return '_';
    case 'line':
      return run.text === '' ? '¶' : '↵';
    case 'gap':
      return '□';
    case 'kept':
      return run.text;
    case 'struck':
      return `-[${run.text}]`;
    case 'added':
      return `+[${run.text}]`;
  }
};

const shown = (text: string, view: 'marked' | 'printed' | 'emended') => {
  const issue = issueOf(`a1 body: ${text}`);
  return runsOf(issue.source, issue.articles[0]!.passages[0]!.pieces, view).map(say).join('|');
};

test.each([
  ['一-[抵]+[低]偿□完', 'marked', '一|-[抵]|+[低]|偿|□|完'],
  ['一-[抵]+[低]偿□完', 'printed', '一|抵|偿|完'],
  ['一-[抵]+[低]偿□完', 'emended', '一|低|偿|□|完'],
  ['一行\n二行', 'marked', '一行|二行'],
  ['one\ntwo', 'marked', 'one|_|two'],
  ['one\n校样', 'marked', 'one|校样'],
] as const)('%s reads %s as %s', (text, view, expected) => {
  expect(shown(text, view)).toBe(expected);
});

test('a passage of two blocks shows the place it was joined at, as marked up only', () => {
  const { source, articles } = issueOf('a1 body: 前半', 'a1 body: 后半');
  const [upper, lower] = articles[0]!.passages;
  const pieces = [...upper!.pieces, ...lower!.pieces];
  expect(runsOf(source, pieces, 'marked').map(say).join('|')).toBe('前半|⌇|后半');
  expect(runsOf(source, pieces, 'emended').map(say).join('|')).toBe('前半|后半');
});

test('verse keeps its lines: a line feed of the text, or the seam of two columns', () => {
  const source = '雨落在瓦上 \r\n　落在伞骨上\n\n我站在门口\n等一盏灯';
  const seam = source.indexOf('\n\n');
  const pieces = [{ kind: 'kept', range: { from: 0, to: seam } }, { kind: 'kept', range: { from: seam + 2, to: source.length } }] as const;
  const runs = runsOf(source, pieces, 'marked', true);
  expect(runs.map(say).join('|')).toBe('雨落在瓦上|↵|落在伞骨上|¶|⌇|我站在门口|↵|等一盏灯');
  const text = markedUpText(source, pieces);
  for (const run of runs) if ('text' in run) expect(text.slice(run.from, run.from + run.text.length)).toBe(run.text);
  expect(runs.map((run) => (run.kind === 'line' ? '\n' : 'text' in run ? run.text : '')).join('')).toBe(readPieces(source, pieces, 'emended', true));
});

test('a run is the stretch of the marked-up text that begins where it says', () => {
  fc.assert(
    fc.property(arbitraryIssue, (issue) => {
      for (const { pieces } of [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside]) {
        const text = markedUpText(issue.source, pieces);
        for (const run of [false, true].flatMap((verse) => runsOf(issue.source, pieces, 'marked', verse))) {
          if ('text' in run) expect(text.slice(run.from, run.from + run.text.length)).toBe(run.text);
        }
      }
    }),
  );
});

test('the emended and printed readings show what the model reads, blanks aside', () => {
  const bare = (text: string) => text.replace(/[\p{White_Space}\uFEFF\u200B]/gu, '');
  fc.assert(
    fc.property(arbitraryIssue, fc.constantFrom('printed' as const, 'emended' as const), (issue, reading) => {
      for (const { pieces } of issue.articles.flatMap(({ passages }) => passages)) {
        const text = runsOf(issue.source, pieces, reading).map((run) => ('text' in run ? run.text : ' ')).join('');
        expect(bare(text)).toBe(bare(readPieces(issue.source, pieces, reading)));
      }
    }),
  );
});
