import { breaksOff } from '../flow/continuity.ts';
import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Article, Issue, Passage } from '../model/issue.ts';
import { piecesLength, slicePieces } from '../model/pieces.ts';
import { readPieces } from '../model/reading.ts';
import type { Role } from '../model/role.ts';
import { seamsOf } from '../model/seams.ts';
import { shapeOf } from '../parse/shape.ts';

/** Which of two articles a fragment is dealt to: the upper on the page or the lower. */
export type Side = 0 | 1;

/** A stretch of a passage between two of its seams, or a whole passage without any. */
export type Fragment = {
  readonly passage: PassageId;
  readonly nth: number; // of the passage's fragments, from 0
  readonly from: number; // in the passage's marked-up text
  readonly to: number;
  readonly role: Role;
  readonly source: { readonly from: number; readonly to: number } | null; // null: all of it was added by a person
  readonly text: string; // as emended
  readonly was: Side; // the article it stands in
  readonly side: Side; // the one it is dealt to
};

/** Two articles taken apart into fragments, in the order of the source. Each list of `order` says in which its article has them. */
export type Strands = {
  readonly articles: readonly [ArticleId, ArticleId];
  readonly fragments: readonly Fragment[];
  readonly order: readonly [readonly number[], readonly number[]];
};

function fragmentsOf(source: string, { id, role, pieces }: Passage, was: Side): readonly Fragment[] {
  const cuts = [0, ...seamsOf(pieces), piecesLength(pieces)];
  return cuts.slice(1).map((to, nth): Fragment => {
    const from = cuts[nth]!;
    const part = slicePieces(pieces, from, to);
    const ranges = part.flatMap((piece) => (piece.kind === 'kept' || piece.kind === 'struck' ? [piece.range] : []));
    const [first, last] = [ranges[0], ranges.at(-1)];
    return { passage: id, nth, from, to, role, source: first && last ? { from: first.from, to: last.to } : null, text: readPieces(source, part, 'emended'), was, side: was };
  });
}

/** Takes two articles apart. Null if one of them is not on the page, or both are the same. */
export function strandsOf(issue: Issue, one: ArticleId, other: ArticleId): Strands | null {
  const places = [one, other].map((id) => issue.articles.findIndex((article) => article.id === id)).sort((a, b) => a - b);
  const [upper, lower] = places.map((place) => issue.articles[place]);
  if (!upper || !lower || upper === lower) return null;
  const all = [upper, lower].flatMap(({ passages }, side) => passages.flatMap((passage) => fragmentsOf(issue.source, passage, side as Side)));
  // What was added by a person stands nowhere in the source: it stays behind what it follows.
  let last = -1;
  const placed = all.map((fragment, i) => {
    last = fragment.source?.from ?? last;
    return { fragment, start: last, i };
  });
  const sorted = placed.toSorted((a, b) => a.start - b.start || a.i - b.i);
  const at = new Map(sorted.map(({ i }, place) => [i, place]));
  const orderOf = (side: Side) => all.flatMap(({ was }, i) => (was === side ? [at.get(i)!] : []));
  return { articles: [upper.id, lower.id], fragments: sorted.map(({ fragment }) => fragment), order: [orderOf(0), orderOf(1)] };
}

const other = (side: Side): Side => (side === 0 ? 1 : 0);

/** Deals some fragments, by place, to the other article. */
function flipAll(strands: Strands, places: ReadonlySet<number>): Strands {
  return { ...strands, fragments: strands.fragments.map((fragment, i) => (places.has(i) ? { ...fragment, side: other(fragment.side) } : fragment)) };
}

/** Deals one fragment, by its place, to the other article. */
export function flip(strands: Strands, at: number): Strands {
  return flipAll(strands, new Set([at]));
}

/** Deals a fragment and those after it, as far as they are dealt to the same article without one of the other's between them, to the other. */
export function flipRun(strands: Strands, at: number): Strands {
  const side = strands.fragments[at]?.side;
  const run = new Set<number>();
  for (let i = at; i < strands.fragments.length && strands.fragments[i]!.side === side; i += 1) run.add(i);
  return flipAll(strands, run);
}

/** How often one goes from one article to the other and back when two articles are read in the order of the source. */
function changes(issue: Issue, one: ArticleId, another: ArticleId): number {
  const fragments = strandsOf(issue, one, another)?.fragments ?? [];
  return fragments.filter(({ side }, i) => i > 0 && fragments[i - 1]!.side !== side).length;
}

/** Whether the text of an article breaks off, so that something of another may go on with it. */
function breaksOffAtEnd({ source }: Issue, { passages }: Article): boolean {
  const last = passages.findLast(({ role }) => role === 'body');
  return last !== undefined && breaksOff(shapeOf(readPieces(source, last.pieces, 'emended')));
}

/**
 * The article that another is most likely mixed up with: the one whose blocks alternate with its own most often. Where none alternates, the one above or
 * below if its text breaks off; else `astray` says which is nearer: the one above (text that went astray mostly belongs there) or the one below.
 */
export function partnerOf(issue: Issue, article: ArticleId, astray: 'above' | 'below' = 'below'): ArticleId | null {
  const at = issue.articles.findIndex(({ id }) => id === article);
  if (at < 0) return null;
  const [below, above] = [issue.articles.slice(at + 1), issue.articles.slice(0, at).reverse()];
  const near = astray === 'above' ? [...above, ...below] : [...below, ...above];
  let best: { readonly id: ArticleId; readonly changes: number } | null = null;
  for (const { id } of near) {
    const found = changes(issue, article, id);
    if (best === null || found > best.changes) best = { id, changes: found };
  }
  if (best === null || best.changes > 1) return best?.id ?? null;
  const open = [above[0], below[0]].find((neighbour) => neighbour && breaksOffAtEnd(issue, neighbour));
  return open?.id ?? best.id;
}
