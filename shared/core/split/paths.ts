import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, type Model, STEPS } from './model.ts';
import { STATES } from './states.ts';

const COUNT = STATES.length;
const KIND = Int32Array.from(KIND_OF_STATE);

/** Steps (places in `STEPS`) made ready to be walked: between which states, and which of a position's links they make, if any. */
type Walk = { readonly steps: Int32Array; readonly from: Int32Array; readonly to: Int32Array; readonly link: Int32Array };

function walk(steps: readonly number[]): Walk {
  return {
    steps: Int32Array.from(steps),
    from: Int32Array.from(steps, (step) => STEPS[step]!.from),
    to: Int32Array.from(steps, (step) => STEPS[step]!.to),
    link: Int32Array.from(steps, (step) => STEPS[step]!.since * LINKED.length + STEPS[step]!.linked),
  };
}

const all = STEPS.map((_, step) => step);
const plain = all.filter((step) => STEPS[step]!.from >= 0 && STEPS[step]!.linked < 0);
const OPENING = walk(all.filter((step) => STEPS[step]!.from < 0));
const LINKING = walk(all.filter((step) => STEPS[step]!.linked >= 0));
const INTO = walk(plain.toSorted((a, b) => STEPS[a]!.to - STEPS[b]!.to));
const OUT_OF = walk(plain.toSorted((a, b) => STEPS[a]!.from - STEPS[b]!.from));

/** Where the steps of each state begin in a walk that is sorted by it, and after the last where they end. */
function startsOf(sorted: Int32Array): Int32Array {
  const starts = new Int32Array(COUNT + 1);
  for (const state of sorted) starts[state + 1]! += 1;
  for (let state = 0; state < COUNT; state += 1) starts[state + 1]! += starts[state]!;
  return starts;
}

const INTO_STARTS = startsOf(INTO.to);
const OUT_OF_STARTS = startsOf(OUT_OF.from);

function weightsOf({ weights }: Model, { steps }: Walk): Float64Array {
  const found = new Float64Array(steps.length);
  for (let k = 0; k < found.length; k += 1) found[k] = weights[STEPS[steps[k]!]!.weight]!;
  return found;
}

function oddsOf(model: Model, steps: Walk): Float64Array {
  const found = weightsOf(model, steps);
  for (let k = 0; k < found.length; k += 1) found[k] = Math.exp(found[k]!);
  return found;
}

/** The best labelling of a page and its score; `rows`: the score of the best way to each state at each position, `back`: the state it comes from. */
export type Path = { readonly states: readonly number[]; readonly score: number; readonly rows: Float64Array; readonly back: Int8Array };

