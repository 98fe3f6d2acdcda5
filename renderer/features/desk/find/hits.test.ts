import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { View } from '../../../state/desk-view.ts';
import { fold } from '#util/fold.ts';
import { hitFrom, hitsOf } from './hits.ts';

const found = (lines: readonly string[], words: string, view: View = 'marked') => hitsOf(issueOf(...lines), view, words).map(({ passage, from, to }) => `${passage} ${from}-${to}`);

test.each([
  ['Ａ１，Ｂ！', 'a1,b!'],
  ['全角　空', '全角 空'],
  ['İß', 'İß'], // what would become two characters stays
  ['“引号”……', '“引号”……'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  [['a1 body: 河边的河'], '河', ['p1 0-1', 'p1 3-4']],
  [['a1 body: 哈哈哈哈'], '哈哈', ['p1 0-2', 'p1 2-4']],
  [['a1 body: 覆盖５Ｇ网'], '5g', ['p1 2-4']],
  [['a1 body: 5G网,好'], '５Ｇ网，', ['p1 0-4']],
  [['a1 headline: 河', 'a2 body: 过河', '- banner: 河头条'], '河', ['p1 0-1', 'p2 1-2', 'p3 0-1']],
  [['a1 body: 一-[抵]+[低]偿'], '低偿', ['p1 2-4']],
  [['a1 body: 一-[抵]+[低]偿'], '一低', ['p1 0-3']], // with the struck character between
  [['a1 body: 一-[抵]+[低]偿'], '抵偿', ['p1 1-4']], // as it was printed
  [['a1 body: 一-[抵]+[低]偿'], '偿', ['p1 3-4']], // once, though both readings have it
  [['a1 body: 孩子□目不转睛'], '孩子目不', ['p1 0-5']], // over the gap
  [['a1 body: 孩子□目不转睛'], '子□目', ['p1 1-4']],
  [['a1 body: 孩子□目不转睛'], '□', ['p1 2-3']],
  [['a1 body: 河'], '', []],
  [['a1 body: 河'], '海', []],
] as const)('in %j, %s is found at %j', (lines, words, hits) => {
  expect(found(lines, words)).toEqual(hits);
});

test('what a view does not show is not found in it', () => {
  const lines = ['a1 body: 一-[抵]+[低]偿'];
  expect(found(lines, '抵', 'emended')).toEqual([]);
  expect(found(lines, '低', 'printed')).toEqual([]);
  expect(found(lines, '一抵偿', 'printed')).toEqual(['p1 0-4']);
});

test('words are found over the seam of a joined paragraph and over a line end', () => {
  const issue = issueOf('a1 body: 提前打⏎烊的小店', 'a1 body: 又开了');
  const [first, second] = issue.articles[0]!.passages;
  const source = issue.source.replace('⏎', '\n');
  const joined = { ...issue, source, articles: [{ ...issue.articles[0]!, passages: [{ ...first!, pieces: [...first!.pieces, ...second!.pieces] }] }] };
  expect(hitsOf(joined, 'marked', '打烊')).toEqual([{ passage: 'p1', from: 2, to: 5 }]);
  expect(hitsOf(joined, 'marked', '小店又开')).toEqual([{ passage: 'p1', from: 6, to: 10 }]);
});

test('the next hit is the one at or behind a place, the one before lies before it, and the page is a ring', () => {
  const issue = issueOf('a1 body: 河边河', 'a1 body: 边', 'a2 body: 河');
  const hits = hitsOf(issue, 'marked', '河');
  const go = (passage: string, at: number, step: 1 | -1) => hitFrom(issue, hits, { passage: passageId(passage), at }, step);
  expect(go('p1', 0, 1)).toBe(hits[0]);
  expect(go('p1', 1, 1)).toBe(hits[1]);
  expect(go('p2', 0, 1)).toBe(hits[2]);
  expect(go('p3', 1, 1)).toBe(hits[0]);
  expect(go('p3', 0, -1)).toBe(hits[1]);
  expect(go('p1', 0, -1)).toBe(hits[2]);
  expect(hitFrom(issue, hits, null, 1)).toBe(hits[0]);
  expect(hitFrom(issue, [], null, 1)).toBeNull();
});
