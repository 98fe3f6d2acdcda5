import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#core/edits/apply.ts';
import { passageId } from '#core/model/ids.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { outlineOf } from './desk-outline.ts';
import { extend, extendTo, extendToEnd, keepSelection, only, selectedIds, stepArticle, stepPassage } from './desk-selection.ts';
import type { DeskSelection } from './desk-selection.ts';

const issue = issueOf('a1 headline: 甲', 'a1 body: 一', 'a1 body: 二', 'a2 headline: 乙', 'a2 body: 三', '- furniture: 丙');
const p = (n: number) => passageId(`p${n}`);
const ids = (selection: DeskSelection | null) => selectedIds(issue, selection);

test.each([
  ['the first, from nothing', () => stepPassage(issue, null, 1), ['p1']],
  ['the next, over the end of an article', () => stepPassage(issue, only(p(3)), 1), ['p4']],
  ['the previous', () => stepPassage(issue, only(p(4)), -1), ['p3']],
  ['no further than the last', () => stepPassage(issue, only(p(6)), 1), ['p6']],
  ['the next article', () => stepArticle(issue, only(p(2)), 1), ['p4']],
  ['the aside after the last article', () => stepArticle(issue, only(p(5)), 1), ['p6']],
  ['first the beginning of the own article', () => stepArticle(issue, only(p(5)), -1), ['p4']],
  ['then the article above', () => stepArticle(issue, only(p(4)), -1), ['p1']],
  ['one more below', () => extend(issue, only(p(1)), 1), ['p1', 'p2']],
  ['one less again', () => extend(issue, { anchor: p(1), focus: p(2) }, -1), ['p1']],
  ['not over the end of an article', () => extend(issue, only(p(3)), 1), ['p3']],
  ['all that follows in the article', () => extendToEnd(issue, only(p(1)), 1), ['p1', 'p2', 'p3']],
  ['all that stands above in the article', () => extendToEnd(issue, only(p(5)), -1), ['p4', 'p5']],
  ['the last passage of an article is its end', () => extendToEnd(issue, only(p(3)), 1), ['p3']],
  ['up to what was pointed at', () => extendTo(issue, only(p(3)), p(1)), ['p1', 'p2', 'p3']],
  ['in another article only that', () => extendTo(issue, only(p(3)), p(5)), ['p5']],
])('%s', (_, move, expected) => {
  expect(ids(move())).toEqual(expected);
});

test('what was joined away leaves the focus on its neighbour above', () => {
  const joined = apply(issue, { kind: 'join', passage: p(3) });
  if (!joined.ok) throw new Error(joined.error.code);
  expect(keepSelection(issue, joined.value, only(p(3)))).toEqual(only(p(2)));
});

test('a selection that an edit has parted keeps its focus alone', () => {
  const split = apply(issue, { kind: 'splitBefore', passage: p(2), head: { id: 'a9' as never, status: 'new', topics: [], note: '' } });
  if (!split.ok) throw new Error(split.error.code);
  expect(keepSelection(issue, split.value, { anchor: p(1), focus: p(2) })).toEqual(only(p(2)));
});

test('a selection never leaves one article, however it is moved', () => {
  const moves = [stepPassage, stepArticle, extend, extendToEnd];
  fc.assert(
    fc.property(arbitraryIssue, fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 12 }), (tree, steps) => {
      let selection: DeskSelection | null = null;
      for (const [move, down] of steps) selection = moves[move]!(tree, selection, down ? 1 : -1);
      const { stops, at } = outlineOf(tree);
      const articles = new Set(selectedIds(tree, selection).map((id) => stops[at.get(id)!]!.article));
      expect(articles.size).toBeLessThanOrEqual(1);
      expect(selectedIds(tree, selection).length > 0).toBe(steps.length > 0 && stops.length > 0);
    }),
  );
});
