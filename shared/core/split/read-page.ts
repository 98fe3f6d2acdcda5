import type { Duplicate } from '../flow/duplicates.ts';
import { type Lost, lostBetween } from '../flow/lost.ts';
import type { Page } from '../parse/page.ts';
import { type Drafts, assemble } from './assemble.ts';
import { type Decoding, decode } from './decode.ts';
import type { FeatureRows } from './feature-rows.ts';
import type { Model } from './model.ts';
import { readIn } from './read-in.ts';
import { rearrange } from './rearrange.ts';

/** A page as the model reads it: the blocks in reading order without the duplicates, what they are, and what that makes. */
export type Reading = {
  readonly order: readonly number[];
  readonly duplicates: readonly Duplicate[];
  readonly observations: FeatureRows; // by position
  readonly decoding: Decoding;
  readonly drafts: Drafts;
  readonly lost: ReadonlyMap<number, Lost>; // by the position that goes on after the lost character
};

/** How sure a lost character has to be to be marked in the text (0..1). */
const MARKED = 0.5;

/** Labels all blocks of a page but its duplicates. */
export function readPage(page: Page, duplicates: readonly Duplicate[], model: Model): Reading {
  const repeated = new Set(duplicates.map(({ block }) => block));
  const printed: number[] = []; // filled one by one: once `filter` is compiled it makes an array of another kind, and half of splitting would be compiled anew, for both
  for (let block = 0; block < page.blocks.length; block += 1) if (!repeated.has(block)) printed.push(block);
  const { order, observations, lattice, states } = rearrange(page, readIn(page, printed, model), model);
  const decoding = decode(lattice, model, states);
  const drafts = assemble(page, order, decoding.states);
  return { order, duplicates, observations, decoding, drafts, lost: lostIn(page, order, drafts, model) };
}

/** The characters lost between the parts of paragraphs, as far as that is sure. */
function lostIn(page: Page, order: readonly number[], { articles }: Drafts, model: Model): ReadonlyMap<number, Lost> {
  const found = new Map<number, Lost>();
  for (const { passages } of articles) {
    for (const { role, positions } of passages) {
      if (role !== 'body') continue;
      for (let k = 1; k < positions.length; k += 1) {
        const lost = lostBetween(page, model.lost, order[positions[k - 1]!]!, order[positions[k]!]!, MARKED);
        if (lost !== null) found.set(positions[k]!, lost);
      }
    }
  }
  return found;
}
