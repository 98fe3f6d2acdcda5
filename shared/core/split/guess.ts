import type { Page } from '../parse/page.ts';
import { LINK_ROWS, reachesOf } from './evidence.ts';
import { addWeights } from './feature-rows.ts';
import { KIND_COUNT, type Model } from './model.ts';
import { type Likeness, observe } from './observations.ts';
import { type Outline, outlineOf } from './outline.ts';
import { changedScore, restOf } from './paths.ts';
import { type Read, copy, placesOf, weighLinks } from './read-in.ts';

/** How many blocks on either side of a place where others meet than before are looked at anew. */
const AROUND = 3;

/** Guesses the score of another order of the blocks of a known one. */
export type Guess = (order: readonly number[]) => number;

/**
 * Gets ready to guess at other orders of the blocks of a `known` one. Where others meet than before, blocks are looked at anew and links weighed; all else, and how the
 * wording goes on, is taken for what it was. A fraction of the cost of reading.
 */
export function guessFrom(page: Page, known: Read, model: Model): Guess {
  const places = placesOf(page, known);
  const rest = restOf(known.lattice, model);
  return (order) => {
    const { length } = order;
    const meets = order.flatMap((block, i) => (places[block] === (i === 0 ? 0 : places[order[i - 1]!]! + 1) ? [] : [i]));
    if (meets.length === 0) return known.score;
    const from = Math.max(0, meets[0]! - AROUND);
    const to = Math.min(length, meets.at(-1)! + Math.max(AROUND, LINK_ROWS)); // links reach back
    const outline = outlineOf(page, order);
    const kinds = new Float64Array((to - from) * KIND_COUNT);
    for (let i = from; i < to; i += 1) copy(known.lattice.kinds, places[order[i]!]! * KIND_COUNT, kinds, (i - from) * KIND_COUNT, KIND_COUNT);
    const anew = order.flatMap((_, i) => (meets.some((at) => i >= at - AROUND && i < at + AROUND) ? [i] : []));
    const rows = observe(page, outline, likenessIn(outline, places, known), anew);
    anew.forEach((i, row) => addWeights(rows, row, model.weights, 0, KIND_COUNT, kinds, (i - from) * KIND_COUNT));
    const links = weighLinks(page, { order, from, to, reaches: reachesOf(outline), places, known }, model);
    return changedScore(known, rest, from, { length: to - from, kinds, links }, model);
  };
}

/** What the known order says of how the wording goes on, told of the blocks in another. */
function likenessIn({ order, titled, runStart }: Outline, places: Int32Array, known: Read): Likeness {
  const [near, far] = [new Float64Array(order.length), new Float64Array(order.length)];
  const now = new Int32Array(places.length); // where each block stands
  for (let i = 0; i < order.length; i += 1) {
    const place = places[order[i]!]!;
    near[i] = known.likeness.near[place]!;
    far[i] = known.likeness.far[place]!;
    now[order[i]!] = i;
  }
  const moved = (positions: readonly number[]) => positions.map((position) => now[known.order[position]!]!);
  const sections: Likeness['sections'] = new Map(
    order.flatMap((block, i) => {
      const section = titled[i] && runStart[i] === i ? known.likeness.sections.get(known.outline.runStart[places[block]!]!) : undefined;
      return section === undefined ? [] : [[i, { ...section, above: moved(section.above), below: moved(section.below) }] as const];
    }),
  );
  return { near, far, sections };
}
