import { doubles } from '#util/scratch.ts';
import { type Evidence, LINK_ROWS } from './evidence.ts';
import { addWeights } from './feature-rows.ts';
import { KIND_COUNT, LINKED, LINK_BASE, type Model, type Step } from './model.ts';

/** The scores of a page under a model: per position and kind, and per position, blocks between, and linked kind. */
export type Lattice = { readonly length: number; readonly kinds: Float64Array; readonly links: Float64Array };

export const LINK_STRIDE = LINK_ROWS * LINKED.length;

export function latticeOf({ length, observations, links }: Evidence, { weights }: Model): Lattice {
  const lattice = { length, kinds: doubles(length * KIND_COUNT), links: doubles(length * LINK_STRIDE) };
  for (let i = 0; i < length; i += 1) addWeights(observations, i, weights, 0, KIND_COUNT, lattice.kinds, i * KIND_COUNT);
  for (let row = 0; row < length * LINK_ROWS; row += 1) addWeights(links, row, weights, LINK_BASE, LINKED.length, lattice.links, row * LINKED.length);
  return lattice;
}

/** The score of one step into position `i`, the kind's own score left out. */
export function stepScore(lattice: Lattice, model: Model, i: number, step: Step): number {
  const link = step.linked < 0 ? 0 : lattice.links[i * LINK_STRIDE + step.since * LINKED.length + step.linked]!;
  return model.weights[step.weight]! + link;
}
