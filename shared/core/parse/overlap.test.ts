import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOf } from './characters.ts';
import { countGrams } from './grams.ts';
import { overlapOf } from './overlap.ts';
import { postingsOf } from './postings.ts';
import { WIDEST } from './sliding.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'渡口通航老船工。，'), maxLength: 24 }), { minLength: 1, maxLength: 9 });

function overlap(page: readonly string[]) {
  let from = 0;
  const blocks = page.map((text) => ({ range: { from, to: (from += text.length) } }));
  const grams = countGrams(unitsOf(page.join('')), blocks);
  return overlapOf(grams, postingsOf(grams));
}

/** How often each pair of Chinese characters stands in a text. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair)) found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** The cosine of two sets of blocks, worked out the long way. */
function likenessOf(page: readonly string[], left: readonly number[], right: readonly number[]): number {
  const held = page.map(pairsOf);
  const weight = (pair: string) => Math.log(1 + page.length / held.filter((pairs) => pairs.has(pair)).length);
  const vector = (blocks: readonly number[]) => {
    const sum = new Map<string, number>();
    for (const block of blocks) for (const [pair, times] of held[block]!) sum.set(pair, (sum.get(pair) ?? 0) + times * weight(pair));
    return sum;
  };
  const product = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => [...a].reduce((sum, [pair, mass]) => sum + mass * (b.get(pair) ?? 0), 0);
  const [a, b] = [vector(left), vector(right)];
  return product(a, b) === 0 ? 0 : product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe('overlapOf', () => {
  it('finds all of a block in itself and nothing of it in another text', () => {
    const { share } = overlap(['渡口今天通航', '渡口今天', '山村图书']);
    expect(share([1], [0])).toBe(1);
    expect(share([1], [1])).toBe(1);
    expect(share([2], [0, 1])).toBe(0);
    expect(share([2], [])).toBe(0);
    expect(share([1, 2], [0])).toBeGreaterThan(0);
  });

  it('finds the share of those pairs that stand in one of the others', () => {
    fc.assert(
      fc.property(texts, (page) => {
        const held = page.map(pairsOf);
        const within = page.map((_, index) => index).slice(1);
        const weight = (pair: string) => Math.log(1 + page.length / held.filter((pairs) => pairs.has(pair)).length);
        const masses = [...held[0]!].map(([pair, times]) => ({ mass: times * weight(pair), found: within.some((block) => held[block]!.has(pair)) }));
        const all = masses.reduce((sum, { mass }) => sum + mass, 0);
        const common = masses.reduce((sum, { mass, found }) => sum + (found ? mass : 0), 0);
        expect(overlap(page).share([0], within)).toBeCloseTo(all === 0 ? 0 : common / all, 9);
      }),
    );
  });

  it('finds the cosine of two sets of blocks', () => {
    fc.assert(
      fc.property(texts, (page) => {
        const blocks = page.map((_, index) => index);
        const [left, right] = [blocks.filter((block) => block % 2 === 0), blocks.filter((block) => block % 2 === 1)];
        expect(overlap(page).likeness(left, right)).toBeCloseTo(likenessOf(page, left, right), 9);
      }),
    );
  });

  it('compares blocks that stand far from each other', () => {
    const page = Array.from({ length: 1500 }, (_, index) => (index % 1499 === 0 ? '渡口今天通航，渡口热闹' : '山村图书'));
    const { likeness, alike } = overlap(page);
    expect(alike(1499, 0)).toBe(likeness([1499], [0]));
    expect(likeness([0], [1499])).toBeCloseTo(1, 9);
    expect(likeness([1499, 1], [0])).toBeCloseTo(likenessOf(page, [1499, 1], [0]), 9);
    expect(likeness([0], [1498])).toBe(0);
  });

  it('slides along a page and finds at every place what comparing the two windows finds', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: WIDEST }), (page, most) => {
        const { along, likeness } = overlap(page);
        const blocks = page.map((_, index) => index);
        const { at, everywhere } = along(blocks);
        const found = everywhere(most);
        blocks.forEach((_, at) => expect(found[at]).toBeCloseTo(likeness(blocks.slice(Math.max(0, at - most), at), blocks.slice(at, at + most)), 9));
        expect(found).toHaveLength(blocks.length + 1);
        blocks.forEach((place) => {
          const [above, below] = [Math.min(most, place), Math.min(most + 2, WIDEST, blocks.length - place)];
          expect(at(place, above, below)).toBeCloseTo(likeness(blocks.slice(place - above, place), blocks.slice(place, place + below)), 9);
        });
      }),
    );
  });
});
