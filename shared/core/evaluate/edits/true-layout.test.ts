import { expect, it } from 'vitest';
import { layoutOf, showLayout } from '../../testing/layouts.ts';
import { type MarkedLine, markedTruth } from '../../testing/marked-truth.ts';
import { type Laid, type Part, layOut } from './layout.ts';
import { trueLayout } from './true-layout.ts';
import { parseBlocks } from '../../parse/blocks.ts';
import { passageId, articleId } from '../../model/ids.ts';

/** A layout whose atoms are whole blocks, but for those that are said to be parts of the block before. */
function laid(text: string, partsOf: Readonly<Record<number, number>> = {}): Laid {
  const layout = layoutOf(text);
  const atoms = [...layout.articles.flat(), ...layout.aside].flatMap((strip) => strip.atoms).toSorted((a, b) => a - b);
  let block = -1;
  const parts: Part[] = atoms.map((atom) => {
    const main = partsOf[atom] === undefined;
    if (main) block += 1;
    return { atom, block, main };
  });
  return { layout, parts };
}

const truth = (...lines: readonly MarkedLine[]) => markedTruth(...lines);

it.each([
  ['articles, roles, joins', truth('a headline', 'a body >2', 'a body', '- furniture'), laid('h0 b1 b2 f3'), 'headline0 body1.2 / furniture3'],
  ['a banner of an article stands aside', truth('a banner', 'a headline'), laid('k0 h1'), 'headline1 / banner0'],
  ['a role that will do is left', truth('a kicker|headline', 'a headline|subtitle', 'a body'), laid('h0 sub1 b2'), 'headline0 subtitle1 body2 / '],
  ['one that will not do is not', truth('a kicker|headline', 'a body'), laid('b0 b1'), 'kicker0 body1 / '],
  ['what may stand aside is left there', truth('a kicker|banner', 'a headline'), laid('h1 / ba0'), 'headline1 / banner0'],
  ['what belongs to no article is not left in one', truth('- banner|kicker', 'a headline'), laid('k0 h1'), 'headline1 / banner0'],
  ['either copy may be the one set aside', truth('a headline', 'a body >2', 'a body', 'a duplicate =1'), laid('h0 b3.2 / d1'), 'headline0 body3.2 / duplicate1'],
  ['a caption stands behind the paragraph it is set into', truth('a body >2', 'a caption', 'a body'), laid('b0 cap1 b2'), 'body0.2 caption1 / '],
  ['lines of a headline may be one passage', truth('a headline >1', 'a headline'), laid('h0.1'), 'headline0.1 / '],
  ['or two', truth('a headline >1', 'a headline'), laid('h0 h1'), 'headline0 headline1 / '],
  ['but not two headlines', truth('a headline', 'b headline'), laid('h0.1'), 'headline0 | headline1 / '],
  ['what stands aside may be one passage', truth('- furniture', '- furniture', 'a body'), laid('b2 / f0.1'), 'body2 / furniture0.1'],
  ['a part of a block with a role of its own is left', truth('a headline', 'a body'), laid('h0 b1 by2', { 2: 1 }), 'headline0 body1 byline2 / '],
  ['but not where the paragraph goes on across it', truth('a headline', 'a body >2', 'a body'), laid('h0 b1 by2 b3', { 2: 1 }), 'headline0 body1.2.3 / '],
  ['a block that was broken is one passage', truth('a headline', 'a body'), laid('h0 b1 b2', { 2: 1 }), 'headline0 body1.2 / '],
])('%s', (_what, marked, found, expected) => {
  expect(showLayout(trueLayout(marked, found))).toBe(expected);
});

it('lays out a tree: atoms are the parts of blocks, the longest stands for its block', () => {
  const source = '题\n\n正文石磊\n\n续';
  const passage = (id: string, role: 'headline' | 'body' | 'byline', ...pieces: readonly (readonly [number, number])[]) => ({
    id: passageId(id),
    role,
    pieces: pieces.map(([from, to]) => ({ kind: 'kept' as const, range: { from, to } })),
  });
  const article = { id: articleId('a'), status: 'new' as const, topics: [], note: '', passages: [passage('h', 'headline', [0, 1]), passage('b', 'body', [3, 6], [9, 10]), passage('y', 'byline', [6, 7])] };
  const { layout, parts } = layOut({ articles: [article], aside: [] }, parseBlocks(source));
  expect(showLayout(layout)).toBe('headline0 body1.3 byline2 / ');
  expect(parts.map(({ block, main }) => [block, main])).toEqual([[0, true], [1, true], [1, false], [2, true]]);
});
