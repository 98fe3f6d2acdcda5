import type { Duplicate } from '../flow/duplicates.ts';
import type { Page } from '../parse/page.ts';
import { type Drafts, assemble } from './assemble.ts';
import { type Decoding, likelyKinds } from './decode.ts';
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
};

/** Labels all blocks of a page but its duplicates. */
export function readPage(page: Page, duplicates: readonly Duplicate[], model: Model): Reading {
  const repeated = new Set(duplicates.map(({ block }) => block));
  const printed = page.blocks.map((_, block) => block).filter((block) => !repeated.has(block));
  const { order, observations, lattice, states, score } = rearrange(page, readIn(page, printed, model), model);
  const decoding = { states, score, likely: likelyKinds(lattice, model) };
  return { order, duplicates, observations, decoding, drafts: assemble(page, order, decoding.states) };
}
