import { type ArticleId, type PassageId, articleId, passageId } from '../model/ids.ts';
import type { Article, Passage, Tree } from '../model/issue.ts';
import { reasonOfLoss } from '../flow/lost.ts';
import type { Piece, Range } from '../model/piece.ts';
import type { Role } from '../model/role.ts';
import type { Page } from '../parse/page.ts';
import type { Draft } from './assemble.ts';
import type { Reading } from './read-page.ts';

/** A tree with the way back to what its parts were made of. */
export type Grown = {
  readonly tree: Tree;
  readonly articles: readonly { readonly id: ArticleId; readonly begin: number }[]; // position of its first block
  readonly passages: readonly { readonly id: PassageId; readonly draft: Draft; readonly article: ArticleId | null }[];
  readonly duplicates: readonly PassageId[]; // in the order of the reading's duplicates
};

/** Gives drafts their ids: `p-` or `a-`, eight characters of the source version, the first kept offset. */
export function growTree(page: Page, reading: Reading, sourceVersion: string): Grown {
  const stem = sourceVersion.slice(0, 16);
  const idOf = (ranges: readonly Range[]) => passageId(`p-${stem}-${ranges[0]!.from}`);
  const piecesOf = (ranges: readonly Range[], positions: readonly number[]): readonly Piece[] => {
    const pieces: Piece[] = [];
    for (let k = 0; k < ranges.length; k += 1) {
      const lost = k === 0 ? undefined : reading.lost.get(positions[k] ?? -1);
      if (lost !== undefined) pieces.push({ kind: 'gap', extent: 1, why: reasonOfLoss(lost) });
      pieces.push({ kind: 'kept', range: ranges[k]! });
    }
    return pieces;
  };
  const passageOf = (role: Role, ranges: readonly Range[], positions: readonly number[] = []): Passage => ({
    id: idOf(ranges),
    role,
    pieces: piecesOf(ranges, positions),
  });
  const grown: { id: PassageId; draft: Draft; article: ArticleId | null }[] = [];
  const grow = (draft: Draft, article: ArticleId | null): Passage => {
    const passage = passageOf(draft.role, draft.ranges, draft.positions);
    grown.push({ id: passage.id, draft, article });
    return passage;
  };
  const begins: { id: ArticleId; begin: number }[] = [];
  // Filled one by one, like the arrays of a page: what `map` makes is of another kind once it is compiled.
  const articles: Article[] = [];
  for (const { begin, passages: drafts } of reading.drafts.articles) {
    const passages: Passage[] = [];
    const id = articleId(`a-${stem}-${drafts[0]!.ranges[0]!.from}`);
    begins.push({ id, begin });
    for (const draft of drafts) passages.push(grow(draft, id));
    articles.push({ id, status: 'new', topics: [], note: '', passages });
  }
  const aside: Passage[] = [];
  for (const draft of reading.drafts.aside) aside.push(grow(draft, null));
  const holder = reading.duplicates.length === 0 ? NOTHING : holdersOf(reading.order, grown);
  const duplicates = reading.duplicates.map(({ block, twin }): Passage => {
    const passage = passageOf('duplicate', [page.blocks[block]!.range]);
    const original = holder.get(twin);
    return original === undefined ? passage : { ...passage, twin: original };
  });
  const firstOffset = ({ pieces }: Passage) => (pieces[0]?.kind === 'kept' ? pieces[0].range.from : 0);
  return {
    tree: { articles, aside: [...aside, ...duplicates].sort((a, b) => firstOffset(a) - firstOffset(b)) },
    articles: begins,
    passages: grown,
    duplicates: duplicates.map(({ id }) => id),
  };
}

const NOTHING: ReadonlyMap<number, PassageId> = new Map();

/** The first passage that holds each block. */
function holdersOf(order: readonly number[], passages: Grown['passages']): ReadonlyMap<number, PassageId> {
  const holder = new Map<number, PassageId>();
  for (const { id, draft } of passages) {
    for (const position of draft.positions) if (!holder.has(order[position]!)) holder.set(order[position]!, id);
  }
  return holder;
}
