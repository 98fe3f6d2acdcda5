import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { invariant } from '#util/invariant.ts';
import { articleId, passageId } from '../../model/ids.ts';
import { checkLedger } from '../../model/ledger.ts';
import { dice, editFor, kindOf } from '../../testing/arbitrary-edit.ts';
import { arbitraryIssue } from '../../testing/arbitrary-issue.ts';
import { issueOf, showIssue } from '../../testing/notation.ts';
import { apply, applyAll } from '../apply.ts';
import type { Edit } from '../edit.ts';
import type { Issue } from '../../model/issue.ts';
import { anchorAll } from './anchor.ts';
import { rebase } from './rebase.ts';

const p = (n: number) => passageId(`p${n}`);
const a = (n: number) => articleId(`a${n}`);
const why = { id: 'person' };

const OLD = () => issueOf(
  'a1 headline: 河畔书屋亮灯夜读市民渐多',
  'a1 body: 入夏以来沿江六间书屋延长开放时间到晚上十点',
  'a1 body: 管里员说最受欢迎的是靠窗的长桌',
  'a2 headline: 麦收时节农机手备战忙',
  'a2 body: 天刚亮合作社的院子里已是马达声声',
);

/** The passages of a fresh tree have other ids, as those of another source version do. */
function renamed(issue: Issue): Issue {
  const passages = issue.articles.map(({ passages: list, id, ...rest }) => ({ ...rest, id: articleId(`n-${id}`), passages: list.map((each) => ({ ...each, id: passageId(`n-${each.id}`) })) }));
  return { ...issue, articles: passages, aside: issue.aside.map((each) => ({ ...each, id: passageId(`n-${each.id}`) })) };
}

function replay(fresh: Issue, ...edits: readonly Edit[]) {
  const old = OLD();
  const anchored = anchorAll(old, edits);
  invariant(anchored.ok, 'the edits apply to the old issue');
  return rebase(fresh, old.source.length, [{ entry: 1, edits: anchored.value }]);
}

const correct: Edit = { kind: 'replaceText', passage: p(3), from: 1, to: 2, put: { text: '理', why } };

const RESCANNED = () => renamed(issueOf(
  'a1 headline: 河畔书屋亮灯夜读市民渐多',
  'a1 body: 今年入夏以来沿江六间书屋延长开放时间到晚上十点',
  'a1 body: 管里员说最受欢迎的是靠窗的长桌子',
  'a2 headline: 麦收时节农机手备战忙',
  'a2 body: 天刚亮合作社的院子里已是马达声声',
));

test.each<[string, readonly Edit[], readonly string[]]>([
  ['a correction', [correct], ['n-a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌子']],
  ['a correction after a cut', [{ kind: 'break', passage: p(3), at: 4, lower: { id: passageId('mine'), role: 'body' } }, correct], ['n-a1 body: 管-[里]+[理]员说', 'n-a1 body: 最受欢迎的是靠窗的长桌子']],
  ['a correction of what a cut made', [{ kind: 'break', passage: p(3), at: 4, lower: { id: passageId('mine'), role: 'body' } }, { kind: 'setRole', passage: passageId('mine'), role: 'caption' }], ['n-a1 caption: 最受欢迎的是靠窗的长桌子']],
  ['a split', [{ kind: 'splitBefore', passage: p(3), head: { id: articleId('mine'), status: 'new', topics: [], note: '' } }], ['mine body: 管里员说最受欢迎的是靠窗的长桌子']],
  ['a merge', [{ kind: 'mergeAbove', article: a(2) }], ['n-a1 headline: 麦收时节农机手备战忙']],
  ['a join', [{ kind: 'join', passage: p(3) }], ['n-a1 body: 今年入夏以来沿江六间书屋延长开放时间到晚上十点管里员说最受欢迎的是靠窗的长桌子']],
  ['a move', [{ kind: 'movePassages', moves: [{ passage: p(3), to: { article: a(2), after: p(5) } }] }], ['n-a2 body: 天刚亮合作社的院子里已是马达声声', 'n-a2 body: 管里员说最受欢迎的是靠窗的长桌子']],
  ['setting aside', [{ kind: 'setAside', moves: [{ passage: p(2), to: { article: null, after: null }, role: 'banner' }] }], ['- banner: 今年入夏以来沿江六间书屋延长开放时间到晚上十点']],
])('%s finds its place in a re-scanned page', (_name, edits, expected) => {
  const { issue, unplaced } = replay(RESCANNED(), ...edits);
  expect(unplaced).toEqual([]);
  expect(showIssue(issue)).toEqual(expect.arrayContaining([...expected]));
  expect(checkLedger(issue)).toMatchObject({ ok: true });
});

