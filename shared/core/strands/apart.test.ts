import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAll } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { articleId, passageId } from '../model/ids.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { issueOf } from '../testing/notation.ts';
import { articlesApart } from './apart.ts';

const page = issueOf('a1 headline: 甲', 'a1 body: 一', 'a1 caption: 图', 'a1 body: 二', 'a2 headline: 乙', 'a2 body: 三', 'a2 body: 四', '- furniture: 丙');
const move = (passage: string, article: string, after: string | null): Edit => ({ kind: 'movePassages', moves: [{ passage: passageId(passage), to: { article: articleId(article), after: after === null ? null : passageId(after) } }] });

test.each<readonly [string, readonly Edit[], readonly string[]]>([
  ['articles one after the other', [], []],
  ['a paragraph that goes on over a caption', [move('p4', 'a1', 'p2'), { kind: 'join', passage: passageId('p4') }], []],
  ['text that stands after another article’s in the source', [move('p6', 'a1', 'p4')], ['a1 p6', 'a2 p7']],
  ['… joined to a paragraph', [move('p7', 'a1', 'p4'), { kind: 'join', passage: passageId('p7') }], ['a1 p4']],
  ['one that was moved above what it followed', [move('p7', 'a2', 'p5')], ['a2 p6']],
  ['what stands aside parts nothing', [{ kind: 'setAside', moves: [{ passage: passageId('p6'), to: { article: null, after: null }, role: 'furniture' }] }], []],
])('%s', (_, edits, expected) => {
  const made = applyAll(page, edits);
  if (!made.ok) throw new Error(made.error.code);
  expect(Array.from(articlesApart(made.value), ([article, passage]) => `${article} ${passage}`)).toEqual(expected);
});

test('names passages of the article, never its first part, whatever the page', () => {
  fc.assert(fc.property(arbitraryIssue, (issue) => {
    for (const [article, passage] of articlesApart(issue)) {
      expect(issue.articles.find(({ id }) => id === article)?.passages.some(({ id }) => id === passage)).toBe(true);
    }
  }));
});
