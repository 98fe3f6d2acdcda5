import { UNCALIBRATED } from './calibration.ts';
import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, type Model, STEPS, WEIGHT_COUNT } from './model.ts';
import { bestPath } from './paths.ts';
import { KINDS, STATES, roleOfKind } from './states.ts';
import { type Sums, sumPaths } from './sums.ts';

/** A labelling of a page and how likely each kind is at each position, all labellings weighed (position x kind). */
export type Decoding = { readonly states: readonly number[]; readonly likely: Float64Array };

const CONTINUED = KINDS.indexOf('continued');
const GOES_ON = LINKED.indexOf('continued');
const BEGINS = KINDS.map((kind) => kind === 'kicker' || kind === 'opening');
const ALIKE = KINDS.map((kind) => KINDS.flatMap((other, index) => (roleOfKind(other) === roleOfKind(kind) ? [index] : [])));
const NONE = new Float64Array(0);

/** All that the grammar allows is the same to it: a labelling is worth what its kinds and links are. */
const EVEN: Model = { version: '', weights: new Float64Array(WEIGHT_COUNT), continuity: NONE, lost: NONE, calibration: UNCALIBRATED };

/**
 * The labelling of which the most may be expected to be right: roles, whether an article's head begins, and what a paragraph goes on with count alike, each
 * by how likely it is over all labellings (minimum Bayes risk, exact under the grammar). The likeliest labelling as a whole is often a little likelier than
 * many that agree against it in one place; an editor mends places.
 */
export function decode(lattice: Lattice, model: Model): Decoding {
  const { length } = lattice;
  if (length === 0) return { states: [], likely: NONE };
  const links = new Float64Array(lattice.links.length);
  const tell = (position: number, number: number, odds: number): void => {
    const { since, linked } = STEPS[number]!;
    if (linked === GOES_ON) links[position * LINK_STRIDE + since * LINKED.length + linked]! += odds;
  };
  const likely = likelyKinds(sumPaths(lattice, model, tell, 'links'), length);
  return { states: bestPath({ length, kinds: expectedOf(likely, length), links }, EVEN).states, likely };
}

/** The odds of every kind at every position. */
function likelyKinds(sums: Sums, length: number): Float64Array {
  const likely = new Float64Array(length * KIND_COUNT);
  for (let i = 0; i < length; i += 1) {
    for (let state = 0; state < STATES.length; state += 1) likely[i * KIND_COUNT + KIND_OF_STATE[state]!]! += sums.likely[i * STATES.length + state]!;
  }
  return likely;
}

/** How much of what each kind says of a position is expected to be right (position x kind); what a paragraph goes on with is told by the links. */
function expectedOf(likely: Float64Array, length: number): Float64Array {
  const expected = new Float64Array(length * KIND_COUNT);
  for (let at = 0; at < expected.length; at += KIND_COUNT) {
    let begins = 0;
    for (let kind = 0; kind < KIND_COUNT; kind += 1) if (BEGINS[kind]) begins += likely[at + kind]!;
    for (let kind = 0; kind < KIND_COUNT; kind += 1) {
      let right = BEGINS[kind] ? begins : 1 - begins;
      if (kind !== CONTINUED) right += 1 - likely[at + CONTINUED]!;
      for (const other of ALIKE[kind]!) right += likely[at + other]!;
      expected[at + kind] = right;
    }
  }
  return expected;
}