test('what was written behind the last character of a passage stays there, in the order it was written, and is not taken for the beginning of what follows', () => {
  const put = (passage: number, at: number, text: string): Edit => ({ kind: 'replaceText', passage: p(passage), from: at, to: at, put: { text, why } });
  const edits = [put(3, 15, '甲'), put(3, 16, '乙'), put(5, 16, '丙'), put(5, 17, '丁')];
  for (const fresh of [OLD(), renamed(OLD())]) {
    const { issue, unplaced } = replay(fresh, ...edits);
    expect(unplaced).toEqual([]);
    expect(showIssue(issue).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'headline: 河畔书屋亮灯夜读市民渐多', 'body: 入夏以来沿江六间书屋延长开放时间到晚上十点', 'body: 管里员说最受欢迎的是靠窗的长桌+[甲乙]', 'headline: 麦收时节农机手备战忙', 'body: 天刚亮合作社的院子里已是马达声声+[丙丁]',
    ]);
  }
});

test('a gap at the end of a passage is filled there', () => {
  const old = OLD();
  const marked = applyAll(old, [{ kind: 'replaceText', passage: p(3), from: 15, to: 15, put: { pieces: [{ kind: 'gap', extent: 1, why }] } }]);
  invariant(marked.ok, 'a gap may stand at the end');
  const anchored = anchorAll(marked.value, [{ kind: 'fillGap', passage: p(3), at: 15, text: '子', why }]);
  invariant(anchored.ok, 'it is there to be filled');
  for (const fresh of [marked.value, renamed(OLD())]) {
    expect(showIssue(rebase(fresh, old.source.length, [{ entry: 1, edits: anchored.value }]).issue)[2]).toMatch(/body: 管里员说最受欢迎的是靠窗的长桌\+\[子\]$/);
  }
});

test('tags, notes and status go with the article', () => {
  const { issue } = replay(RESCANNED(), { kind: 'setTopics', article: a(2), topics: [{ scheme: 'medtop', id: 'x' }] }, { kind: 'setStatus', article: a(1), status: 'approved' });
  expect(issue.articles.map(({ topics, status }) => [topics.length, status])).toEqual([[0, 'approved'], [1, 'new']]);
});

test('what the new scan reads rightly needs no correction', () => {
  const mended = renamed(issueOf('a1 body: 入夏以来沿江六间书屋延长开放时间到晚上十点', 'a1 body: 管理员说最受欢迎的是靠窗的长桌'));
  const { issue, placed, unplaced } = replay(mended, correct);
  expect(unplaced).toEqual([]);
  expect(placed[0]!.edits).toEqual([]);
  expect(issue).toEqual(mended);
});

test('what the better splitter does by itself needs no edit, and later edits still find it', () => {
  const better = renamed(issueOf('a1 headline: 河畔书屋亮灯夜读市民渐多', 'a1 body: 入夏以来沿江六间书屋延长开放时间到晚上十点', 'a9 body: 管里员说最受欢迎的是靠窗的长桌'));
  const mine = articleId('mine');
  const { issue, unplaced } = replay(better, { kind: 'splitBefore', passage: p(3), head: { id: mine, status: 'new', topics: [], note: '' } }, { kind: 'setNote', article: mine, note: '查' });
  expect(unplaced).toEqual([]);
  expect(issue.articles.map(({ id, note }) => [id, note])).toEqual([['n-a1', ''], ['n-a9', '查']]);
});

test('a decision that is settled on one tree is kept for the next, in its place', () => {
  const split: Edit = { kind: 'splitBefore', passage: p(3), head: { id: articleId('mine'), status: 'new', topics: [], note: '' } };
  const note: Edit = { kind: 'setNote', article: articleId('mine'), note: '查' };
  const better = renamed(issueOf('a1 headline: 河畔书屋亮灯夜读市民渐多', 'a1 body: 入夏以来沿江六间书屋延长开放时间到晚上十点', 'a9 body: 管里员说最受欢迎的是靠窗的长桌'));
  const { placed } = replay(better, correct, split, note);
  expect(placed[0]!.edits.map(({ edit }) => edit.kind)).toEqual(['replaceText', 'setNote']);
  expect(placed[0]!.settled.map(({ after, edit: { edit } }) => [after, edit])).toEqual([[1, split]]);
});

