import type { Issue, Passage } from '../../model/issue.ts';
import type { Role } from '../../model/role.ts';
import { type Block, parseBlocks } from '../../parse/blocks.ts';

/** A tree told in terms of the page's blocks, numbered from 0: what the splitter decides, without ids. */
export type BlockTree = {
  readonly roles: readonly Role[]; // of each block: that of its longest part
  readonly articles: readonly (readonly number[])[]; // blocks in reading order; a block stands where its longest part does
  readonly joins: readonly (readonly [number, number])[]; // blocks that one paragraph runs through, one after the other
  readonly shared: readonly number[]; // blocks that hold parts of two articles
};

type Part = { readonly article: number; readonly role: Role; readonly length: number };

/** Tells an issue's tree in terms of its blocks. Struck text counts like text that stands: it is of the source. */
export function blockTreeOf({ source, articles, aside }: Issue): BlockTree {
  const blocks = parseBlocks(source);
  const longest: (Part | undefined)[] = blocks.map(() => undefined);
  const shared = new Set<number>();
  const joins: (readonly [number, number])[] = [];
  const take = (passage: Passage, article: number): readonly number[] => {
    const parts = partsOf(passage, blocks);
    for (const [block, length] of parts) {
      const known = longest[block];
      if (known !== undefined && known.article !== article && known.article >= 0 && article >= 0) shared.add(block);
      if (known === undefined || length > known.length) longest[block] = { article, role: passage.role, length };
    }
    const numbers = [...parts.keys()];
    if (passage.role === 'body') joins.push(...numbers.slice(1).map((block, index) => [numbers[index]!, block] as const));
    return numbers;
  };
  const taken = articles.map(({ passages }, article) => passages.map((passage) => take(passage, article)));
  for (const passage of aside) take(passage, -1);
  return {
    roles: longest.map((part) => part?.role ?? 'furniture'),
    articles: taken.map((passages, article) => asRead(passages).filter((block) => longest[block]?.article === article)),
    joins: joins.filter(([above, below]) => longest[above]?.role === 'body' && longest[below]?.role === 'body'),
    shared: [...shared],
  };
}

/** The blocks a passage has text of, in the order of its text, and how much of each. */
function partsOf({ pieces }: Passage, blocks: readonly Block[]): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  for (const piece of pieces) {
    if (piece.kind !== 'kept' && piece.kind !== 'struck') continue;
    for (let block = blockAt(blocks, piece.range.from); block < blocks.length && blocks[block]!.range.from < piece.range.to; block += 1) {
      const { from, to } = blocks[block]!.range;
      const length = Math.min(to, piece.range.to) - Math.max(from, piece.range.from);
      if (length > 0) lengths.set(block, (lengths.get(block) ?? 0) + length);
    }
  }
  return lengths;
}

/** The last block that begins at an offset or before it. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.range.from <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The blocks of an article as the page is read: a caption that a paragraph runs around comes between its parts, in the tree it follows them. */
function asRead(passages: readonly (readonly number[])[]): readonly number[] {
  const read = new Set<number>();
  let next = 0;
  const take = () => {
    const blocks = passages[next]!;
    next += 1;
    blocks.forEach((block, index) => {
      const above = blocks[index - 1] ?? block;
      const isBetween = (passage: readonly number[] | undefined) => passage?.every((each) => each > above && each < block) === true;
      while (isBetween(passages[next])) take();
      read.add(block);
    });
  };
  while (next < passages.length) take();
  return [...read];
}

/** How much two trees of one page agree in a kind of decision: what both have, and what only one of them has. */
export type Tally = { readonly right: number; readonly wrong: number };

/** Boundaries: blocks with which an article begins. Roles: of all blocks. Joins: of blocks that one paragraph runs through. */
export type Agreement = { readonly boundaries: Tally; readonly roles: Tally; readonly joins: Tally };

export const AGREED = ['boundaries', 'roles', 'joins'] as const satisfies readonly (keyof Agreement)[];

/** Holds what was found against what is true; neither has more to say than the other. */
export function agreementOf(truth: BlockTree, found: BlockTree): Agreement {
  const joinsOf = ({ joins }: BlockTree) => new Set(joins.map(([above, below]) => `${above} ${below}`));
  const same = truth.roles.filter((role, block) => role === found.roles[block]).length;
  return {
    boundaries: tally(startsOf(truth), startsOf(found)),
    roles: { right: same, wrong: truth.roles.length - same },
    joins: tally(joinsOf(truth), joinsOf(found)),
  };
}

/** Blocks that stand behind another one than in the other tree although no article begins or ends there: the order was changed. */
export function reordered(one: BlockTree, other: BlockTree): number {
  const inBoth = new Set(one.articles.flat().filter((block) => other.articles.some((blocks) => blocks.includes(block))));
  const starts = [startsOf(one), startsOf(other)] as const;
  const before = ({ articles }: BlockTree) => new Map(articles.flatMap((blocks) => {
    const there = blocks.filter((block) => inBoth.has(block));
    return there.map((block, index) => [block, there[index - 1] ?? -1] as const);
  }));
  const [mine, theirs] = [before(one), before(other)];
  return [...inBoth].filter((block) => starts[0].has(block) === starts[1].has(block) && mine.get(block) !== theirs.get(block)).length;
}

function startsOf({ articles }: BlockTree): ReadonlySet<number> {
  return new Set(articles.flatMap(([first]) => first ?? []));
}

function tally<Thing>(truth: ReadonlySet<Thing>, found: ReadonlySet<Thing>): Tally {
  const right = [...truth].filter((each) => found.has(each)).length;
  return { right, wrong: truth.size + found.size - 2 * right };
}

/** The sum of tallies, kind by kind. */
export function summed(agreements: readonly Agreement[]): Agreement {
  const of = (kind: keyof Agreement): Tally => ({
    right: agreements.reduce((sum, each) => sum + each[kind].right, 0),
    wrong: agreements.reduce((sum, each) => sum + each[kind].wrong, 0),
  });
  return { boundaries: of('boundaries'), roles: of('roles'), joins: of('joins') };
}
