import { exponential } from '#util/exponential.ts';
import { doubles } from '#util/scratch.ts';
import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model, STEPS } from './model.ts';
import { BACK, COUNT, GROUPS, LINKING, ONWARDS, OPENING, PLAIN, PLACES, addUp, oddsOf, perModel } from './walks.ts';

const KIND = Int32Array.from(KIND_OF_STATE);

/** How likely each state is at each position (position x state), all labellings weighed, and the log-sum over all labellings. */
export type Sums = { readonly likely: Float64Array; readonly total: number };

/** What the steps multiply the odds by. */
const oddsBy = perModel((model) => ({
  opening: oddsOf(model, OPENING),
  plain: oddsOf(model, PLAIN),
  onwards: oddsOf(model, ONWARDS),
  back: oddsOf(model, BACK),
  linking: oddsOf(model, LINKING),
}));

/**
 * Sums over all labellings of a page that has at least one block (forward-backward, scaled at every position so that nothing under- or overflows), and how likely
 * each link is made (like `links` of the lattice).
 */
export function sumLinks(lattice: Lattice, model: Model): Sums & { readonly links: Float64Array } {
  const links = doubles(lattice.links.length);
  return { ...sumBoth(lattice, model, links, null), links };
}

/** The same, and how many times each step is expected to be made on the page, by its place in `STEPS`: what training asks for. */
export function sumSteps(lattice: Lattice, model: Model): Sums & { readonly links: Float64Array; readonly expected: Float64Array } {
  const links = doubles(lattice.links.length);
  const made: Made = { opening: doubles(OPENING.steps.length), plain: doubles(PLAIN.steps.length), linking: doubles(LINKING.steps.length) };
  const sums = sumBoth(lattice, model, links, made);
  const { opening, plain } = oddsBy(model);
  const expected = doubles(STEPS.length);
  for (let k = 0; k < opening.length; k += 1) expected[OPENING.steps[k]!] = made.opening[k]! * opening[k]!;
  for (let k = 0; k < plain.length; k += 1) expected[PLAIN.steps[k]!] = made.plain[k]! * plain[k]!;
  for (let k = 0; k < made.linking.length; k += 1) expected[LINKING.steps[k]!] = made.linking[k]!;
  return { ...sums, links, expected };
}

/** What goes over each step at all positions together; what the step itself multiplies the odds by is left out but for those of `LINKING`. */
type Made = { readonly opening: Float64Array; readonly plain: Float64Array; readonly linking: Float64Array };

function sumBoth(lattice: Lattice, model: Model, linked: Float64Array | null, made: Made | null): Sums {
  const { length } = lattice;
  const { back } = oddsBy(model);
  const sums = sumForward(lattice, model);
  const { own, carries, forward, scales, total } = sums;
  const { from: above, to: below, link } = LINKING; // at hand here, they need not be looked up at every step
  const likely = forward; // times what comes after, from the end backwards; what was summed up forward to a place is of no use any more then
  const ahead = doubles(PLACES).fill(1); // of what follows a source at position i
  const arriving = doubles(COUNT); // the same with the state's own
  for (let i = length - 1; i >= 0; i -= 1) {
    const base = i * COUNT;
    const scale = 1 / scales[i]!;
    for (let state = 0; state < COUNT; state += 1) {
      likely[base + state]! *= ahead[state]!;
      arriving[state] = own[i * KIND_COUNT + KIND[state]!]! * ahead[state]! * scale;
    }
    if (i === 0) {
      if (made !== null) for (let k = 0; k < OPENING.to.length; k += 1) made.opening[k] = arriving[OPENING.to[k]!]!;
      break;
    }
    if (made !== null) addSteps(made.plain, forward, base - COUNT, arriving);
    addUp(BACK, back, arriving, ahead);
    for (let group = 0; group < GROUPS.length; group += 1) for (const state of GROUPS[group]!) ahead[state]! += ahead[COUNT + group]!;
    for (let k = 0; k < above.length; k += 1) {
      const mass = carries[i * above.length + k]! * arriving[below[k]!]!;
      ahead[above[k]!]! += mass;
      if (linked !== null) linked[i * LINK_STRIDE + link[k]!]! += forward[base - COUNT + above[k]!]! * mass;
      if (made !== null) made.linking[k]! += forward[base - COUNT + above[k]!]! * mass;
    }
  }
  return { likely, total };
}

/** Adds what goes over the steps that make no link, from the sources whose masses stand in `forward` from `before` on. */
function addSteps(sums: Float64Array, forward: Float64Array, before: number, arriving: Float64Array): void {
  const { from, to } = PLAIN;
  for (let k = 0; k < sums.length; k += 1) sums[k]! += forward[before + from[k]!]! * arriving[to[k]!]!;
}

/** The first half of the sums. `own`: the odds of every kind, the highest of a position as 1; `carries`: what the steps of `LINKING` multiply the odds by at each position. */
type Forward = { readonly own: Float64Array; readonly carries: Float64Array; readonly forward: Float64Array; readonly scales: Float64Array; readonly total: number };

function sumForward({ length, kinds, links }: Lattice, model: Model): Forward {
  const { opening, onwards, linking } = oddsBy(model);
  const own = doubles(length * KIND_COUNT);
  const carries = doubles(length * linking.length);
  const odds = doubles(LINK_STRIDE); // of the links of a position
  const forward = doubles(length * COUNT);
  const scales = doubles(length);
  const masses = doubles(PLACES); // of the sources at the position before
  const arrived = doubles(PLACES); // of the states at this one
  const { from: above, to: below, link } = LINKING;
  let total = 0;
  for (let k = 0; k < opening.length; k += 1) arrived[OPENING.to[k]!] = opening[k]!;
  for (let i = 0; i < length; i += 1) {
    const base = i * COUNT;
    const kind = i * KIND_COUNT;
    let highest = -Infinity;
    for (let k = kind; k < kind + KIND_COUNT; k += 1) if (kinds[k]! > highest) highest = kinds[k]!;
    for (let k = kind; k < kind + KIND_COUNT; k += 1) own[k] = exponential(kinds[k]! - highest);
    if (i > 0) {
      addUp(ONWARDS, onwards, masses, arrived);
      for (let k = 0; k < LINK_STRIDE; k += 1) odds[k] = links[i * LINK_STRIDE + k] === 0 ? 1 : exponential(links[i * LINK_STRIDE + k]!);
      for (let k = 0; k < linking.length; k += 1) {
        const carry = linking[k]! * odds[link[k]!]!;
        carries[i * linking.length + k] = carry;
        arrived[below[k]!]! += masses[above[k]!]! * carry;
      }
    }
    let scale = 0;
    for (let state = 0; state < COUNT; state += 1) scale += arrived[state]! *= own[kind + KIND[state]!]!;
    const share = 1 / scale;
    for (let state = 0; state < COUNT; state += 1) masses[state] = forward[base + state] = arrived[state]! * share;
    for (let group = 0; group < GROUPS.length; group += 1) {
      let mass = 0;
      for (const state of GROUPS[group]!) mass += masses[state]!;
      masses[COUNT + group] = mass;
    }
    scales[i] = scale;
    total += Math.log(scale) + highest;
  }
  return { own, carries, forward, scales, total };
}
