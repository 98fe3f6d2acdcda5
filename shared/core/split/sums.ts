import { exponential } from '#util/exponential.ts';
import { doubles } from '#util/scratch.ts';
import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { KIND_COUNT, KIND_OF_STATE, type Model } from './model.ts';
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

/** Hears how likely a step (a place in `STEPS`) into a position is. */
export type Tell = (position: number, step: number, likely: number) => void;

/** Sums over all labellings of a page that has at least one block (forward-backward, scaled at every position so that nothing under- or overflows). */
export const sumPaths = (lattice: Lattice, model: Model, tell: Tell | null = null): Sums => sumBoth(lattice, model, tell, null);

/** The same, and how likely each link is made (like `links` of the lattice). */
export function sumLinks(lattice: Lattice, model: Model): Sums & { readonly links: Float64Array } {
  const links = doubles(lattice.links.length);
  return { ...sumBoth(lattice, model, null, links), links };
}

function sumBoth(lattice: Lattice, model: Model, tell: Tell | null, linked: Float64Array | null): Sums {
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
    if (tell !== null) tellOf(model, sums, tell, i, arriving);
    if (i === 0) break;
    addUp(BACK, back, arriving, ahead);
    for (let group = 0; group < GROUPS.length; group += 1) for (const state of GROUPS[group]!) ahead[state]! += ahead[COUNT + group]!;
    for (let k = 0; k < above.length; k += 1) {
      const mass = carries[i * above.length + k]! * arriving[below[k]!]!;
      ahead[above[k]!]! += mass;
      if (linked !== null) linked[i * LINK_STRIDE + link[k]!]! += forward[base - COUNT + above[k]!]! * mass;
    }
  }
  return { likely, total };
}

/** Tells of all steps into a position, given how much arrives at each state there. */
function tellOf(model: Model, { carries, forward }: Forward, tell: Tell, i: number, arriving: Float64Array): void {
  const { opening, plain } = oddsBy(model);
  if (i === 0) {
    for (let k = 0; k < opening.length; k += 1) tell(0, OPENING.steps[k]!, opening[k]! * arriving[OPENING.to[k]!]!);
    return;
  }
  const before = (i - 1) * COUNT;
  const { steps, from, to } = LINKING;
  for (let k = 0; k < plain.length; k += 1) tell(i, PLAIN.steps[k]!, forward[before + PLAIN.from[k]!]! * plain[k]! * arriving[PLAIN.to[k]!]!);
  for (let k = 0; k < steps.length; k += 1) tell(i, steps[k]!, forward[before + from[k]!]! * carries[i * steps.length + k]! * arriving[to[k]!]!);
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
