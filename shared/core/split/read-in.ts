import { bytes, doubles, integers, shorts } from '#util/scratch.ts';
import type { Page } from '../parse/page.ts';
import { LINK_ROWS, reachesOf } from './evidence.ts';
import { type FeatureRows, addWeights, sameRow } from './feature-rows.ts';
import { LINK_STRIDE, type Lattice } from './lattice.ts';
import { MOST_LINK, linkFeatures } from './links.ts';
import { KIND_COUNT, LINKED, LINK_BASE, type Model } from './model.ts';
import { addColumns, addSize } from './layout-prior.ts';
import { observe } from './observations.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Path, bestPath } from './paths.ts';

/** A page read in one order: what the model sees of its blocks, with how many above each a link is weighed, and the best labelling. */
export type Read = Path & {
  readonly order: readonly number[];
  readonly observations: FeatureRows;
  readonly outline: Outline;
  readonly reaches: Uint8Array;
  readonly lattice: Lattice;
};

/** Reads the blocks of a page in the given order. What it has in common with an order that is `known` is not worked out again; the outcome is the same. */
export function readIn(page: Page, order: readonly number[], model: Model, known: Read | null = null): Read {
  const outline = outlineOf(page, order);
  const observations = observe(page, outline);
  const reaches = reachesOf(outline);
  const places = placesOf(page, known);
  const kinds = doubles(order.length * KIND_COUNT);
  for (let position = 0; position < order.length; position += 1) {
    const place = places[order[position]!]!;
    if (known !== null && place >= 0 && sameRow(observations, position, known.observations, place)) {
      copy(known.lattice.kinds, place * KIND_COUNT, kinds, position * KIND_COUNT, KIND_COUNT);
    } else {
      addWeights(observations, position, model.weights, 0, KIND_COUNT, kinds, position * KIND_COUNT);
      addSize(page.hints, order[position]!, kinds, position * KIND_COUNT);
    }
  }
  const lattice = { length: order.length, kinds, links: weighLinks(page, { order, reaches, places, known }, model) };
  return { order, observations, outline, reaches, lattice, ...bestPath(lattice, model, known) };
}

/**
 * A guess at the score of another order of the blocks of a `known` one: its links are weighed, but its blocks are taken for what they looked like where they
 * stood. A tenth of the cost of reading.
 */
export function guessIn(page: Page, order: readonly number[], model: Model, known: Read): number {
  const places = placesOf(page, known);
  const kinds = doubles(order.length * KIND_COUNT);
  const prose = bytes(order.length);
  for (let position = 0; position < order.length; position += 1) {
    const place = places[order[position]!]!;
    prose[position] = known.outline.prose[place]!;
    copy(known.lattice.kinds, place * KIND_COUNT, kinds, position * KIND_COUNT, KIND_COUNT);
  }
  const links = weighLinks(page, { order, reaches: reachesOf({ prose }), places, known }, model);
  return bestPath({ length: order.length, kinds, links }, model, known).score;
}

/** Where each block of the page stands in a known order, -1 if it does not. */
function placesOf(page: Page, known: Read | null): Int32Array {
  const places = integers(page.blocks.length).fill(-1);
  known?.order.forEach((block, position) => (places[block] = position));
  return places;
}

type Linked = { readonly order: readonly number[]; readonly reaches: Uint8Array; readonly places: Int32Array; readonly known: Read | null };

/** The weights of all links. */
function weighLinks(page: Page, { order, reaches, places, known }: Linked, { weights }: Model): Float64Array {
  const links = doubles(order.length * LINK_STRIDE);
  const features = shorts(MOST_LINK);
  for (let position = 0; position < order.length; position += 1) {
    const place = places[order[position]!]!;
    for (let between = 0; between < reaches[position]!; between += 1) {
      const above = order[position - between - 1]!;
      const at = (position * LINK_ROWS + between) * LINKED.length;
      if (known !== null && place >= 0 && between < known.reaches[place]! && known.order[place - between - 1] === above) {
        copy(known.lattice.links, (place * LINK_ROWS + between) * LINKED.length, links, at, LINKED.length);
        continue;
      }
      const end = linkFeatures(features, 0, page, above, order[position]!, between);
      let paragraph = 0; // what is `LINKED`, in that order
      let continued = 0;
      for (let k = 0; k < end; k += 1) {
        const from = LINK_BASE + features[k]! * LINKED.length;
        paragraph += weights[from]!;
        continued += weights[from + 1]!;
      }
      links[at] = paragraph;
      links[at + 1] = continued;
      addColumns(page.hints, above, order[position]!, links, at);
    }
  }
  return links;
}

function copy(from: Float64Array, at: number, to: Float64Array, place: number, count: number): void {
  for (let k = 0; k < count; k += 1) to[place + k] = from[at + k]!;
}
