import { describe, expect, it } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueWith, layoutOf } from '#core/testing/layouts.ts';
import { concerns, leftToDo, nextMove } from './plan.ts';
import type { Goal } from './plan.ts';

/** The goal of a page whose every atom is a block. */
function goalOf(issue: Issue, truth: string): Goal {
  const count = Math.ceil(issue.source.length / 2);
  return { blocks: Array.from({ length: count }, (_, atom) => ({ range: { from: atom * 2, to: atom * 2 + 1 }, gap: 0 })), truth: () => renumbered(truth) };
}

// Laid out, atoms are numbered from 0 in the order of the source; the notation begins at 1.
const renumbered = (text: string) => layoutOf(text.replace(/\d+/gu, (digits) => String(Number(digits) - 1)));

const found = (text: string): Issue => issueWith(renumbered(text));

function move(from: string, truth: string, focus = 'p0') {
  const issue = found(from);
  const goal = goalOf(issue, truth);
  const next = nextMove({ issue, decisions: [], settled: new Map(), doubts: true }, passageId(focus), goal, leftToDo(issue, goal));
  return next && [...next.walk, ...next.keys].join(' ');
}

describe('nextMove', () => {
  it.each([
    ['a split is one key where it is to be', 'h1 b2 h3 b4', 'h1 b2 | h3 b4', 'j j s'],
    ['articles are gone through whole', 'h1 b2 | h3 b4 | h5 b6', 'h1 b2 | h3 b4 h5 b6', 'Shift+J Shift+J m'],
    ['an article is merged from wherever it is nearest', 'h1 b2 | h3 b4', 'h1 b2 h3 b4', 'Shift+J m'],
    ['a role is two keys', 'h1 h2 b3', 'h1 subt2 b3', 'j r t'],
    ['a paragraph is joined', 'h1 b2 b3', 'h1 b2.3', 'j j ['],
    ['one is broken at its seam', 'h1 b2.3', 'h1 b2 b3', 'j ]'],
    ['one is broken at its second seam only', 'h1 b2.3.4', 'h1 b2.3 b4', 'j ] ] k ['],
    ['neighbours are set aside together', 'h1 b2 b3 b4', 'h1 b4 / f2 f3', 'j Shift+ArrowDown u f'],
    ['what stands aside comes back', 'h1 / f2', 'h1 subh2', 'Shift+J Shift+U'],
    ['what stands aside comes back with its role', 'h1 / f2', 'h1 b2', 'Shift+J r b'],
    ['a part that is broken off gets its role with it', 'h1 b2.3', 'h1 b2 h3', 'j ] r h'],
  ])('%s', (_what, from, truth, keys) => expect(move(from, truth)).toBe(keys));

  it('goes back where that is nearer', () => expect(move('h1 b2 h3 b4', 'h1 b2 | h3 b4', 'p3')).toBe('k s'));
  it('knows nothing where nothing is to be done', () => expect(move('h1 b2', 'h1 b2')).toBeNull());
});

describe('concerns', () => {
  const issue = found('h1 b2 | h3 b4');
  it.each([
    [{ kind: 'setRole', passage: passageId('p1') }, [true, false]],
    [{ kind: 'mergeAbove', passage: passageId('p2') }, [true, true]],
    [{ kind: 'splitBefore', passage: passageId('p3') }, [false, true]],
  ] as const)('%o', (aim, expected) => expect([0, 1].map((position) => concerns(issue, position, aim))).toEqual(expected));
});
