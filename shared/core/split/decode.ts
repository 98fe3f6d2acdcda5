import { doubles } from '#util/scratch.ts';
import { evenPath } from './even-path.ts';
import { type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, type Model } from './model.ts';
import { KINDS, STATES, roleOfKind } from './states.ts';
import { sumLinks } from './sums.ts';

/** A labelling of a page and how likely each kind is at each position, all labellings weighed (position x kind). */
export type Decoding = { readonly states: readonly number[]; readonly likely: Float64Array };

const CONTINUED = KINDS.indexOf('continued');
const GOES_ON = LINKED.indexOf('continued');
const BEGINS = KINDS.map((kind) => kind === 'kicker' || kind === 'opening');
const ALIKE = KINDS.map((kind) => KINDS.flatMap((other, index) => (roleOfKind(other) === roleOfKind(kind) ? [index] : [])));
const KIND = Int32Array.from(KIND_OF_STATE);

/**
 * The labelling of which the most may be expected to be right: roles, whether an article's head begins, and what a paragraph goes on with count alike, each
 * by how likely it is over all labellings (minimum Bayes risk, exact under the grammar). The likeliest labelling as a whole is often a little likelier than
 * many that agree against it in one place; an editor mends places. `likeliest`: that labelling, or any other that the grammar allows.
 */
export function decode(lattice: Lattice, model: Model, likeliest: readonly number[]): Decoding {
  const { length } = lattice;
  if (length === 0) return { states: [], likely: doubles(0) };
  const { likely: states, links } = sumLinks(lattice, model);
  for (let link = 0; link < links.length; link += 1) if (link % LINKED.length !== GOES_ON) links[link] = 0;
  const likely = likelyKinds(states, length);
  return { states: evenPath({ length, kinds: expectedOf(likely, length), links }, likeliest), likely };
}

/** The odds of every kind at every position. */
function likelyKinds(states: Float64Array, length: number): Float64Array {
  const likely = doubles(length * KIND_COUNT);
  for (let i = 0; i < length; i += 1) {
    for (let state = 0; state < STATES.length; state += 1) likely[i * KIND_COUNT + KIND[state]!]! += states[i * STATES.length + state]!;
  }
  return likely;
}

/** How much of what each kind says of a position is expected to be right (position x kind); what a paragraph goes on with is told by the links. */
function expectedOf(likely: Float64Array, length: number): Float64Array {
  const expected = doubles(length * KIND_COUNT);
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
