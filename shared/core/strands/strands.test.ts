import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyAll, invertAll } from '../edits/apply.ts';
import { articleId } from '../model/ids.ts';
import type { Article, Issue } from '../model/issue.ts';
import { checkLedger } from '../model/ledger.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { issueOf, showIssue } from '../testing/notation.ts';
import { dealEdits, dealt, isOne } from './deal.ts';
import { flip, flipRun, partnerOf, strandsOf } from './strands.ts';
import type { Strands } from './strands.ts';

/** Two columns read across: each article has every other block of the other's. */
const ACROSS = issueOf(
  'a1 headline: 清淤忙', 'a1 body: 班长带着大家', 'a2 headline: 义诊', 'a2 body: 九点半，诊台前',
  'a2 body: 把淤泥一锹锹装车。', 'a2 body: 排起了队。', 'a3 headline: 别的',
);
const [A1, A2] = [articleId('a1'), articleId('a2')];

function kept(issue: Issue, strands: Strands): Issue {
  const edits = dealEdits(strands, 'new');
  if (!edits.ok) throw new Error(edits.error);
  const next = applyAll(issue, edits.value);
  if (!next.ok) throw new Error(JSON.stringify(next.error));
  return next.value;
}

describe('two strands', () => {
  test('are read in the order of the source, each fragment on the side of its article', () => {
    const strands = strandsOf(ACROSS, A2, A1)!;
    expect(strands.articles).toEqual([A1, A2]);
    expect(strands.fragments.map(({ text, side }) => [side, text])).toEqual([[0, '清淤忙'], [0, '班长带着大家'], [1, '义诊'], [1, '九点半，诊台前'], [1, '把淤泥一锹锹装车。'], [1, '排起了队。']]);
  });

  test('a fragment flipped goes where the source has it, and ends that meet become one paragraph', () => {
    const after = kept(ACROSS, flip(strandsOf(ACROSS, A1, A2)!, 4));
    expect(showIssue(after)).toEqual(['a1 headline: 清淤忙', 'a1 body: 班长带着大家把淤泥一锹锹装车。', 'a2 headline: 义诊', 'a2 body: 九点半，诊台前排起了队。', 'a3 headline: 别的']);
  });

  test('a joined passage is taken apart at its seam, and only there', () => {
    const wrong = kept(ACROSS, flip(strandsOf(ACROSS, A1, A2)!, 4));
    const strands = strandsOf(wrong, A1, A2)!;
    expect(strands.fragments.map(({ text }) => text)).toEqual(['清淤忙', '班长带着大家', '义诊', '九点半，诊台前', '把淤泥一锹锹装车。', '排起了队。']);
    const back = kept(wrong, flip(strands, 4));
    expect(showIssue(back)).toEqual(['a1 headline: 清淤忙', 'a1 body: 班长带着大家', 'a2 headline: 义诊', 'a2 body: 九点半，诊台前把淤泥一锹锹装车。', 'a2 body: 排起了队。', 'a3 headline: 别的']);
  });

  test('the rest of a run goes together, up to where the other article comes in', () => {
    const sides = (strands: Strands) => strands.fragments.map(({ side }) => side).join('');
    expect(sides(flipRun(strandsOf(ACROSS, A1, A2)!, 3))).toBe('001000');
    expect(sides(flipRun(flip(strandsOf(ACROSS, A1, A2)!, 4), 3))).toBe('001001');
  });

  test('nothing dealt and nothing left are refused', () => {
    const strands = strandsOf(ACROSS, A1, A2)!;
    expect(dealEdits(strands, 'new')).toEqual({ ok: false, error: 'nothing-dealt' });
    expect(dealEdits(flipRun(strands, 0), 'new')).toEqual({ ok: false, error: 'nothing-left' });
    const both = strands.fragments.reduce((all, _, at) => flip(all, at), strands);
    expect(dealEdits(both, 'new')).toEqual({ ok: false, error: 'nothing-dealt' });
  });

  test('the partner is the article whose blocks alternate with one’s own; else the one below, else above', () => {
    expect(partnerOf(ACROSS, articleId('a3'))).toBe(A2);
    expect(partnerOf(ACROSS, A1)).toBe(A2);
    const mixed = kept(ACROSS, flip(strandsOf(ACROSS, A1, A2)!, 4));
    expect(partnerOf(mixed, A2)).toBe(A1); // though another is below
    expect(partnerOf({ ...mixed, articles: mixed.articles.slice(0, 1) }, A1)).toBeNull();
  });

  test('where nothing alternates it is a neighbour whose text breaks off; else the nearer', () => {
    const partner = (above: string, below: string, astray?: 'above' | 'below') => partnerOf(issueOf(`a1 body: ${above}`, 'a2 body: 九点半开诊。', `a3 body: ${below}`), A2, astray);
    expect(partner('班长带着大家', '河面结了冰。')).toBe('a1');
    expect(partner('淤泥装了车。', '河面结了')).toBe('a3');
    expect(partner('淤泥装了车。', '河面结了', 'above')).toBe('a3');
    expect([partner('淤泥装了车。', '河面结了冰。'), partner('淤泥装了车。', '河面结了冰。', 'above')]).toEqual(['a3', 'a1']);
  });
});

