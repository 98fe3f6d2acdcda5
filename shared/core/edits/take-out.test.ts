import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import type { Issue } from '../model/issue.ts';
import { dice, editFor, kindOf } from '../testing/arbitrary-edit.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { issueOf, showIssue } from '../testing/notation.ts';
import { applyAll, invertAll } from './apply.ts';
import type { Edit } from './edit.ts';
import { withFirstTouch } from './first-touch.ts';
import { dependentsOf, takeOut } from './take-out.ts';
import type { Done } from './take-out.ts';

/** Acts of a person one after the other, as the journal has them. */
function play(first: Issue, acts: readonly (readonly Edit[])[]): { readonly issue: Issue; readonly done: readonly Done[] } | null {
  const done: Done[] = [];
  let issue = first;
  for (const [entry, act] of acts.entries()) {
    const edits = withFirstTouch(issue, act);
    const next = applyAll(issue, edits);
    if (!next.ok) return null;
    done.push({ entry, edits, inverse: invertAll(issue, edits), keys: [] });
    issue = next.value;
  }
  return { issue, done };
}

const history = fc.tuple(arbitraryIssue, fc.array(dice, { minLength: 2, maxLength: 8 })).map(([first, rolls]) => {
  const acts: Edit[][] = [];
  let issue = first;
  for (const [serial, roll] of rolls.entries()) {
    const edit = editFor(issue, kindOf(roll), roll, serial);
    const next = edit && applyAll(issue, withFirstTouch(issue, [edit]));
    if (!edit || !next?.ok) continue;
    acts.push([edit]);
    issue = next.value;
  }
  return { first, acts };
});

/** An issue but for which articles are in work and which new: that goes by who came to an article first, and nothing hangs on it. */
const tree = ({ articles, aside }: Issue) => ({ articles: articles.map((article) => ({ ...article, status: article.status === 'in-work' ? 'new' : article.status })), aside });

test('an entry that may be taken out leaves the issue as if it had never been done, and the others as they can be taken back', () => {
  let allowed = 0;
  fc.assert(fc.property(history, fc.nat(), ({ first, acts }, roll) => {
    const played = play(first, acts);
    if (!played || acts.length < 2) return;
    const at = roll % (acts.length - 1);
    const out = takeOut(played.issue, played.done.slice(at));
    if (!out.ok) return;
    allowed += 1;
    const never = play(first, acts.toSpliced(at, 1));
    expect(never && tree(never.issue)).toEqual(tree(out.value.issue));
    // Whatever stands is taken back by what is written down.
    let back = out.value.issue;
    for (const each of played.done.toSpliced(at, 1).toReversed()) {
      const next = applyAll(back, each.inverse);
      if (!next.ok) throw new Error(next.error.code);
      back = next.value;
    }
    expect(tree(back)).toEqual(tree(first));
  }), { numRuns: 1_500 });
  expect(allowed).toBeGreaterThan(100);
});

test('what depends on an entry is what has to go first: it cannot be taken out while any of them stands, and can be when they are gone', () => {
  let blocked = 0;
  fc.assert(fc.property(history, fc.nat(), ({ first, acts }, roll) => {
    const played = play(first, acts);
    if (!played || acts.length < 2) return;
    let rest = played.done.slice(roll % (acts.length - 1));
    let { issue } = played;
    const dependents = dependentsOf(issue, rest);
    if (dependents.length > 0) blocked += 1;
    for (const entry of dependents) {
      expect(takeOut(issue, rest).ok).toBe(false);
      const at = rest.findIndex((each) => each.entry === entry);
      const out = takeOut(issue, rest.slice(at));
      if (!out.ok) throw new Error('it was to go before those it stands under');
      issue = out.value.issue;
      rest = rest.toSpliced(at, 1);
    }
    expect(takeOut(issue, rest).ok).toBe(true);
  }), { numRuns: 800 });
  expect(blocked).toBeGreaterThan(100);
});

const page = issueOf('a1 headline: 甲', 'a1 body: 一二三', 'a1 body: 四五六', 'a2 headline: 乙', 'a2 body: 七八九');
const text = (passage: string, from: number, to: number, put: string): Edit => ({ kind: 'replaceText', passage: passageId(passage), from, to, put: { text: put, why: { id: 'person' } } });
const status = (article: string, to: 'approved' | 'in-work'): Edit => ({ kind: 'setStatus', article: articleId(article), status: to });
const split: Edit = { kind: 'splitBefore', passage: passageId('p3'), head: { id: articleId('new'), status: 'new', topics: [], note: '' } };
const noted = (article: string): Edit => ({ kind: 'setNote', article: articleId(article), note: '看' });

test.each<readonly [string, readonly Edit[], readonly number[]]>([
  ['a word, with another passage mended after it', [text('p2', 0, 1, '壹'), text('p3', 0, 1, '肆')], []],
  ['a word, in the same passage as one mended after it', [text('p2', 0, 1, '壹'), text('p2', 3, 4, '叁')], [1]],
  ['a word in an article that was approved since', [text('p2', 0, 1, '壹'), status('a1', 'approved')], []],
  ['a split, with something done in the article it made', [split, noted('new')], [1]],
  ['a split, with something done elsewhere', [split, noted('a2'), text('p5', 0, 1, '柒')], []],
  ['a merge, with a word mended in what was merged', [{ kind: 'mergeAbove', article: articleId('a2') }, text('p5', 0, 1, '柒')], []],
  ['a role, changed again', [{ kind: 'setRole', passage: passageId('p3'), role: 'caption' }, { kind: 'setRole', passage: passageId('p3'), role: 'credit' }], [1]],
  ['a split that was merged again, and what stands on that', [split, { kind: 'mergeAbove', article: articleId('new') }, { kind: 'join', passage: passageId('p3') }], [2, 1]],
])('%s', (_, acts, expected) => {
  const played = play(page, acts.map((edit) => [edit]));
  expect(played && dependentsOf(played.issue, played.done)).toEqual(expected);
});

test('values that a later entry set as well are in its way', () => {
  const done = (entry: number, ...keys: readonly string[]): Done => ({ entry, edits: [], inverse: [], keys });
  expect(dependentsOf(page, [done(0, 'a'), done(1, 'b'), done(2, 'a', 'c'), done(3, 'c'), done(4, 'b')])).toEqual([3, 2]);
});

test('an article that was approved since stays as it is, and one that was only worked on is new again', () => {
  const statuses = (...acts: readonly (readonly Edit[])[]) => {
    const played = play(page, acts)!;
    const out = takeOut(played.issue, played.done);
    return out.ok && [showIssue(out.value.issue)[1], ...out.value.issue.articles.map((article) => article.status)];
  };
  expect(statuses([text('p2', 0, 1, '壹')], [status('a1', 'approved')])).toEqual(['a1 body: 一二三', 'approved', 'new']);
  expect(statuses([text('p2', 0, 1, '壹')], [text('p3', 0, 1, '肆')])).toEqual(['a1 body: 一二三', 'new', 'new']);
});
