import type { Duplicate } from '../flow/duplicates.ts';
import type { Page } from '../parse/page.ts';
import { type Drafts, assemble } from './assemble.ts';
import { type Decoding, decode } from './decode.ts';
import { type Evidence, bestPath, evidenceOf, latticeOf } from './lattice.ts';
import type { Model } from './model.ts';
import { rearrange } from './rearrange.ts';

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
  const printed = page.blocks.map((_, block) => block).filter((block) => !repeated.has(block));
  let evidence = evidenceOf(page, printed);
  let lattice = latticeOf(evidence, model);
  const { states } = bestPath(lattice, model);
  const order = rearrange(page, printed, states, model);
  if (order !== printed) {
    evidence = evidenceOf(page, order);
    lattice = latticeOf(evidence, model);
  }
  const decoding = decode(lattice, model);
  return { order, duplicates, evidence, decoding, drafts: assemble(page, order, decoding.states) };
}