/** The source characters an article has, kept or struck, and what was added to it. */
function holdings({ passages }: Article): readonly string[] {
  return passages.flatMap(({ pieces }) => pieces.flatMap((piece): string[] => {
    if (piece.kind === 'added') return [`+${piece.text}`];
    if (piece.kind === 'gap') return ['gap'];
    return Array.from({ length: piece.range.to - piece.range.from }, (_, i) => `${piece.kind} ${piece.range.from + i}`);
  })).toSorted();
}

const flips = fc.array(fc.record({ at: fc.nat(), run: fc.boolean() }), { minLength: 1, maxLength: 6 });

test('however fragments are flipped, none is lost, each article has exactly what was dealt to it, the rest of the page stays, and it can be undone', () => {
  fc.assert(fc.property(arbitraryIssue, fc.nat(), fc.nat(), flips, (issue, first, second, turns) => {
    fc.pre(issue.articles.length >= 2);
    const one = issue.articles[first % issue.articles.length]!;
    const rest = issue.articles.filter((article) => article !== one);
    const start = strandsOf(issue, one.id, rest[second % rest.length]!.id)!;
    const strands = turns.reduce((now, { at, run }) => (run ? flipRun : flip)(now, at % now.fragments.length), start);
    expect([...dealt(strands, 0), ...dealt(strands, 1)].toSorted((a, b) => a - b)).toEqual([...strands.fragments.keys()]);
    const edits = dealEdits(strands, 'never-given');
    if (!edits.ok) return;
    const done = applyAll(issue, edits.value);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    expect(checkLedger(done.value).ok).toBe(checkLedger(issue).ok);
    const after = strands.articles.map((id) => done.value.articles.find((article) => article.id === id)!);
    expect(after.map((article) => article.passages.length > 0)).toEqual([true, true]);
    const together = (articles: readonly Article[]) => articles.flatMap(holdings).toSorted();
    expect(together(after)).toEqual(together(issue.articles.filter(({ id }) => strands.articles.includes(id))));
    for (const side of [0, 1] as const) {
      const wanted = strands.fragments.filter((fragment) => fragment.side === side).flatMap(({ source }) => (source ? [source.from] : [])).toSorted();
      const there = new Set(after[side]!.passages.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'kept' || piece.kind === 'struck' ? [piece.range] : []))).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
      expect(wanted.filter((offset) => !there.has(offset))).toEqual([]);
    }
    expect(done.value.articles.filter(({ id }) => !strands.articles.includes(id))).toEqual(issue.articles.filter(({ id }) => !strands.articles.includes(id)));
    expect(done.value.aside).toEqual(issue.aside);
    expect(applyAll(done.value, invertAll(issue, edits.value))).toEqual({ ok: true, value: issue });
    // What the view says is one paragraph is one.
    for (const side of [0, 1] as const) {
      const list = dealt(strands, side);
      const paragraphs = 1 + list.slice(1).filter((place, i) => !isOne(strands, list[i]!, place)).length;
      expect(after[side]!.passages).toHaveLength(paragraphs);
    }
  }));
});
