import { expect, it } from 'vitest';
import { beginsAt, beginsBeside } from './begins.ts';
import { KIND_COUNT } from './model.ts';
import { KINDS } from './states.ts';

/** What is likely at each of three positions. */
function likely(...positions: readonly Readonly<Partial<Record<(typeof KINDS)[number], number>>>[]): Float64Array {
  const found = new Float64Array(positions.length * KIND_COUNT);
  positions.forEach((kinds, position) => KINDS.forEach((kind, index) => (found[position * KIND_COUNT + index] = kinds[kind] ?? 0)));
  return found;
}

const page = likely({ banner: 0.75, kicker: 0.25 }, { opening: 0.5, headline: 0.375, kicker: 0.125 }, { lead: 0.5, opening: 0.5 });

it('adds up the kinds with which a head begins', () => {
  expect([0, 1, 2].map((position) => beginsAt(page, position))).toEqual([0.25, 0.625, 0.5]);
});

it('knows nothing beyond the ends of the page', () => {
  expect(beginsAt(page, -1)).toBe(0);
  expect(beginsAt(page, 3)).toBe(0);
});

it('looks above and below, and never says more than surely', () => {
  expect([0, 1, 2].map((position) => beginsBeside(page, position))).toEqual([0.625, 0.75, 0.625]);
  expect(beginsBeside(likely({ opening: 0.75 }, { kicker: 0.5 }, { opening: 0.75 }), 1)).toBe(1);
});
