import { type Result, fail, ok } from '#util/result.ts';
import type { Issue } from '../../model/issue.ts';
import { type BlockTree, blockTreeOf } from './block-tree.ts';
import type { Taught } from './compose.ts';
import { type TrueBlock, goldOf } from './truth.ts';

/** Why nothing can be learned from a page: it has no article, two articles share a block, or the model's grammar has no words for it. */
export type NotTaught =
  | { readonly code: 'no-articles' }
  | { readonly code: 'block-shared'; readonly block: number }
  | { readonly code: 'not-of-the-grammar'; readonly block: number };

/** An approved page: what the model learns from it, and what it is held against. */
export type Approved = Taught & { readonly tree: BlockTree };

/** Takes an issue's tree as the truth about its page. A block that holds two roles has that of its longest part, as in the evaluation. */
export function approvedPage(issue: Issue): Result<Approved, NotTaught> {
  const tree = blockTreeOf(issue);
  const [shared] = tree.shared;
  if (shared !== undefined) return fail({ code: 'block-shared', block: shared });
  if (tree.articles.length === 0) return fail({ code: 'no-articles' });
  const goesOn = new Map(tree.joins);
  const truth = {
    blocks: tree.roles.map((role, index): TrueBlock => ({ index, role, continues: goesOn.get(index) ?? null })),
    articles: tree.articles.filter((blocks) => blocks.length > 0).map((blocks) => ({ blocks: withFurniture(tree, blocks) })),
  };
  const gold = goldOf(truth);
  return gold.ok ? ok({ source: issue.source, truth, tree }) : gold;
}

/** The blocks of an article with the furniture that stands within its body: the page is read over it, and the article goes on. */
function withFurniture({ roles, articles }: BlockTree, blocks: readonly number[]): readonly number[] {
  const inArticle = new Set(articles.flat());
  const body = blocks.findIndex((block) => roles[block] === 'body' || roles[block] === 'subhead');
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    if (body < 0 || index < body || next === undefined || next < block) return [block];
    const between = Array.from({ length: next - block - 1 }, (_, at) => block + 1 + at);
    if (between.some((each) => inArticle.has(each))) return [block];
    return [block, ...between.filter((each) => roles[each] === 'furniture')];
  });
}
