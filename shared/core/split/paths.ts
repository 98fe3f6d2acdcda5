import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, type Model, STEPS } from './model.ts';
import { STATES } from './states.ts';

const COUNT = STATES.length;
const OPENING = STEPS.flatMap(({ from }, step) => (from < 0 ? [step] : []));
const INNER = STEPS.flatMap(({ from }, step) => (from < 0 ? [] : [step]));

/** Steps inside a page in an order of their own: those of state s, which they lead to or from, are at `starts[s]` up to `starts[s + 1]`. */
type Bundle = { readonly starts: Int32Array; readonly steps: Int32Array; readonly others: Int32Array; readonly links: Int32Array };

function bundle(end: 'from' | 'to', other: 'from' | 'to'): Bundle {
  const steps = Array.from({ length: COUNT }, (_, state) => INNER.filter((step) => STEPS[step]![end] === state));
  const starts = new Int32Array(COUNT + 1);
  steps.forEach((list, state) => (starts[state + 1] = starts[state]! + list.length));
  const linkOf = (step: number) => (STEPS[step]!.linked < 0 ? NO_LINK : STEPS[step]!.since * LINKED.length + STEPS[step]!.linked);
  const all = steps.flat();
  return { starts, steps: Int32Array.from(all), others: Int32Array.from(all, (step) => STEPS[step]![other]), links: Int32Array.from(all, linkOf) };
}

/** Where the scores of a position's links are looked up, that of a step without link stands behind them. */
const NO_LINK = LINK_STRIDE;
const INTO = bundle('to', 'from');
const OUT_OF = bundle('from', 'to');

const weightsOf = (model: Model): Float64Array => {
  const weights = new Float64Array(STEPS.length);
  for (let step = 0; step < weights.length; step += 1) weights[step] = model.weights[STEPS[step]!.weight]!;
  return weights;
};

const inOrderOf = (weights: Float64Array, { steps }: Bundle): Float64Array => {
  const ordered = new Float64Array(steps.length);
  for (let k = 0; k < ordered.length; k += 1) ordered[k] = weights[steps[k]!]!;
  return ordered;
};

/** The best labelling of the whole page (Viterbi) and its score. */
export function bestPath(lattice: Lattice, model: Model): { readonly states: readonly number[]; readonly score: number } {
  const { length, kinds, links } = lattice;
  if (length === 0) return { states: [], score: 0 };
  const weights = weightsOf(model);
  const pass = inOrderOf(weights, INTO);
  const link = new Float64Array(LINK_STRIDE + 1);
  let row = new Float64Array(COUNT).fill(-Infinity);
  let next = new Float64Array(COUNT);
  const back = new Int8Array(length * COUNT).fill(-1);
  for (const step of OPENING) row[STEPS[step]!.to] = weights[step]!;
  for (let state = 0; state < COUNT; state += 1) row[state]! += kinds[KIND_OF_STATE[state]!]!;
  for (let i = 1; i < length; i += 1) {
    for (let k = 0; k < LINK_STRIDE; k += 1) link[k] = links[i * LINK_STRIDE + k]!;
    for (let to = 0; to < COUNT; to += 1) {
      const end = INTO.starts[to + 1]!;
      let best = -Infinity;
      let from = -1;
      for (let k = INTO.starts[to]!; k < end; k += 1) {
        const score = row[INTO.others[k]!]! + pass[k]! + link[INTO.links[k]!]!;
        if (score > best) {
          best = score;
          from = INTO.others[k]!;
        }
      }
      next[to] = best + kinds[i * KIND_COUNT + KIND_OF_STATE[to]!]!;
      back[i * COUNT + to] = from;
    }
    [row, next] = [next, row];
  }
  let state = 0;
  for (let other = 1; other < COUNT; other += 1) if (row[other]! > row[state]!) state = other;
  const score = row[state]!;
  const states = new Array<number>(length);
  for (let i = length - 1; i >= 0; i -= 1) {
    states[i] = state;
    state = back[i * COUNT + state]!;
  }
  return { states, score };
}

