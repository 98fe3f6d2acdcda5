import type { MarkedTruth } from '../marked-truth.ts';
import { type Found, partOf } from './found.ts';
import type { Hits, Share } from './tally.ts';

/** How the blocks are dealt to articles: the same pairs together, the same articles, the same beginnings, neighbours in the same order. */
export type PartitionTally = { readonly pairs: Hits; readonly starts: Hits; readonly exact: Share; readonly order: Share };

const pairsIn = (count: number) => (count * (count - 1)) / 2;

function groups<K>(blocks: readonly number[], keyOf: (block: number) => K): ReadonlyMap<K, readonly number[]> {
  const out = new Map<K, number[]>();
  for (const block of blocks) {
    const group = out.get(keyOf(block));
    if (group === undefined) out.set(keyOf(block), [block]);
    else group.push(block);
  }
  return out;
}

const pairsOf = (all: ReadonlyMap<unknown, readonly number[]>) => [...all.values()].reduce((sum, { length }) => sum + pairsIn(length), 0);

export function partitionTally(truth: MarkedTruth, found: Found): PartitionTally {
  const part = partOf(truth, found);
  const trueArticle = (block: number) => truth.blocks[block]!.article!;
  const foundArticle = (block: number) => found.articleOf.get(block) ?? `alone ${block}`;
  const right = groups(part, trueArticle);
  const made = groups(part, foundArticle);
  const together = pairsOf(groups(part, (block) => `${trueArticle(block)} ${foundArticle(block)}`));
  const sets = new Set([...made.values()].map((blocks) => blocks.join(' ')));
  // Blocks come in their order on the page: the first of a group is its beginning.
  const [trueStarts, foundStarts] = [right, made].map((all) => new Set([...all.values()].map(([first]) => first!)));
  const tp = [...trueStarts!].filter((block) => foundStarts!.has(block)).length;
  return {
    pairs: { tp: together, fp: pairsOf(made) - together, fn: pairsOf(right) - together },
    starts: { tp, fp: foundStarts!.size - tp, fn: trueStarts!.size - tp },
    exact: { hit: [...right.values()].filter((blocks) => sets.has(blocks.join(' '))).length, of: right.size },
    order: orderOf(truth, found, new Set(part)),
  };
}

/** How many neighbours in true reading order stand in one article in that order, with or without something in between. */
function orderOf(truth: MarkedTruth, found: Found, part: ReadonlySet<number>): Share {
  const place = new Map<number, number>();
  for (const { blocks } of found.articles) {
    blocks.forEach((block, index) => {
      if (!place.has(block)) place.set(block, index);
    });
  }
  const next = truth.articles.flatMap(({ blocks }) => {
    const read = blocks.filter((block) => part.has(block));
    return read.slice(1).map((below, index) => ({ above: read[index]!, below }));
  });
  const hit = next.filter(({ above, below }) => {
    const article = found.articleOf.get(above);
    return article !== undefined && article === found.articleOf.get(below) && place.get(above)! < place.get(below)!;
  }).length;
  return { hit, of: next.length };
}
