import { describe, expect, it } from 'vitest';
import type { Decision } from '#core/model/decision.ts';
import { passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueWith, layoutOf } from '#core/testing/layouts.ts';
import { only } from '../../../../renderer/state/desk-selection.ts';
import { concerns, fewestEdits, leftOn } from './left.ts';
import type { Goal } from './left.ts';
import { planned } from './plan.ts';
import type { Key } from './press.ts';

/** The goal of a page whose every atom is a block. */
function goalOf(issue: Issue, truth: string): Goal {
  const count = Math.ceil(issue.source.length / 2);
  return { blocks: Array.from({ length: count }, (_, atom) => ({ range: { from: atom * 2, to: atom * 2 + 1 }, gap: 0 })), truth: () => renumbered(truth) };
}

// Laid out, atoms are numbered from 0 in the order of the source; the notation begins at 1.
const renumbered = (text: string) => layoutOf(text.replace(/\d+/gu, (digits) => String(Number(digits) - 1)));

const found = (text: string): Issue => issueWith(renumbered(text));

const written = (key: Key): string => (typeof key === 'string' ? key : `${key.shift ? 'Shift+' : ''}<${Number(key.at.slice(1)) + 1}>`);

/** The keys of a plan; letters are written as the atom that the passage they are drawn at begins with. */
function keysOf(from: string, truth: string, { focus = 'p0', decisions = [], hidden = [] }: { readonly focus?: string; readonly decisions?: readonly Decision[]; readonly hidden?: readonly string[] } = {}) {
  const issue = found(from);
  const state = { issue, decisions, settled: new Map(), selection: only(passageId(focus)), scroll: 0, again: null };
  const moves = planned(state, goalOf(issue, truth), new Set(hidden));
  return moves && moves.flatMap(({ walk, keys }) => [...walk, ...keys]).map(written).join(' ');
}

describe('planned', () => {
  it.each([
    ['a split is one key where it is to be', 'h1 b2 h3', 'h1 b2 | h3', 'j j s Shift+A'],
    ['what is far is pointed at', 'h1 b2 b3 b4 b5 h6 b7', 'h1 b2 b3 b4 b5 | h6 b7', '; <6> s Shift+A'],
    ['articles that are right are approved on the way', 'h1 b2 | h3 b4 | h5 b6 h7', 'h1 b2 | h3 b4 | h5 b6 | h7', 'Shift+A Shift+A j j s Shift+A'],
    ['a role is two keys', 'h1 h2 b3', 'h1 subt2 b3', 'j r t'],
    ['the same role elsewhere is one', 'h1 h2 b3 h4 h5 h6', 'h1 subt2 b3 subt4 subt5 subt6', 'j r t j j Shift+End .'],
    ['a paragraph is joined', 'h1 b2 b3', 'h1 b2.3', 'j j ['],
    ['one is broken at its seam', 'h1 b2.3', 'h1 b2 b3', 'j ]'],
    ['one is broken at its second seam only', 'h1 b2.3.4', 'h1 b2.3 b4', 'j ] ] k ['],
    ['what goes on elsewhere is joined to it at once', 'h1 b2 b3 b4 | h5 b6', 'h1 b2.6 b3 b4 | h5', 'Shift+J j { <2> Shift+A'],
    ['neighbours are set aside together', 'h1 b2 b3 b4', 'h1 b4 / f2 f3', 'j Shift+ArrowDown u f'],
    ['what stands aside comes back', 'h1 / f2', 'h1 subh2', 'j Shift+U'],
  ])('%s', (_what, from, truth, keys) => expect(keysOf(from, truth)).toBe(keys));

  it('the other likely role is one key', () => {
    const decisions: readonly Decision[] = [{ subject: passageId('p1'), kind: 'role', confidence: 0.9, reasons: [], roles: ['headline', 'caption'] }];
    expect(keysOf('h1 h2 b3', 'h1 capt2 b3', { decisions })).toBe('j c');
  });
  it('an answer leads to the next question', () => {
    const decisions = ['p1', 'p3'].map((id): Decision => ({ subject: passageId(id), kind: 'role', confidence: 0.4, reasons: [], roles: ['headline', 'caption'] }));
    expect(keysOf('h1 h2 b3 h4', 'h1 capt2 b3 capt4', { decisions, focus: 'p1' })).toBe('x x');
  });
  it('what turned out not to be in sight is walked to', () => expect(keysOf('h1 b2 b3 h4', 'h1 b2 b3 | h4', { hidden: ['p0 p3'] })).toBe('j j j s Shift+A'));
  it('goes back where that is nearer', () => expect(keysOf('h1 b2 h3 b4', 'h1 b2 | h3 b4', { focus: 'p3' })).toBe('k s Shift+A'));
  it('presses nothing where nothing is to be done but to approve the last article', () => expect(keysOf('h1 b2', 'h1 b2')).toBe(''));
});

describe('what is left to do', () => {
  it('is counted', () => {
    const issue = found('h1 b2 | h3 b4');
    expect(fewestEdits(issue, goalOf(issue, 'h1 | subh2 b4 / f3'))).toBe(3);
  });
  it.each([
    [{ kind: 'setRole', passage: passageId('p1') }, 'h1 b2 | h3 b4', [true, false]],
    [{ kind: 'mergeAbove', passage: passageId('p2') }, 'h1 b2 | h3 b4', [true, true]],
    [{ kind: 'splitBefore', passage: passageId('p3') }, 'h1 b2 | h3 b4', [false, true]],
    [{ kind: 'join', passage: passageId('p3') }, 'h1 b2.4 | h3', [true, true]],
  ] as const)('concerns an article: %o of %s', (aim, truth, expected) => {
    const issue = found('h1 b2 | h3 b4');
    const left = leftOn(issue, goalOf(issue, truth));
    expect([0, 1].map((position) => concerns(issue, position, aim, left))).toEqual(expected);
  });
});
