import { bytes, doubles, signedBytes } from '#util/scratch.ts';
import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE } from './model.ts';
import { COUNT, LINKING, OPENING, PLAIN } from './walks.ts';

const KIND = Int32Array.from(KIND_OF_STATE);

/** Steps by the state they lead from: those of state s from `starts[s]` to `starts[s + 1]`. */
type Onwards = { readonly starts: Int32Array; readonly to: Int32Array; readonly link: Int32Array };

function onwards({ from, to, link }: typeof PLAIN): Onwards {
  const steps = Array.from(from, (_, step) => step).toSorted((a, b) => from[a]! - from[b]!);
  const starts = Int32Array.from({ length: COUNT + 1 }, (_, state) => steps.filter((step) => from[step]! < state).length);
  return { starts, to: Int32Array.from(steps, (step) => to[step]!), link: Int32Array.from(steps, (step) => Math.max(0, link[step]!)) };
}

const PLAINLY = onwards(PLAIN);
const BY_LINKS = onwards(LINKING);

/** More than sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/**
 * The best labelling of a page where all steps the grammar allows are alike, so that only kinds and links count. `known`: some labelling that the grammar allows;
 * the better it is the less is looked at, for what cannot come to be as good any more is left behind (branch and bound; exact).
 */
export function evenPath({ length, kinds, links }: Lattice, known: readonly number[]): readonly number[] {
  const ahead = mostAhead(length, kinds, links);
  const enough = scoreOf(kinds, links, known) - ROUNDING;
  const alive = bytes(COUNT); // states that may still be part of it, ascending
  let living = 0;
  let scores = doubles(COUNT);
  let next = doubles(COUNT).fill(-Infinity);
  const back = signedBytes(length * COUNT);
  for (let i = 0; i < length; i += 1) {
    const base = i * COUNT;
    if (i === 0) for (const to of OPENING.to) next[to] = 0;
    for (let each = 0; each < living; each += 1) enter(PLAINLY, alive[each]!, scores[alive[each]!]!, ZEROS, 0, next, back, base);
    for (let each = 0; each < living; each += 1) enter(BY_LINKS, alive[each]!, scores[alive[each]!]!, links, i * LINK_STRIDE, next, back, base);
    living = 0;
    for (let state = 0; state < COUNT; state += 1) {
      next[state]! += kinds[i * KIND_COUNT + KIND[state]!]!;
      if (next[state]! + ahead[i + 1]! < enough) continue;
      alive[living] = state;
      living += 1;
    }
    [scores, next] = [next, scores.fill(-Infinity)];
  }
  let state = alive[0]!;
  for (let each = 1; each < living; each += 1) if (scores[alive[each]!]! > scores[state]!) state = alive[each]!;
  const states = new Array<number>(length);
  for (let i = length - 1; i >= 0; i -= 1) {
    states[i] = state;
    state = back[i * COUNT + state]!;
  }
  return states;
}

const ZEROS = new Float64Array(LINK_STRIDE);

/** Takes the steps from a state as far as they are better than others into the same states. */
function enter({ starts, to, link }: Onwards, from: number, score: number, links: Float64Array, at: number, next: Float64Array, back: Int8Array, base: number): void {
  for (let k = starts[from]!; k < starts[from + 1]!; k += 1) {
    const sum = score + links[at + link[k]!]!;
    if (sum <= next[to[k]!]!) continue;
    next[to[k]!] = sum;
    back[base + to[k]!] = from;
  }
}

/** The most that all positions from each on can add; one number more than there are positions. */
function mostAhead(length: number, kinds: Float64Array, links: Float64Array): Float64Array {
  const ahead = doubles(length + 1);
  for (let i = length - 1; i >= 0; i -= 1) {
    let kind = -Infinity;
    for (let k = i * KIND_COUNT; k < (i + 1) * KIND_COUNT; k += 1) if (kinds[k]! > kind) kind = kinds[k]!;
    let link = 0;
    for (let k = i * LINK_STRIDE; k < (i + 1) * LINK_STRIDE; k += 1) if (links[k]! > link) link = links[k]!;
    ahead[i] = ahead[i + 1]! + kind + link;
  }
  return ahead;
}

function scoreOf(kinds: Float64Array, links: Float64Array, states: readonly number[]): number {
  let score = 0;
  for (let i = 0; i < states.length; i += 1) {
    score += kinds[i * KIND_COUNT + KIND[states[i]!]!]!;
    if (i === 0) continue;
    const from = states[i - 1]!;
    for (let k = BY_LINKS.starts[from]!; k < BY_LINKS.starts[from + 1]!; k += 1) if (BY_LINKS.to[k] === states[i]) score += links[i * LINK_STRIDE + BY_LINKS.link[k]!]!;
  }
  return score;
}