/** How likely each state is at each position (position x state), all labellings weighed, and the log-sum over all labellings. */
export type Sums = { readonly likely: Float64Array; readonly total: number };

/** Hears how likely a step (a place in `STEPS`) into a position is. */
export type Tell = (position: number, step: number, likely: number) => void;

/** Sums over all labellings of a page that has at least one block (forward-backward, scaled at every position so that nothing under- or overflows). */
export function sumPaths(lattice: Lattice, model: Model, tell?: Tell): Sums {
  const { length, kinds, links } = lattice;
  const weights = weightsOf(model).map(Math.exp);
  const into = inOrderOf(weights, INTO);
  const outOf = inOrderOf(weights, OUT_OF);
  const odds = new Float64Array(length * (LINK_STRIDE + 1)); // of the links, and of none
  const own = new Float64Array(length * COUNT);
  const ofKind = new Float64Array(KIND_COUNT);
  const forward = new Float64Array(length * COUNT);
  const scales = new Float64Array(length);
  for (const step of OPENING) forward[STEPS[step]!.to] = weights[step]!;
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    const base = i * COUNT;
    const link = i * (LINK_STRIDE + 1);
    for (let k = 0; k < LINK_STRIDE; k += 1) odds[link + k] = Math.exp(links[i * LINK_STRIDE + k]!);
    odds[link + NO_LINK] = 1;
    let highest = -Infinity;
    for (let kind = 0; kind < KIND_COUNT; kind += 1) highest = Math.max(highest, kinds[i * KIND_COUNT + kind]!);
    for (let kind = 0; kind < KIND_COUNT; kind += 1) ofKind[kind] = Math.exp(kinds[i * KIND_COUNT + kind]! - highest);
    let scale = 0;
    for (let to = 0; to < COUNT; to += 1) {
      let mass = forward[base + to]!;
      if (i > 0) {
        const end = INTO.starts[to + 1]!;
        for (let k = INTO.starts[to]!; k < end; k += 1) mass += forward[base - COUNT + INTO.others[k]!]! * into[k]! * odds[link + INTO.links[k]!]!;
      }
      own[base + to] = ofKind[KIND_OF_STATE[to]!]!;
      mass *= own[base + to]!;
      forward[base + to] = mass;
      scale += mass;
    }
    scales[i] = scale;
    for (let state = 0; state < COUNT; state += 1) forward[base + state]! /= scale;
    total += Math.log(scale) + highest;
  }
  const likely = forward.slice(); // times what comes after, from the end backwards
  const ahead = new Float64Array(COUNT).fill(1); // of what follows a state at position i
  const arriving = new Float64Array(COUNT); // the same with the state's own
  for (let i = length - 1; i >= 0; i -= 1) {
    const base = i * COUNT;
    const link = i * (LINK_STRIDE + 1);
    for (let state = 0; state < COUNT; state += 1) {
      likely[base + state]! *= ahead[state]!;
      arriving[state] = (own[base + state]! * ahead[state]!) / scales[i]!;
    }
    if (tell !== undefined && i === 0) for (const step of OPENING) tell(0, step, weights[step]! * arriving[STEPS[step]!.to]!);
    if (i === 0) break;
    for (let from = 0; from < COUNT; from += 1) {
      const end = OUT_OF.starts[from + 1]!;
      let mass = 0;
      for (let k = OUT_OF.starts[from]!; k < end; k += 1) {
        const part = outOf[k]! * odds[link + OUT_OF.links[k]!]! * arriving[OUT_OF.others[k]!]!;
        mass += part;
        if (tell !== undefined) tell(i, OUT_OF.steps[k]!, forward[base - COUNT + from]! * part);
      }
      ahead[from] = mass;
    }
  }
  return { likely, total };
}
