import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../edits/apply.ts';
import type { Edit } from '../../edits/edit.ts';
import type { Issue } from '../../model/issue.ts';
import type { Role } from '../../model/role.ts';
import { allEdits } from '../../testing/all-edits.ts';
import { atomsOf, issueWith, layoutIn, layoutOf, showLayout } from '../../testing/layouts.ts';
import type { Layout, Strip } from './layout.ts';
import { editsToTruth } from './edits-to-truth.ts';

const kindsOf = (found: string, truth: string) => editsToTruth(layoutOf(found), layoutOf(truth)).edits.map(({ kind }) => kind);

it.each([
  ['nothing is wrong', 'h1 b2.3 | h4 b5 / f6', 'h1 b2.3 | h4 b5 / f6', []],
  ['two articles were taken for one', 'h1 b2 h3 b4', 'h1 b2 | h3 b4', ['splitBefore']],
  ['a subhead was taken for a headline', 'h1 b2 | h3 b4', 'h1 b2 subh3 b4', ['mergeAbove', 'setRole']],
  ['a boundary stands too low', 'h1 b2 h3 | b4', 'h1 b2 | h3 b4', ['movePassages']],
  ['an article was cut where its headline group is, twice', 'k1 | h2 | b3', 'k1 h2 b3', ['mergeAbove', 'mergeAbove']],
  ['a paragraph was cut', 'h1 b2 b3', 'h1 b2.3', ['join']],
  ['a paragraph was joined to the one before', 'h1 b2.3', 'h1 b2 b3', ['break']],
  ['a part of a passage is something else', 'h1 b2.3', 'h1 b2 by3', ['cutPassage']],
  ['joining gives the role', 'h1 b2 subh3', 'h1 b2.3', ['join']],
  ['the lower part of a passage opens an article', 'h1 b2.3', 'h1 b2 | h3', ['cutPassage', 'splitBefore']],
  ['a banner was taken for a kicker', 'k1 h2 b3', 'h2 b3 / ba1', ['setAside']],
  ['two neighbours go aside as one thing, a third as another', 'h1 b2 b3 b4', 'h1 / f2 f3 d4', ['setAside', 'setAside']],
  ['what stands aside is something else', 'h1 / ba2', 'h1 / f2', ['setRole']],
  ['a kicker was taken for a banner', 'h2 b3 / ba1', 'k1 h2 b3', ['restore']],
  ['two passages were set aside', 'h1 / f2 f3', 'h1 b2.3', ['restore', 'restore', 'join']],
  ['two articles side by side, read across', 'h1 h2 b3 b4', 'h1 b3 | h2 b4', ['movePassages', 'splitBefore']],
  ['neighbours move together', 'h1 b4 | h2 b3 b5 b6', 'h1 b3 b5 b4 | h2 b6', ['movePassages']],
  ['articles stand in the wrong order', 'h3 b4 | h1 b2', 'h1 b2 | h3 b4', ['reorder']],
] as const)('%s', (_what, found, truth, kinds) => {
  expect(kindsOf(found, truth)).toEqual(kinds);
});

it('names the atom each edit is aimed at, and the true article it is for', () => {
  expect(editsToTruth(layoutOf('h1 b2 h3 b4 f5 / ba6'), layoutOf('h1 b2 | h3 subh4 / f5 ba6')).edits).toEqual([
    { kind: 'setAside', atom: 5, article: 1 },
    { kind: 'splitBefore', atom: 3, article: 1 },
    { kind: 'setRole', atom: 4, article: 1 },
  ]);
});

it('counts a way that works where the fewest edits are too dear to find', () => {
  const [found, truth] = [layoutOf('h1 b6 b2 | h5 b4 h3'), layoutOf('h1 b2 | h3 b4 | h5 b6')];
  const exact = editsToTruth(found, truth);
  const bound = editsToTruth(found, truth, 1);
  expect(exact.bounded).toBe(0);
  expect(bound.bounded).toBe(1);
  expect(bound.edits.length).toBeGreaterThanOrEqual(exact.edits.length);
  expect(bound.edits.length).toBeLessThanOrEqual(6);
});

