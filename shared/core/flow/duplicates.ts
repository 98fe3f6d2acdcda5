import { bytes, integers } from '#util/scratch.ts';
import type { Grams } from '../parse/grams.ts';
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
  const { postings } = page;
  const { starts, frequency, fresh } = page.grams;
  const compared = bytes(page.blocks.length); // blocks that later ones may repeat
  const votes = integers(page.blocks.length); // rare pairs in common with the block that is looked at
  const found: Duplicate[] = [];
  for (let block = 0; block < page.blocks.length; block += 1) {
    const shape = page.shapes[block]!;
    const look = lookOf(shape);
    if (shape.width < SHORTEST || look === 'byline' || look === 'credit' || look === 'caption' || look === 'address') continue;
    const count = starts[block + 1]! - starts[block]!;
    if ((count - fresh[block]!) / count < ALIKE) {
      compared[block] = 1; // no earlier block has so much in common with it
      continue;
    }
    const alike: number[] = [];
    for (let at = postings.starts[block]!; at < postings.starts[block + 1]!; at += 1) {
      const pair = postings.pairs[at]!;
      if (frequency[pair]! > RARE) continue;
      const end = postings.from[pair + 1]!;
      for (let place = postings.from[pair]!; place < end; place += 1) {
        const other = postings.blocks[place]!;
        if (other >= block) break;
        if (compared[other] === 0) continue;
        if (votes[other] === 0) alike.push(other);
        votes[other]! += postings.times[place]!;
      }
    }
    const enough = count * FIRST_LOOK;
    let best: Duplicate | null = null;
    for (const other of alike) {
      const common = votes[other]!;
      votes[other] = 0;
      if (common < enough) continue;
      const likeness = likenessOf(page.grams, block, other);
      if (likeness >= threshold(page, block, other) && (best === null || likeness > best.likeness)) best = { block, twin: other, likeness };
    }
    if (best === null) compared[block] = 1;
    else found.push(best);
  }
  return found;
}

/** Short blocks must be equal; long ones may differ by what a machine misreads. */
function threshold(page: Page, block: number, other: number): number {
  return Math.min(page.shapes[block]!.width, page.shapes[other]!.width) < 24 ? 0.999 : ALIKE;
}

/** The pairs two blocks have in common, as a share of all that stand in either. */
function likenessOf({ starts, pairs, frequency }: Grams, one: number, other: number): number {
  const mark = bytes(frequency.length); // 1: in the one, 2: in the other, 3: in both
  let all = 0;
  let common = 0;
  for (let at = starts[one]!; at < starts[one + 1]!; at += 1) {
    if (mark[pairs[at]!] === 0) all += 1;
    mark[pairs[at]!] = 1;
  }
  for (let at = starts[other]!; at < starts[other + 1]!; at += 1) {
    const before = mark[pairs[at]!]!;
    if (before === 0) all += 1;
    else if (before === 1) common += 1;
    mark[pairs[at]!] = before | 2;
  }
  return common / all;
}
