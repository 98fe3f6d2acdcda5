import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import { passageId } from '#core/model/ids.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { outlineOf, stopOf } from './desk-outline.ts';
import { planMerge, planSplit } from './desk-plan-articles.ts';
import { previewOf } from './desk-preview.ts';

const PAGE = issueOf('a1 headline: 河畔书屋亮灯', 'a1 body: 甲一，', 'a1 body: 乙题', 'a1 body: 乙一', 'a2 body: 没有标题的一篇，开头很长，长到在预览里写不下，只写它的开头。', '- furniture: 版权');
const at = (id: string) => ({ issue: PAGE, selected: [passageId(id)], mint: () => 'new' });

describe('what a split or merge would result in', () => {
  test('a split: both articles as they would be, at the passage the new one begins with', () => {
    expect(previewOf('split', at('p3'))).toMatchObject({ ok: true, value: { at: 'p3', articles: [{ number: 1, head: '河畔书屋亮灯', passages: 2 }, { number: 2, head: '乙题', passages: 2 }] } });
  });

  test('a merge: the one article it would be, wherever in the lower one it is asked for', () => {
    expect(previewOf('merge', at('p5'))).toMatchObject({ ok: true, value: { at: 'p5', articles: [{ number: 1, head: '河畔书屋亮灯', passages: 5 }] } });
  });

  test('a headline that is missing or long is told by how it begins', () => {
    const split = previewOf('split', { issue: issueOf('a1 headline: 短', 'a1 body: 一二三四五六七八九十一二三四五六七八九十一二三四五六'), selected: [passageId('p2')], mint: () => 'new' });
    expect(split).toMatchObject({ value: { articles: [{}, { head: '一二三四五六七八九十一二三四五六七八九十一二三四…' }] } });
  });

  test.each([
    ['split', 'p1', 'already-first'], ['split', 'p6', 'not-in-an-article'], ['merge', 'p1', 'nothing-above'], ['merge', 'p6', 'not-in-an-article'],
  ] as const)('a %s at %s means nothing: %s', (kind, id, error) => {
    expect(previewOf(kind, at(id))).toEqual({ ok: false, error });
  });

  test('is exactly what the act then does, and is refused exactly where the act is', () => {
    fc.assert(fc.property(arbitraryIssue, fc.nat(), fc.constantFrom('split' as const, 'merge' as const), (issue, n, kind) => {
      const { stops } = outlineOf(issue);
      fc.pre(stops.length > 0);
      const context = { issue, selected: [stops[n % stops.length]!.passage.id], mint: () => 'never-given' };
      const act = kind === 'split' ? planSplit(context) : planMerge(context);
      const preview = previewOf(kind, context);
      if (!act.ok || !preview.ok) {
        expect(preview).toEqual(act);
        return;
      }
      const done = applyAll(issue, withFirstTouch(issue, act.value.edits));
      expect({ ok: true, value: preview.value.after }).toEqual(done);
      const stop = stopOf(preview.value.after, preview.value.at)!;
      const shown = kind === 'split' ? [stop.article - 1, stop.article] : [stop.article];
      expect(preview.value.articles.map(({ number, passages }) => [number - 1, passages])).toEqual(shown.map((position) => [position, preview.value.after.articles[position]!.passages.length]));
    }));
  });
});
