import type { Passage, Tree } from '../../model/issue.ts';
import type { Role } from '../../model/role.ts';
import type { Block } from '../../parse/blocks.ts';

/** A stretch of source that no passage of the trees that are compared divides: a block, or part of one. */
export type Atom = number;

/** A passage as the atoms it is made of, in reading order. */
export type Strip = { readonly role: Role; readonly atoms: readonly Atom[] };

/** A tree without its text: what stands where, and as what. The aside has no order. */
export type Layout = { readonly articles: readonly (readonly Strip[])[]; readonly aside: readonly Strip[] };

/** A part of a block that stands in one passage; the longest part of a block stands for it. */
export type Part = { readonly atom: Atom; readonly block: number; readonly main: boolean };

/** A tree as a layout, and the parts of blocks that its atoms are, by atom. Atoms are numbered in the order of the source. */
export type Laid = { readonly layout: Layout; readonly parts: readonly Part[] };

/** Lays a tree out. Text that was struck stays with the passage that it was struck from; added text and gaps are no atoms. */
export function layOut(tree: Tree, blocks: readonly Block[]): Laid {
  const blockAt = (offset: number) => blocks.findLastIndex(({ range }) => range.from <= offset);
  const stretches = [...tree.articles.flatMap(({ passages }) => passages), ...tree.aside].flatMap((passage) => stretchesOf(passage, blockAt));
  const ordered = stretches.toSorted((a, b) => a.from - b.from);
  const atoms = new Map(ordered.map((stretch, atom) => [stretch, atom]));
  const longest = new Map<number, (typeof ordered)[number]>();
  for (const stretch of ordered) if (stretch.length > (longest.get(stretch.block)?.length ?? 0)) longest.set(stretch.block, stretch);
  const strip = (passage: Passage): Strip => ({
    role: passage.role,
    atoms: stretches.filter((stretch) => stretch.passage === passage).map((stretch) => atoms.get(stretch)!),
  });
  return {
    layout: { articles: tree.articles.map(({ passages }) => passages.map(strip).filter(isPrinted)).filter(isPrinted), aside: tree.aside.map(strip).filter(isPrinted) },
    parts: ordered.map((stretch, atom) => ({ atom, block: stretch.block, main: longest.get(stretch.block) === stretch })),
  };
}

/** Whether there is source text in it. */
const isPrinted = (some: Strip | readonly Strip[]) => ('atoms' in some ? some.atoms : some).length > 0;

type Stretch = { readonly passage: Passage; readonly block: number; readonly from: number; length: number };

/** The blocks a passage reads through, and how many units of text it takes of each. */
function stretchesOf(passage: Passage, blockAt: (offset: number) => number): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const piece of passage.pieces) {
    if (piece.kind !== 'kept' && piece.kind !== 'struck') continue;
    const { from, to } = piece.range;
    const block = blockAt(from);
    const last = out.at(-1);
    if (last?.block === block) last.length += to - from;
    else out.push({ passage, block, from, length: to - from });
  }
  return out;
}
