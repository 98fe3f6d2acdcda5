import { expect, test } from 'vitest';
import { issueOf } from '../testing/notation.ts';
import { jumpLinesOf } from './page-jumps.ts';

const told = (...lines: readonly string[]) => Object.fromEntries([...jumpLinesOf(issueOf(...lines))].map(([id, jumps]) => [id, jumps.map(({ side, page }) => `${side} ${page}`).join()]));

test('an article has the jump lines of its passages, struck or not', () => {
  expect(told('a headline: 大堤', 'a body: 工程做到了-[（下转第4版）]', 'b body: （上接第1版）水退了。（下转第5版）')).toEqual({ a: 'next 4', b: 'previous 1,next 5' });
});

test('one that stands aside belongs to the article before it, or behind it, in the order of the page', () => {
  expect(told('a headline: 大堤', 'a body: 工程', '- furniture: （下转第4版）', '- furniture: 上接第2版', 'b headline: 早市', 'b body: 天亮了')).toEqual({ a: 'next 4', b: 'previous 2' });
  expect(told('- furniture: （下转第4版）', 'a headline: 大堤', '- furniture: 上接第2版')).toEqual({ a: '' });
});

test('in the middle of a long paragraph no line is looked for', () => {
  const long = '水'.repeat(400);
  expect(told(`a body: ${long}（下转第4版）${long}`, `b body: ${long}（下转第4版）`)).toEqual({ a: '', b: 'next 4' });
});
