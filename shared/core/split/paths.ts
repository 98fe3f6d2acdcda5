import { doubles, signedBytes } from '#util/scratch.ts';
import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model } from './model.ts';
import { COUNT, INTO, INTO_STARTS, LINKING, OPENING, perModel, weightsOf } from './walks.ts';

const KIND = Int32Array.from(KIND_OF_STATE);

/** The best labelling of a page and its score; `rows`: the score of the best way to each state at each position, `back`: the state it comes from. */
export type Path = { readonly states: readonly number[]; readonly score: number; readonly rows: Float64Array; readonly back: Int8Array };

/**
 * The best labelling of the whole page (Viterbi). As far as the page begins as a `known` one, its ways are taken over, and so they are where it ends as that and
 * all ways have come to be as much better or worse than there.
 */
export function bestPath(lattice: Lattice, model: Model, known: (Path & { readonly lattice: Lattice }) | null = null): Path {
  const { length } = lattice;
  const rows = doubles(length * COUNT);
  const back = signedBytes(length * COUNT).fill(-1);
  if (length === 0) return { states: [], score: 0, rows, back };
  const common = known === null ? 0 : commonLength(lattice, known.lattice);
  const alike = known === null ? length : length - commonEnd(lattice, known.lattice); // from there on
  if (known !== null) {
    rows.set(known.rows.subarray(0, common * COUNT));
    back.set(known.back.subarray(0, common * COUNT));
  }
  const walking = walkerOf(model);
  for (let i = common; i < length; i += 1) {
    enter(walking, lattice, i, rows, i * COUNT, back);
    if (known === null || i + 1 < alike) continue;
    const there = (i + known.lattice.length - length) * COUNT;
    if (there < 0 || !sameButFor(rows, i * COUNT, known.rows, there)) continue;
    const more = rows[i * COUNT]! - known.rows[there]!;
    for (let at = (i + 1) * COUNT; at < rows.length; at += 1) rows[at] = known.rows[at - i * COUNT + there]! + more;
    back.set(known.back.subarray(there + COUNT), (i + 1) * COUNT);
    break;
  }
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

/**
 * What walking needs of a model: the weights of the steps, those that make no link also by state they lead from and to (-Infinity where there is none), and
 * the most of those that lead to each state.
 */
type Walker = { readonly opening: Float64Array; readonly into: Float64Array; readonly linking: Float64Array; readonly direct: Float64Array; readonly most: Float64Array };

const walkerOf = perModel((model): Walker => {
  const into = weightsOf(model, INTO);
  const direct = new Float64Array(COUNT * COUNT).fill(-Infinity);
  const most = new Float64Array(COUNT).fill(-Infinity);
  for (let k = 0; k < into.length; k += 1) {
    const to = INTO.to[k]!;
    direct[INTO.from[k]! * COUNT + to] = into[k]!;
    if (into[k]! > most[to]!) most[to] = into[k]!;
  }
  return { opening: weightsOf(model, OPENING), into, linking: weightsOf(model, LINKING), direct, most };
});

/** Fills the row from `base` on with the scores of the best ways to position `i` of the lattice, by the row before it, and `back` with where they come from. */
function enter({ opening, into, linking, direct, most }: Walker, { kinds, links }: Lattice, i: number, rows: Float64Array, base: number, back: Int8Array): void {
  // At hand here, they need not be looked up at every step.
  const source = INTO.from;
  const starts = INTO_STARTS;
  const kind = KIND;
  const { from: above, to: below, link } = LINKING;
  if (base === 0) {
    rows.fill(-Infinity, 0, COUNT);
    for (let k = 0; k < opening.length; k += 1) rows[OPENING.to[k]!] = opening[k]!;
  } else {
    const before = base - COUNT;
    let top = 0; // the state with the best way to the position before; mostly it stands far above the others
    let second = -Infinity;
    for (let state = 1; state < COUNT; state += 1) {
      const score = rows[before + state]!;
      if (score > rows[before + top]!) {
        second = rows[before + top]!;
        top = state;
      } else if (score > second) second = score;
    }
    for (let to = 0; to < COUNT; to += 1) {
      let best = rows[before + top]! + direct[top * COUNT + to]!;
      let from = best > -Infinity ? top : -1;
      // The others are looked at only where the second best of them, by the best step there is, could do as well.
      if (!(best > second + most[to]!)) {
        best = -Infinity;
        const end = starts[to + 1]!;
        for (let k = starts[to]!; k < end; k += 1) {
          const score = rows[before + source[k]!]! + into[k]!;
          if (score > best) {
            best = score;
            from = source[k]!;
          }
        }
      }
      rows[base + to] = best;
      back[base + to] = from;
    }
    for (let k = 0; k < linking.length; k += 1) {
      const score = rows[before + above[k]!]! + linking[k]! + links[i * LINK_STRIDE + link[k]!]!;
      const to = base + below[k]!;
      if (score > rows[to]!) {
        rows[to] = score;
        back[to] = above[k]!;
      }
    }
  }
  for (let state = 0; state < COUNT; state += 1) rows[base + state]! += kinds[i * KIND_COUNT + kind[state]!]!;
}

/** More than sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/** Whether two rows differ by one and the same number in all states. */
function sameButFor(rows: Float64Array, base: number, others: Float64Array, there: number): boolean {
  const more = rows[base]! - others[there]!;
  for (let state = 1; state < COUNT; state += 1) {
    const one = rows[base + state]!;
    const other = others[there + state]!;
    if (!(one === -Infinity && other === -Infinity) && !(Math.abs(one - other - more) < ROUNDING)) return false;
  }
  return true;
}

/** At how many positions up to the last two pages score the same. */
function commonEnd(one: Lattice, other: Lattice): number {
  const most = Math.min(one.length, other.length);
  let kind = 1;
  while (kind <= most * KIND_COUNT && one.kinds[one.kinds.length - kind] === other.kinds[other.kinds.length - kind]) kind += 1;
  let link = 1;
  while (link <= most * LINK_STRIDE && one.links[one.links.length - link] === other.links[other.links.length - link]) link += 1;
  return Math.min(Math.floor((kind - 1) / KIND_COUNT), Math.floor((link - 1) / LINK_STRIDE));
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
