import type { MarkedTruth } from '../marked-truth.ts';
import type { Found } from './found.ts';
import type { Hits } from './tally.ts';

/** Which body block truly goes on in which. The lines of a headline are not counted. */
export const joinPairs = ({ blocks }: MarkedTruth): readonly (readonly [number, number])[] =>
  blocks.flatMap(({ index, role, continues }) => (role === 'body' && continues !== null ? [[index, continues] as const] : []));

/** Joins of paragraphs. */
export function joinTally(truth: MarkedTruth, found: Found): Hits {
  const key = ([above, below]: readonly [number, number]) => `${above} ${below}`;
  const right = new Set(joinPairs(truth).map(key));
  const made = new Set(found.joins.map(key));
  const tp = [...made].filter((join) => right.has(join)).length;
  return { tp, fp: made.size - tp, fn: right.size - tp };
}

/** Repeated blocks set aside; either copy may be the one. */
export function duplicateTally(truth: MarkedTruth, { duplicates }: Found): Hits {
  const repeated = truth.blocks.filter(({ role }) => role === 'duplicate');
  const left = new Set(duplicates);
  let tp = 0;
  for (const { index, duplicate_of: first } of repeated) {
    const named = [index, first].find((block) => block !== undefined && left.has(block));
    if (named === undefined) continue;
    left.delete(named);
    tp += 1;
  }
  return { tp, fp: left.size, fn: repeated.length - tp };
}

/**
 * Which true articles are said to lack their end: those of which it is said, and those that a block is in of which it is said. `matches`: the found article
 * that is taken for each true one.
 */
export function saidTruncated({ articles }: MarkedTruth, found: Found, matches: ReadonlyMap<string, number>): readonly boolean[] {
  return articles.map(({ id, blocks }) => {
    const match = matches.get(id);
    return blocks.some((block) => found.truncatedAt.has(block)) || (match !== undefined && found.articles[match]!.truncated);
  });
}

/** Articles that lack their end. */
export function truncatedTally(truth: MarkedTruth, found: Found, matches: ReadonlyMap<string, number>): Hits {
  const said = saidTruncated(truth, found, matches);
  const count = (isTrue: boolean, isSaid: boolean) => truth.articles.filter(({ tags }, index) => tags.includes('truncated') === isTrue && said[index] === isSaid).length;
  return { tp: count(true, true), fp: count(false, true), fn: count(true, false) };
}
