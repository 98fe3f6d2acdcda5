import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGrams, overlapOf } from './grams.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'渡口通航老船工。，'), maxLength: 24 }), { minLength: 1, maxLength: 9 });

describe('overlapOf', () => {
  it('finds all of a block in itself and nothing of it in another text', () => {
    const { share } = overlapOf(countGrams(['渡口今天通航', '渡口今天', '山村图书']));
    expect(share([1], [0])).toBe(1);
    expect(share([2], [0, 1])).toBe(0);
    expect(share([1, 2], [0])).toBeGreaterThan(0);
  });

  it('slides along a page and finds at every place what comparing the two windows finds', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), (page, most) => {
        const { sliding, likeness } = overlapOf(countGrams(page));
        const blocks = page.map((_, index) => index);
        const found = sliding(blocks, most);
        blocks.forEach((_, at) => expect(found[at]).toBeCloseTo(likeness(blocks.slice(Math.max(0, at - most), at), blocks.slice(at, at + most)), 5));
        expect(found).toHaveLength(blocks.length + 1);
      }),
    );
  });
});
