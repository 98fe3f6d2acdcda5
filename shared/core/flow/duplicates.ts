import type { Page } from '../parse/page.ts';
import { lookOf } from '../split/outline.ts';

/** A block that repeats an earlier one. `likeness`: the share of their pairs of characters that they have in common, 0..1. */
export type Duplicate = { readonly block: number; readonly twin: number; readonly likeness: number };

const SHORTEST = 10; // full-width characters: shorter blocks repeat by chance
const RARE = 6; // a pair of characters in more blocks than this says nothing
const FIRST_LOOK = 0.3; // rare pairs in common / all pairs: fewer are not worth a closer look
const ALIKE = 0.72; // common pairs / all pairs: one misread character spoils two pairs on either side

/**
 * Finds blocks that stand twice on a page, also when the copies differ by a few misread characters. Captions, credits and bylines repeat by nature and
 * are left alone. The later copy is the duplicate.
 */
export function findDuplicates(page: Page): readonly Duplicate[] {
  const { starts, pairs: all, frequency } = page.grams;
  const pairs = page.blocks.map((_, block) => all.subarray(starts[block], starts[block + 1]));
  const holders = new Map<number, number[]>(); // earlier blocks that hold a rare pair
  const found: Duplicate[] = [];
  for (let block = 0; block < page.blocks.length; block += 1) {
    const shape = page.shapes[block]!;
    const look = lookOf(shape);
    if (shape.width < SHORTEST || look === 'byline' || look === 'credit' || look === 'caption' || look === 'address') continue;
    const rare: number[] = [];
    for (const pair of pairs[block]!) {
      const times = frequency[pair]!;
      if (times > 1 && times <= RARE) rare.push(pair);
    }
    const votes = new Map<number, number>();
    for (const pair of rare) for (const other of holders.get(pair) ?? []) votes.set(other, (votes.get(other) ?? 0) + 1);
    let best: Duplicate | null = null;
    for (const [other, count] of votes) {
      if (count < pairs[block]!.length * FIRST_LOOK) continue;
      const likeness = likenessOf(pairs[block]!, pairs[other]!);
      if (likeness >= threshold(page, block, other) && (best === null || likeness > best.likeness)) best = { block, twin: other, likeness };
    }
    if (best !== null) {
      found.push(best);
      continue;
    }
    for (const pair of rare) {
      const list = holders.get(pair);
      if (list === undefined) holders.set(pair, [block]);
      else if (list.length < RARE) list.push(block);
    }
  }
  return found;
}

/** Short blocks must be equal; long ones may differ by what a machine misreads. */
function threshold(page: Page, block: number, other: number): number {
  return Math.min(page.shapes[block]!.width, page.shapes[other]!.width) < 24 ? 0.999 : ALIKE;
}

function likenessOf(one: Int32Array, other: Int32Array): number {
  const mine = new Set(one);
  const theirs = new Set(other);
  let common = 0;
  for (const pair of theirs) if (mine.has(pair)) common += 1;
  return common / (mine.size + theirs.size - common);
}