const ROLES: readonly Role[] = ['headline', 'body', 'furniture', 'banner'];

/** The fewest edits by trying all of them, applied one after the other. */
function exhaustively(found: Layout, truth: Layout): number {
  const goal = showLayout(truth);
  const aside = new Set(truth.aside.flatMap(({ atoms }) => atoms));
  // Only what truly stands aside is set aside, only what truly does not is restored; nothing is joined or parted there.
  const isMeant = ({ articles, aside: stands }: Issue, edit: Edit) => {
    if (edit.kind === 'join' || edit.kind === 'cutPassage') return !stands.some(({ id }) => id === edit.passage);
    if (edit.kind !== 'setAside' && edit.kind !== 'restore') return true;
    const moved = new Set(edit.moves.map(({ passage }) => passage));
    const atoms = [...articles.flatMap(({ passages }) => passages), ...stands].filter(({ id }) => moved.has(id)).flatMap(({ pieces }) => atomsOf(pieces));
    return atoms.every((atom) => aside.has(atom) === (edit.kind === 'setAside'));
  };
  const seen = new Set([showLayout(found)]);
  let border: readonly Issue[] = [issueWith(found)];
  for (let count = 0; border.length > 0; count += 1) {
    if (border.some((issue) => showLayout(layoutIn(issue)) === goal)) return count;
    border = border.flatMap((issue) =>
      allEdits(issue, ROLES, String(count)).flatMap((edit) => {
        if (!isMeant(issue, edit)) return [];
        const next = apply(issue, edit);
        const key = next.ok ? showLayout(layoutIn(next.value)) : '';
        if (!next.ok || seen.has(key)) return [];
        seen.add(key);
        return [next.value];
      }),
    );
  }
  throw new Error(`no edits lead to ${goal}`);
}

/** Layouts of so many atoms. What stands aside is one atom a passage. */
function arbitraryLayout(count: number): fc.Arbitrary<Layout> {
  const order = fc.shuffledSubarray(Array.from({ length: count }, (_, atom) => atom), { minLength: count });
  const marks = fc.array(fc.record({ gap: fc.constantFrom('joined', 'passage', 'article'), aside: fc.integer({ min: 0, max: 4 }), upper: fc.boolean() }), { minLength: count, maxLength: count });
  return fc.tuple(order, marks, fc.boolean()).map(([atoms, chosen, shuffled]) => {
    const articles: Strip[][] = [];
    const aside: Strip[] = [];
    (shuffled ? atoms : atoms.toSorted((a, b) => a - b)).forEach((atom, index) => {
      const { gap, aside: away, upper } = chosen[index]!;
      const last = articles.at(-1)?.at(-1);
      if (away === 0) aside.push({ role: upper ? 'banner' : 'furniture', atoms: [atom] });
      else if (last === undefined || gap === 'article') articles.push([{ role: upper ? 'headline' : 'body', atoms: [atom] }]);
      else if (gap === 'joined') articles.at(-1)!.splice(-1, 1, { role: last.role, atoms: [...last.atoms, atom] });
      else articles.at(-1)!.push({ role: upper ? 'headline' : 'body', atoms: [atom] });
    });
    return { articles, aside };
  });
}

describe('as few as an exhaustive search finds', () => {
  it.each([
    [2, 40],
    [3, 40],
    [4, 4],
  ])('between small issues of %i atoms', (count, numRuns) => {
    fc.assert(
      fc.property(arbitraryLayout(count), arbitraryLayout(count), (found, truth) => {
        const { edits, bounded } = editsToTruth(found, truth);
        expect(bounded).toBe(0);
        expect(edits.length, `${showLayout(found)} -> ${showLayout(truth)}: ${JSON.stringify(edits)}`).toBe(exhaustively(found, truth));
      }),
      { numRuns },
    );
  });
});
