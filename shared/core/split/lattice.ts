import type { Page } from '../parse/page.ts';
import { linkFeatures } from './links.ts';
import { KIND_COUNT, KIND_OF_STATE, LINKED, LINK_BASE, type Model, STEPS } from './model.ts';
import { observe } from './observations.ts';
import { outlineOf } from './outline.ts';
import { REACH, STATES } from './states.ts';

/** What the model sees of a page in one reading order. Independent of the weights, so that training computes it once. */
export type Evidence = {
  readonly length: number;
  readonly observations: readonly (readonly number[])[]; // by position
  readonly links: readonly (readonly (readonly number[])[])[]; // by position, then by the number of blocks between
};

/** Gathers the evidence of `page` read in `order` (block numbers). */
export function evidenceOf(page: Page, order: readonly number[]): Evidence {
  const outline = outlineOf(page, order);
  const observations = observe(page, outline);
  const links = order.map((below, position) => {
    const found: (readonly number[])[] = [];
    for (let between = 0; between <= REACH && position - between - 1 >= 0; between += 1) {
      // A paragraph is not continued over another one: there is nothing to weigh.
      if (between > 0 && outline.prose[position - between]) break;
      found.push(linkFeatures(page, order[position - between - 1]!, below, between));
    }
    return found;
  });
  return { length: order.length, observations, links };
}

/** The scores of a page under a model: per position and kind, and per position, blocks between, and linked kind. */
export type Lattice = { readonly length: number; readonly kinds: Float64Array; readonly links: Float64Array };

export const LINK_STRIDE = (REACH + 1) * LINKED.length;

export function latticeOf(evidence: Evidence, model: Model): Lattice {
  const { length } = evidence;
  const { weights } = model;
  const kinds = new Float64Array(length * KIND_COUNT);
  const links = new Float64Array(length * LINK_STRIDE);
  for (let i = 0; i < length; i += 1) {
    for (const feature of evidence.observations[i]!) {
      const from = feature * KIND_COUNT;
      for (let kind = 0; kind < KIND_COUNT; kind += 1) kinds[i * KIND_COUNT + kind]! += weights[from + kind]!;
    }
    evidence.links[i]!.forEach((features, between) => {
      for (const feature of features) {
        for (let kind = 0; kind < LINKED.length; kind += 1) {
          links[i * LINK_STRIDE + between * LINKED.length + kind]! += weights[LINK_BASE + feature * LINKED.length + kind]!;
        }
      }
    });
  }
  return { length, kinds, links };
}

/** The score of one step into position `i`, the kind's own score left out. */
export function stepScore(lattice: Lattice, model: Model, i: number, step: (typeof STEPS)[number]): number {
  const link = step.linked < 0 ? 0 : lattice.links[i * LINK_STRIDE + step.since * LINKED.length + step.linked]!;
  return model.weights[step.weight]! + link;
}

const COUNT = STATES.length;

/** The best labelling of the whole page (Viterbi) and its score. */
export function bestPath(lattice: Lattice, model: Model): { readonly states: readonly number[]; readonly score: number } {
  const { length } = lattice;
  if (length === 0) return { states: [], score: 0 };
  let row = new Float64Array(COUNT).fill(-Infinity);
  const back = new Int16Array(length * COUNT).fill(-1);
  for (let i = 0; i < length; i += 1) {
    const next = new Float64Array(COUNT).fill(-Infinity);
    for (const step of STEPS) {
      if (step.from < 0 !== (i === 0)) continue;
      const before = step.from < 0 ? 0 : row[step.from]!;
      if (before === -Infinity) continue;
      const score = before + stepScore(lattice, model, i, step);
      if (score > next[step.to]!) {
        next[step.to] = score;
        back[i * COUNT + step.to] = step.from;
      }
    }
    for (let state = 0; state < COUNT; state += 1) next[state]! += lattice.kinds[i * KIND_COUNT + KIND_OF_STATE[state]!]!;
    row = next;
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

/** Log-sums of all labellings up to (`forward`) and after (`backward`) each position and state, and of all (`total`). */
export type Sums = { readonly forward: Float64Array; readonly backward: Float64Array; readonly total: number };

const addLogs = (a: number, b: number): number => {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
};

/** Sums over all labellings of a page that has at least one block (forward-backward). */
export function sumPaths(lattice: Lattice, model: Model): Sums {
  const { length } = lattice;
  const forward = new Float64Array(length * COUNT).fill(-Infinity);
  const backward = new Float64Array(length * COUNT).fill(-Infinity);
  const own = (i: number, state: number) => lattice.kinds[i * KIND_COUNT + KIND_OF_STATE[state]!]!;
  for (let i = 0; i < length; i += 1) {
    for (const step of STEPS) {
      if (step.from < 0 !== (i === 0)) continue;
      const before = step.from < 0 ? 0 : forward[(i - 1) * COUNT + step.from]!;
      if (before === -Infinity) continue;
      const at = i * COUNT + step.to;
      forward[at] = addLogs(forward[at]!, before + stepScore(lattice, model, i, step));
    }
    for (let state = 0; state < COUNT; state += 1) forward[i * COUNT + state]! += own(i, state);
  }
  for (let state = 0; state < COUNT; state += 1) backward[(length - 1) * COUNT + state] = 0;
  for (let i = length - 1; i > 0; i -= 1) {
    for (const step of STEPS) {
      if (step.from < 0) continue;
      const at = (i - 1) * COUNT + step.from;
      const after = backward[i * COUNT + step.to]! + own(i, step.to) + stepScore(lattice, model, i, step);
      backward[at] = addLogs(backward[at]!, after);
    }
  }
  let total = -Infinity;
  for (let state = 0; state < COUNT; state += 1) total = addLogs(total, forward[(length - 1) * COUNT + state]!);
  return { forward, backward, total };
}
