import type { Page } from '../parse/page.ts';
import { reachesOf } from './evidence.ts';
import { addWeights } from './feature-rows.ts';
import { KIND_COUNT, type Model } from './model.ts';
import { type Likeness, observe } from './observations.ts';
import { type Outline, outlineOf } from './outline.ts';
import { bestPath } from './paths.ts';
import { type Read, copy, placesOf, weighLinks } from './read-in.ts';
import type { Section } from './sections.ts';

/** How many blocks on either side of a place where others meet than before are looked at anew. */
const AROUND = 3;

/**
 * Guesses the score of another order of the blocks of a `known` one. Where others meet than before, blocks are looked at anew and links weighed; all else, and
 * how the wording goes on, is taken for what it was. A fraction of the cost of reading.
 */
export function guessIn(page: Page, order: readonly number[], model: Model, known: Read): number {
  const places = placesOf(page, known);
  const outline = outlineOf(page, order);
  const kinds = new Float64Array(order.length * KIND_COUNT);
  const anew: number[] = [];
  let until = 0; // of the positions looked at anew
  for (let i = 0; i < order.length; i += 1) {
    const place = places[order[i]!]!;
    if (place !== (i === 0 ? 0 : places[order[i - 1]!]! + 1)) {
      for (let at = Math.max(until, i - AROUND); at < Math.min(order.length, i + AROUND); at += 1) anew.push(at);
      until = i + AROUND;
    }
    copy(known.lattice.kinds, place * KIND_COUNT, kinds, i * KIND_COUNT, KIND_COUNT);
  }
  const rows = observe(page, outline, likenessIn(outline, places, known), anew);
  anew.forEach((i, row) => addWeights(rows, row, model.weights, 0, KIND_COUNT, kinds, i * KIND_COUNT));
  const links = weighLinks(page, { order, reaches: reachesOf(outline), places, known }, model);
  return bestPath({ length: order.length, kinds, links }, model, known).score;
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
  const sections = new Map<number, Section>();
  for (let i = 0; i < order.length; i += 1) {
    if (!titled[i] || runStart[i] !== i) continue;
    const section = known.likeness.sections.get(known.outline.runStart[places[order[i]!]!]!);
    if (section !== undefined) sections.set(i, { ...section, above: moved(section.above), below: moved(section.below) });
  }
  return { near, far, sections };
}
