import { bytes, integers, shorts } from '#util/scratch.ts';
import type { Page } from '../parse/page.ts';
import type { FeatureRows } from './feature-rows.ts';
import { MOST_LINK, linkFeatures } from './links.ts';
import { observe } from './observations.ts';
import { type Outline, outlineOf } from './outline.ts';
import { REACH } from './states.ts';

/** What the model sees of a page in one reading order. Independent of the weights, so that training computes it once. */
export type Evidence = {
  readonly length: number;
  readonly observations: FeatureRows; // by position
  readonly links: FeatureRows; // by position times `LINK_ROWS`, and the number of blocks between
};

/** Over how many blocks between two a link may reach, none included. */
export const LINK_ROWS = REACH + 1;

/** Gathers the evidence of `page` read in `order` (block numbers). */
export function evidenceOf(page: Page, order: readonly number[]): Evidence {
  const outline = outlineOf(page, order);
  const observations = observe(page, outline);
  const reaches = reachesOf(outline);
  const count = reaches.reduce((sum, reach) => sum + reach, 0);
  const links = { starts: integers(order.length * LINK_ROWS + 1), features: shorts(count * MOST_LINK) };
  let end = 0;
  for (let position = 0; position < order.length; position += 1) {
    for (let between = 0; between < LINK_ROWS; between += 1) {
      if (between < reaches[position]!) end = linkFeatures(links.features, end, page, order[position - between - 1]!, order[position]!, between);
      links.starts[position * LINK_ROWS + between + 1] = end;
    }
  }
  return { length: order.length, observations, links: { ...links, features: links.features.slice(0, end) } };
}

/** With how many blocks above each position a link is weighed. */
export function reachesOf({ prose }: Pick<Outline, 'prose'>): Uint8Array {
  const reaches = bytes(prose.length);
  for (let position = 1; position < prose.length; position += 1) {
    let reach = 1;
    // A paragraph is not continued over another one: there is nothing to weigh.
    while (reach < LINK_ROWS && reach < position && !prose[position - reach]) reach += 1;
    reaches[position] = reach;
  }
  return reaches;
}
