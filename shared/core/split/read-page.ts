import type { Duplicate } from '../flow/duplicates.ts';
import type { Page } from '../parse/page.ts';
import { type Drafts, assemble } from './assemble.ts';
import { type Decoding, decode } from './decode.ts';
import { type Evidence, evidenceOf, latticeOf } from './lattice.ts';
import type { Model } from './model.ts';

/** A page as the model reads it: the blocks in reading order without the duplicates, what they are, and what that makes. */
export type Reading = {
  readonly order: readonly number[];
  readonly duplicates: readonly Duplicate[];
  readonly evidence: Evidence;
  readonly decoding: Decoding;
  readonly drafts: Drafts;
};

/** Labels all blocks of a page but its duplicates. */
export function readPage(page: Page, duplicates: readonly Duplicate[], model: Model): Reading {
  const repeated = new Set(duplicates.map(({ block }) => block));
  const order = page.blocks.map((_, block) => block).filter((block) => !repeated.has(block));
  const evidence = evidenceOf(page, order);
  const decoding = decode(latticeOf(evidence, model), model);
  return { order, duplicates, evidence, decoding, drafts: assemble(page, order, decoding.states) };
}
