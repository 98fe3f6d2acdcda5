import type { Lattice } from './lattice.ts';
import { sumPaths } from './sums.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model } from './model.ts';
import { STATES } from './states.ts';

/** The best labelling of a page and how likely each kind is at each position, all labellings weighed (position x kind). */
export type Decoding = { readonly states: readonly number[]; readonly score: number; readonly likely: Float64Array };

/** The odds of every kind at every position (forward-backward). */
export function likelyKinds(lattice: Lattice, model: Model): Float64Array {
  const likely = new Float64Array(lattice.length * KIND_COUNT);
  if (lattice.length === 0) return likely;
  const sums = sumPaths(lattice, model);
  for (let i = 0; i < lattice.length; i += 1) {
    for (let state = 0; state < STATES.length; state += 1) {
      likely[i * KIND_COUNT + KIND_OF_STATE[state]!]! += sums.likely[i * STATES.length + state]!;
    }
  }
  return likely;
}