/** The best labelling of the whole page (Viterbi). As far as the page begins as a `known` one, its ways are taken over. */
export function bestPath(lattice: Lattice, model: Model, known: (Path & { readonly lattice: Lattice }) | null = null): Path {
  const { length, kinds, links } = lattice;
  const rows = new Float64Array(length * COUNT);
  const back = new Int8Array(length * COUNT).fill(-1);
  if (length === 0) return { states: [], score: 0, rows, back };
  const [opening, into, linking] = [weightsOf(model, OPENING), weightsOf(model, INTO), weightsOf(model, LINKING)];
  const common = known === null ? 0 : commonLength(lattice, known.lattice);
  if (known !== null) {
    rows.set(known.rows.subarray(0, common * COUNT));
    back.set(known.back.subarray(0, common * COUNT));
  }
  for (let i = common; i < length; i += 1) {
    const base = i * COUNT;
    const before = base - COUNT;
    if (i === 0) {
      rows.fill(-Infinity, 0, COUNT);
      for (let k = 0; k < opening.length; k += 1) rows[OPENING.to[k]!] = opening[k]!;
    } else {
      for (let to = 0; to < COUNT; to += 1) {
        let best = -Infinity;
        let from = -1;
        for (let k = INTO_STARTS[to]!; k < INTO_STARTS[to + 1]!; k += 1) {
          const score = rows[before + INTO.from[k]!]! + into[k]!;
          if (score > best) {
            best = score;
            from = INTO.from[k]!;
          }
        }
        rows[base + to] = best;
        back[base + to] = from;
      }
      for (let k = 0; k < linking.length; k += 1) {
        const score = rows[before + LINKING.from[k]!]! + linking[k]! + links[i * LINK_STRIDE + LINKING.link[k]!]!;
        const to = base + LINKING.to[k]!;
        if (score > rows[to]!) {
          rows[to] = score;
          back[to] = LINKING.from[k]!;
        }
      }
    }
    for (let state = 0; state < COUNT; state += 1) rows[base + state]! += kinds[i * KIND_COUNT + KIND[state]!]!;
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

/** At how many positions from the first two pages score the same. */
function commonLength(one: Lattice, other: Lattice): number {
  const most = Math.min(one.length, other.length);
  let kind = 0;
  while (kind < most * KIND_COUNT && one.kinds[kind] === other.kinds[kind]) kind += 1;
  let link = 0;
  while (link < most * LINK_STRIDE && one.links[link] === other.links[link]) link += 1;
  return Math.min(Math.floor(kind / KIND_COUNT), Math.floor(link / LINK_STRIDE));
}

/** How likely each state is at each position (position x state), all labellings weighed, and the log-sum over all labellings. */
export type Sums = { readonly likely: Float64Array; readonly total: number };

/** Hears how likely a step (a place in `STEPS`) into a position is. */
export type Tell = (position: number, step: number, likely: number) => void;

/** Sums over all labellings of a page that has at least one block (forward-backward, scaled at every position so that nothing under- or overflows). */
export function sumPaths(lattice: Lattice, model: Model, tell?: Tell): Sums {
  const { length } = lattice;
  const [opening, outOf, linking] = [oddsOf(model, OPENING), oddsOf(model, OUT_OF), oddsOf(model, LINKING)];
  const { own, odds, forward, scales, total } = sumForward(lattice, model);
  const likely = forward.slice(); // times what comes after, from the end backwards
  const ahead = new Float64Array(COUNT).fill(1); // of what follows a state at position i
  const arriving = new Float64Array(COUNT); // the same with the state's own
  for (let i = length - 1; i >= 0; i -= 1) {
    const base = i * COUNT;
    const before = base - COUNT;
    for (let state = 0; state < COUNT; state += 1) {
      likely[base + state]! *= ahead[state]!;
      arriving[state] = (own[i * KIND_COUNT + KIND[state]!]! * ahead[state]!) / scales[i]!;
    }
    if (i === 0) break;
    for (let from = 0; from < COUNT; from += 1) {
      let mass = 0;
      for (let k = OUT_OF_STARTS[from]!; k < OUT_OF_STARTS[from + 1]!; k += 1) mass += outOf[k]! * arriving[OUT_OF.to[k]!]!;
      ahead[from] = mass;
    }
    for (let k = 0; k < linking.length; k += 1) {
      const mass = linking[k]! * odds[i * LINK_STRIDE + LINKING.link[k]!]! * arriving[LINKING.to[k]!]!;
      ahead[LINKING.from[k]!]! += mass;
      if (tell !== undefined) tell(i, LINKING.steps[k]!, forward[before + LINKING.from[k]!]! * mass);
    }
    if (tell === undefined) continue;
    for (let k = 0; k < outOf.length; k += 1) tell(i, OUT_OF.steps[k]!, forward[before + OUT_OF.from[k]!]! * outOf[k]! * arriving[OUT_OF.to[k]!]!);
  }
  if (tell !== undefined) for (let k = 0; k < opening.length; k += 1) tell(0, OPENING.steps[k]!, opening[k]! * arriving[OPENING.to[k]!]!);
  return { likely, total };
}

/** The first half of `sumPaths`. `own`: the odds of every kind, the highest of a position as 1; `odds`: of the links. */
type Forward = { readonly own: Float64Array; readonly odds: Float64Array; readonly forward: Float64Array; readonly scales: Float64Array; readonly total: number };

function sumForward({ length, kinds, links }: Lattice, model: Model): Forward {
  const [opening, into, linking] = [oddsOf(model, OPENING), oddsOf(model, INTO), oddsOf(model, LINKING)];
  const own = new Float64Array(length * KIND_COUNT);
  const odds = new Float64Array(links.length).fill(1);
  for (let k = 0; k < links.length; k += 1) if (links[k] !== 0) odds[k] = Math.exp(links[k]!);
  const forward = new Float64Array(length * COUNT);
  const scales = new Float64Array(length);
  let total = 0;
  for (let k = 0; k < opening.length; k += 1) forward[OPENING.to[k]!] = opening[k]!;
  for (let i = 0; i < length; i += 1) {
    const base = i * COUNT;
    const before = base - COUNT;
    const kind = i * KIND_COUNT;
    let highest = -Infinity;
    for (let k = kind; k < kind + KIND_COUNT; k += 1) if (kinds[k]! > highest) highest = kinds[k]!;
    for (let k = kind; k < kind + KIND_COUNT; k += 1) own[k] = Math.exp(kinds[k]! - highest);
    if (i > 0) {
      for (let to = 0; to < COUNT; to += 1) {
        let mass = 0;
        for (let k = INTO_STARTS[to]!; k < INTO_STARTS[to + 1]!; k += 1) mass += forward[before + INTO.from[k]!]! * into[k]!;
        forward[base + to] = mass;
      }
      for (let k = 0; k < linking.length; k += 1) {
        forward[base + LINKING.to[k]!]! += forward[before + LINKING.from[k]!]! * linking[k]! * odds[i * LINK_STRIDE + LINKING.link[k]!]!;
      }
    }
    let scale = 0;
    for (let state = 0; state < COUNT; state += 1) scale += forward[base + state]! *= own[kind + KIND[state]!]!;
    for (let state = 0; state < COUNT; state += 1) forward[base + state]! /= scale;
    scales[i] = scale;
    total += Math.log(scale) + highest;
  }
  return { own, odds, forward, scales, total };
}
