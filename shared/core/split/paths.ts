import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model } from './model.ts';
import { COUNT, GROUPS, INTO, INTO_STARTS, LINKING, OPENING, SOURCES, weightsOf } from './walks.ts';

const KIND = Int32Array.from(KIND_OF_STATE);

/** The best labelling of a page and its score; `rows`: the score of the best way to each state at each position, `back`: the state it comes from. */
export type Path = { readonly states: readonly number[]; readonly score: number; readonly rows: Float64Array; readonly back: Int8Array };

/** The best labelling of the whole page (Viterbi). As far as the page begins as a `known` one, its ways are taken over. */
export function bestPath(lattice: Lattice, model: Model, known: (Path & { readonly lattice: Lattice }) | null = null): Path {
  const { length } = lattice;
  const rows = new Float64Array(length * COUNT);
  const back = new Int8Array(length * COUNT).fill(-1);
  if (length === 0) return { states: [], score: 0, rows, back };
  const common = known === null ? 0 : commonLength(lattice, known.lattice);
  if (known !== null) {
    rows.set(known.rows.subarray(0, common * COUNT));
    back.set(known.back.subarray(0, common * COUNT));
  }
  const walking = walker(model);
  for (let i = common; i < length; i += 1) enter(walking, lattice, i, rows, i * COUNT, back);
  const last = (length - 1) * COUNT;
  let state = 0;
  for (let other = 1; other < COUNT; other += 1) if (rows[last + other]! > rows[last + state]!) state = other;
  const score = rows[last + state]!;
  const states = new Array<number>(length);
  for (let i = length - 1; i >= 0; i -= 1) {
    states[i] = state;
    state = back[i * COUNT + state]!;
  }
  return { states, score, rows, back };
}

/** What walking needs, made ready once: the weights of the steps, and the best way to each source at the position before with the state it ends in. */
type Walker = { readonly opening: Float64Array; readonly into: Float64Array; readonly linking: Float64Array; readonly ways: Float64Array; readonly ends: Int8Array };

const walker = (model: Model): Walker => ({
  opening: weightsOf(model, OPENING),
  into: weightsOf(model, INTO),
  linking: weightsOf(model, LINKING),
  ways: new Float64Array(SOURCES),
  ends: Int8Array.from({ length: SOURCES }, (_, source) => source),
});

/** Fills the row from `base` on with the scores of the best ways to position `i` of the lattice, by the row before it, and `back` with where they come from. */
function enter({ opening, into, linking, ways, ends }: Walker, { kinds, links }: Lattice, i: number, rows: Float64Array, base: number, back: Int8Array): void {
  if (base === 0) {
    rows.fill(-Infinity, 0, COUNT);
    for (let k = 0; k < opening.length; k += 1) rows[OPENING.to[k]!] = opening[k]!;
  } else {
    for (let state = 0; state < COUNT; state += 1) ways[state] = rows[base - COUNT + state]!;
    for (let group = 0; group < GROUPS.length; group += 1) {
      const states = GROUPS[group]!;
      let best = states[0]!;
      for (const state of states) if (ways[state]! > ways[best]!) best = state;
      ways[COUNT + group] = ways[best]!;
      ends[COUNT + group] = best;
    }
    for (let to = 0; to < COUNT; to += 1) {
      let best = -Infinity;
      let from = -1;
      for (let k = INTO_STARTS[to]!; k < INTO_STARTS[to + 1]!; k += 1) {
        const score = ways[INTO.from[k]!]! + into[k]!;
        if (score > best) {
          best = score;
          from = INTO.from[k]!;
        }
      }
      rows[base + to] = best;
      back[base + to] = from < 0 ? -1 : ends[from]!;
    }
    for (let k = 0; k < linking.length; k += 1) {
      const score = ways[LINKING.from[k]!]! + linking[k]! + links[i * LINK_STRIDE + LINKING.link[k]!]!;
      const to = base + LINKING.to[k]!;
      if (score > rows[to]!) {
        rows[to] = score;
        back[to] = LINKING.from[k]!;
      }
    }
  }
  for (let state = 0; state < COUNT; state += 1) rows[base + state]! += kinds[i * KIND_COUNT + KIND[state]!]!;
}

/** At how many positions from the first two pages score the same. */
function commonLength(one: Lattice, other: Lattice): number {
  const most = Math.min(one.length, other.length);
  let kind = 0;
  while (kind < most * KIND_COUNT && one.kinds[kind] === other.kinds[kind]) kind += 1;
  let link = 0;
  while (link < most * LINK_STRIDE && one.links[link] === other.links[link]) link += 1;
  return Math.min(Math.floor(kind / KIND_COUNT), Math.floor(link / LINK_STRIDE));
}
