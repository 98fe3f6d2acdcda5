import { type Evidence, LINK_ROWS } from './evidence.ts';
import { addWeights } from './feature-rows.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, LINK_BASE, type Model, STEPS } from './model.ts';
import { STATES } from './states.ts';

/** The scores of a page under a model: per position and kind, and per position, blocks between, and linked kind. */
export type Lattice = { readonly length: number; readonly kinds: Float64Array; readonly links: Float64Array };

export const LINK_STRIDE = LINK_ROWS * LINKED.length;

export function latticeOf({ length, observations, links }: Evidence, { weights }: Model): Lattice {
  const lattice = { length, kinds: new Float64Array(length * KIND_COUNT), links: new Float64Array(length * LINK_STRIDE) };
  for (let i = 0; i < length; i += 1) addWeights(observations, i, weights, 0, KIND_COUNT, lattice.kinds, i * KIND_COUNT);
  for (let row = 0; row < length * LINK_ROWS; row += 1) addWeights(links, row, weights, LINK_BASE, LINKED.length, lattice.links, row * LINKED.length);
  return lattice;
}

/** The score of one step into position `i`, the kind's own score left out. */
export function stepScore(lattice: Lattice, model: Model, i: number, step: (typeof STEPS)[number]): number {
  const link = step.linked < 0 ? 0 : lattice.links[i * LINK_STRIDE + step.since * LINKED.length + step.linked]!;
  return model.weights[step.weight]! + link;
}

const COUNT = STATES.length;
const OPENING_STEPS = STEPS.flatMap(({ from }, index) => (from < 0 ? [index] : []));
const INNER_STEPS = STEPS.flatMap(({ from }, index) => (from < 0 ? [] : [index]));
const FROM = Int8Array.from(STEPS, ({ from }) => from);
const TO = Int8Array.from(STEPS, ({ to }) => to);
/** Where a step's link score stands among those of its position, -1 if it makes no link. */
const LINK_AT = Int8Array.from(STEPS, ({ since, linked }) => (linked < 0 ? -1 : since * LINKED.length + linked));

/** The best labelling of the whole page (Viterbi) and its score. */
export function bestPath(lattice: Lattice, model: Model): { readonly states: readonly number[]; readonly score: number } {
  const { length, kinds, links } = lattice;
  if (length === 0) return { states: [], score: 0 };
  const pass = Float64Array.from(STEPS, ({ weight }) => model.weights[weight]!);
  let row = new Float64Array(COUNT);
  let next = new Float64Array(COUNT);
  const back = new Int8Array(length * COUNT).fill(-1);
  for (let i = 0; i < length; i += 1) {
    next.fill(-Infinity);
    const steps = i === 0 ? OPENING_STEPS : INNER_STEPS;
    for (let k = 0; k < steps.length; k += 1) {
      const step = steps[k]!;
      const from = FROM[step]!;
      const link = LINK_AT[step]!;
      const score = (i === 0 ? 0 : row[from]!) + pass[step]! + (link < 0 ? 0 : links[i * LINK_STRIDE + link]!);
      const to = TO[step]!;
      if (score > next[to]!) {
        next[to] = score;
        back[i * COUNT + to] = from;
      }
    }
    for (let state = 0; state < COUNT; state += 1) next[state]! += kinds[i * KIND_COUNT + KIND_OF_STATE[state]!]!;
    [row, next] = [next, row];
  }
  let state = row.reduce((best, score, index) => (score > row[best]! ? index : best), 0);
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

/**
 * Sums over all labellings of a page that has at least one block (forward-backward, scaled at every position so that nothing under- or overflows).
 * `tell` hears how likely every step (a place in `STEPS`) into every position is.
 */
export function sumPaths(lattice: Lattice, model: Model, tell?: (position: number, step: number, likely: number) => void): Sums {
  const { length, kinds } = lattice;
  const pass = Float64Array.from(STEPS, ({ weight }) => Math.exp(model.weights[weight]!));
  const links = lattice.links.map(Math.exp);
  const own = new Float64Array(length * COUNT);
  const forward = new Float64Array(length * COUNT);
  const scales = new Float64Array(length);
  let total = 0;
  for (let i = 0; i < length; i += 1) {
    let highest = -Infinity;
    for (let kind = 0; kind < KIND_COUNT; kind += 1) highest = Math.max(highest, kinds[i * KIND_COUNT + kind]!);
    const base = i * COUNT;
    const steps = i === 0 ? OPENING_STEPS : INNER_STEPS;
    for (let k = 0; k < steps.length; k += 1) {
      const step = steps[k]!;
      const link = LINK_AT[step]!;
      const mass = (i === 0 ? 1 : forward[base - COUNT + FROM[step]!]!) * pass[step]!;
      forward[base + TO[step]!]! += link < 0 ? mass : mass * links[i * LINK_STRIDE + link]!;
    }
    let scale = 0;
    for (let state = 0; state < COUNT; state += 1) {
      own[base + state] = Math.exp(kinds[i * KIND_COUNT + KIND_OF_STATE[state]!]! - highest);
      forward[base + state]! *= own[base + state]!;
      scale += forward[base + state]!;
    }
    scales[i] = scale;
    for (let state = 0; state < COUNT; state += 1) forward[base + state]! /= scale;
    total += Math.log(scale) + highest;
  }
  const backward = new Float64Array(length * COUNT).fill(1, (length - 1) * COUNT);
  for (let i = length - 1; i >= 0; i -= 1) {
    const base = i * COUNT;
    const steps = i === 0 ? OPENING_STEPS : INNER_STEPS;
    for (let k = 0; k < steps.length; k += 1) {
      const step = steps[k]!;
      const link = LINK_AT[step]!;
      const to = base + TO[step]!;
      const from = base - COUNT + FROM[step]!;
      const mass = (pass[step]! * (link < 0 ? 1 : links[i * LINK_STRIDE + link]!) * own[to]! * backward[to]!) / scales[i]!;
      if (i > 0) backward[from]! += mass;
      tell?.(i, step, i === 0 ? mass : forward[from]! * mass);
    }
  }
  return { likely: forward.map((mass, at) => mass * backward[at]!), total };
}