test('of an article that is set aside in the new tree, notes are listed, but not that it was being worked on', () => {
  const aside = renamed(issueOf('- banner: 河畔书屋亮灯夜读市民渐多', 'a1 body: 入夏以来沿江六间书屋延长开放时间到晚上十点', 'a1 body: 管里员说最受欢迎的是靠窗的长桌'));
  const { unplaced, issue } = replay(aside, { kind: 'setStatus', article: a(1), status: 'in-work' }, correct, { kind: 'setNote', article: a(1), note: '查' });
  expect(unplaced.map(({ edit }) => edit.kind)).toEqual(['setNote']);
  expect(showIssue(issue)).toContain('n-a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌');
});

test('a note goes with the text of its article, also where an earlier edit of the replay split that off', () => {
  const whole = renamed(issueOf(
    'a1 headline: 河畔书屋亮灯夜读市民渐多', 'a1 body: 入夏以来沿江六间书屋延长开放时间到晚上十点', 'a1 body: 管里员说最受欢迎的是靠窗的长桌',
    'a1 headline: 麦收时节农机手备战忙', 'a1 body: 天刚亮合作社的院子里已是马达声声',
  ));
  const split: Edit = { kind: 'splitBefore', passage: p(3), head: { id: articleId('mine'), status: 'new', topics: [], note: '' } };
  const { issue, unplaced } = replay(whole, { kind: 'setStatus', article: a(2), status: 'in-work' }, split, { kind: 'setNote', article: a(2), note: '查' });
  expect(unplaced).toEqual([]);
  expect(issue.articles.map(({ id, note }) => [id, note])).toEqual([['n-a1', ''], ['mine', '查']]);
});

test('what no longer fits is listed with both readings and changes nothing', () => {
  const other = renamed(issueOf('a1 body: 管哩贝说最受大家欢迎的是靠墙的长椅'));
  const { issue, unplaced } = replay(other, correct, { kind: 'setRole', passage: p(5), role: 'caption' });
  expect(issue).toEqual(other);
  expect(unplaced.map(({ problem }) => problem)).toEqual(['anchor-gone', 'anchor-gone']);
  expect([unplaced[0]!.was, unplaced[0]!.is]).toEqual([expect.stringContaining('管里员说'), '']);
  expect([unplaced[1]!.was, unplaced[1]!.is]).toEqual([expect.stringContaining('天刚亮'), '']);
});

test('the new inverse takes the replayed group back', () => {
  const fresh = RESCANNED();
  const { issue, placed } = replay(fresh, correct, { kind: 'mergeAbove', article: a(2) });
  expect(applyAll(issue, placed[0]!.inverse)).toEqual({ ok: true, value: fresh });
});

test('on the very same source and tree every edit finds its place, whatever was done', () => {
  let made = 0;
  fc.assert(
    fc.property(arbitraryIssue, fc.array(dice, { maxLength: 12 }), (first, rolls) => {
      const edits: Edit[] = [];
      let issue = first;
      for (const [serial, roll] of rolls.entries()) {
        const edit = editFor(issue, kindOf(roll), roll, serial);
        if (!edit || edit.kind === 'replaceText' || edit.kind === 'fillGap' || edit.kind === 'break' || edit.kind === 'cutPassage') continue;
        const next = apply(issue, edit);
        if (!next.ok) continue;
        edits.push(edit);
        issue = next.value;
      }
      const anchored = anchorAll(first, edits);
      invariant(anchored.ok, 'they applied before');
      made += edits.length;
      const rebased = rebase(first, first.source.length, [{ entry: 1, edits: anchored.value }]);
      expect(rebased.unplaced).toEqual([]);
      expect(rebased.issue).toEqual(issue);
    }),
  );
  expect(made).toBeGreaterThan(100);
});

test('whatever the new source is, replaying never throws and the ledger holds', () => {
  fc.assert(
    fc.property(arbitraryIssue, arbitraryIssue, fc.array(dice, { maxLength: 10 }), (old, fresh, rolls) => {
      const edits: Edit[] = [];
      let issue = old;
      for (const [serial, roll] of rolls.entries()) {
        const edit = editFor(issue, kindOf(roll), roll, serial);
        const next = edit && apply(issue, edit);
        if (!edit || !next?.ok) continue;
        edits.push(edit);
        issue = next.value;
      }
      const anchored = anchorAll(old, edits);
      invariant(anchored.ok, 'they applied before');
      const rebased = rebase(renamed(fresh), old.source.length, [{ entry: 1, edits: anchored.value }]);
      expect(checkLedger(rebased.issue)).toMatchObject({ ok: true });
    }),
  );
});
