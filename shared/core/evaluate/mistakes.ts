import type { Role } from '../model/role.ts';
import type { MarkedTruth } from './marked-truth.ts';
import { type Found, foundOf, partOf } from './measures/found.ts';
import { joinPairs, saidTruncated } from './measures/flow.ts';
import type { Answer } from './measures/score.ts';
import { matchArticles } from './measures/wording.ts';

/** What is said of a block in another way than the truth has it. `other`: the block it has to do with. */
export type Mistake = { readonly block: number } & (
  | { readonly kind: 'role'; readonly expected: Role; readonly found: Role }
  | { readonly kind: 'missed-start' | 'false-start' | 'missed-end' | 'false-end' | 'missed-duplicate' | 'false-duplicate' }
  | { readonly kind: 'strayed' | 'order' | 'missed-join' | 'false-join'; readonly other: number } // truly behind the other; or said to be
);

/** Every mistake of a page, each measure's in the order of the page. */
export function mistakesOf({ truth, report }: Answer): readonly Mistake[] {
  const found = foundOf(truth, report);
  return [...startsAmiss(truth, found), ...neighboursAmiss(truth, found), ...rolesAmiss(truth, found), ...joinsAmiss(truth, found), ...duplicatesAmiss(truth, found), ...endsAmiss(truth, found)];
}

/** The first blocks of what is measured as articles. */
function startsOf(part: readonly number[], articleOf: (block: number) => unknown): ReadonlySet<number> {
  const seen = new Set<unknown>();
  const starts = new Set<number>();
  for (const block of part) {
    const article = articleOf(block);
    if (!seen.has(article)) starts.add(block);
    seen.add(article);
  }
  return starts;
}

const foundArticle = ({ articleOf }: Found, block: number) => articleOf.get(block) ?? `alone ${block}`;

function startsAmiss(truth: MarkedTruth, found: Found): readonly Mistake[] {
  const part = partOf(truth, found);
  const right = startsOf(part, (block) => truth.blocks[block]!.article);
  const made = startsOf(part, (block) => foundArticle(found, block));
  return part.flatMap((block): readonly Mistake[] => (right.has(block) === made.has(block) ? [] : [{ kind: right.has(block) ? 'missed-start' : 'false-start', block }]));
}

/** Blocks that do not stand behind the one they are to be read after; those that were said to begin an article are named so already. */
function neighboursAmiss(truth: MarkedTruth, found: Found): readonly Mistake[] {
  const part = partOf(truth, found);
  const measured = new Set(part);
  const starts = startsOf(part, (block) => foundArticle(found, block));
  const places = new Map(found.articles.flatMap(({ blocks }) => blocks.map((block, place) => [block, place] as const)));
  return truth.articles.flatMap(({ blocks }) => {
    const read = blocks.filter((block) => measured.has(block));
    return read.slice(1).flatMap((block, index): readonly Mistake[] => {
      const other = read[index]!;
      if (foundArticle(found, block) !== foundArticle(found, other)) return starts.has(block) ? [] : [{ kind: 'strayed', block, other }];
      return places.get(other)! < places.get(block)! ? [] : [{ kind: 'order', block, other }];
    });
  });
}

function rolesAmiss({ blocks }: MarkedTruth, { roleOf }: Found): readonly Mistake[] {
  return blocks.flatMap(({ index, role, roles }): readonly Mistake[] => {
    const found = roleOf(index);
    return found === role || (roles ?? []).includes(found) ? [] : [{ kind: 'role', block: index, expected: role, found }];
  });
}

function joinsAmiss(truth: MarkedTruth, found: Found): readonly Mistake[] {
  const key = ([above, below]: readonly [number, number]) => `${above} ${below}`;
  const pairs = joinPairs(truth);
  const [right, made] = [new Set(pairs.map(key)), new Set(found.joins.map(key))];
  return [
    ...pairs.filter((pair) => !made.has(key(pair))).map(([other, block]): Mistake => ({ kind: 'missed-join', block, other })),
    ...found.joins.filter((pair) => !right.has(key(pair))).map(([other, block]): Mistake => ({ kind: 'false-join', block, other })),
  ];
}

function duplicatesAmiss({ blocks }: MarkedTruth, { duplicates }: Found): readonly Mistake[] {
  return blocks.flatMap(({ index, role }): readonly Mistake[] =>
    (role === 'duplicate') === duplicates.has(index) ? [] : [{ kind: role === 'duplicate' ? 'missed-duplicate' : 'false-duplicate', block: index }],
  );
}

/** Articles said to lack their end, or not said to: named by their last block. */
function endsAmiss(truth: MarkedTruth, found: Found): readonly Mistake[] {
  const said = saidTruncated(truth, found, matchArticles(truth, found));
  return truth.articles.flatMap(({ blocks, tags }, index): readonly Mistake[] =>
    said[index] === tags.includes('truncated') ? [] : [{ kind: said[index] ? 'false-end' : 'missed-end', block: blocks.at(-1)! }],
  );
}
