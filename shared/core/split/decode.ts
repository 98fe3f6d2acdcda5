import { doubles } from '#util/scratch.ts';
import { evenPath } from './even-path.ts';
import { type Lattice } from './lattice.ts';
import { BEGINS, KIND_COUNT, KIND_OF_STATE, LINKED, type Model, ROLE } from './model.ts';
import { KINDS, STATES } from './states.ts';
import { sumLinks } from './sums.ts';

/** A labelling of a page and how likely each kind is at each position, all labellings weighed (position x kind). */
export type Decoding = { readonly states: readonly number[]; readonly likely: Float64Array };

const CONTINUED = KINDS.indexOf('continued');
const GOES_ON = LINKED.indexOf('continued');
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
  for (let link = 0; link < links.length; link += LINKED.length) for (let kind = 0; kind < LINKED.length; kind += 1) if (kind !== GOES_ON) links[link + kind] = 0;
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
  const roles = doubles(KIND_COUNT); // how likely each role is
  for (let at = 0; at < expected.length; at += KIND_COUNT) {
    let begins = 0;
    roles.fill(0);
    for (let kind = 0; kind < KIND_COUNT; kind += 1) {
      begins += likely[at + kind]! * BEGINS[kind]!;
      roles[ROLE[kind]!]! += likely[at + kind]!;
    }
    const apart = 1 - likely[at + CONTINUED]!;
    for (let kind = 0; kind < KIND_COUNT; kind += 1) {
      expected[at + kind] = (BEGINS[kind] === 1 ? begins : 1 - begins) + (kind === CONTINUED ? 0 : apart) + roles[ROLE[kind]!]!;
    }
  }
  return expected;
}
