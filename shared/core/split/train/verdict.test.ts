import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from './block-tree.ts';
import { FEWEST_PAGES, type PageResult, chanceOf, judge } from './verdict.ts';

/** By trying out every way to turn the signs. */
function triedOut(gains: readonly number[]): number {
  const observed = gains.reduce((sum, gain) => sum + gain, 0);
  let [as, all] = [0, 0];
  for (let signs = 0; signs < 2 ** gains.length; signs += 1) {
    const sum = gains.reduce((total, gain, at) => total + ((signs >> at) & 1 ? gain : -gain), 0);
    if (sum >= observed) as += 1;
    all += 1;
  }
  return as / all;
}

describe('chanceOf', () => {
  it('is what trying out all signs gives', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 9 }), (gains) => {
      expect(chanceOf(gains)).toBeCloseTo(triedOut(gains), 12);
    }));
  });

  it('is certain where nothing was gained', () => {
    expect(chanceOf([])).toBe(1);
    expect(chanceOf([0, 0, 0])).toBe(1);
    expect(chanceOf([1, 1, 1, 1, 1])).toBeCloseTo(1 / 32, 12);
  });
});

const agreement = (boundaries: number, roles: number, joins: number): Agreement => ({
  boundaries: { right: 10, wrong: boundaries },
  roles: { right: 50, wrong: roles },
  joins: { right: 5, wrong: joins },
});
const pages = (count: number, before: Agreement, after: Agreement): readonly PageResult[] => Array.from({ length: count }, () => ({ before, after }));
const bad = agreement(4, 6, 2);

describe('judge', () => {
  it.each([
    ['better', pages(FEWEST_PAGES, bad, agreement(3, 5, 2))],
    ['better', pages(FEWEST_PAGES, bad, agreement(4, 4, 2))],
    ['too-few', pages(FEWEST_PAGES - 1, bad, agreement(0, 0, 0))],
    ['no-fewer', pages(20, bad, bad)],
    ['no-fewer', pages(20, bad, agreement(3, 7, 2))],
    ['may-be-chance', [...pages(4, bad, agreement(3, 6, 2)), ...pages(16, bad, bad)]],
    ['may-be-chance', [...pages(10, bad, agreement(3, 6, 2)), ...pages(9, agreement(3, 6, 2), bad)]],
    ['boundaries-worse', pages(20, bad, agreement(5, 1, 0))],
    ['roles-worse', pages(20, bad, agreement(0, 7, 2))],
    ['joins-worse', pages(20, bad, agreement(0, 6, 3))],
    ['better', [...pages(19, bad, agreement(2, 6, 2)), ...pages(1, bad, agreement(2, 6, 3))]],
  ] as const)('%s', (verdict, results) => {
    expect(judge(results)).toMatchObject({ verdict, pages: results.length });
  });

  it('adds the pages up', () => {
    const { before, after, chance } = judge(pages(10, bad, agreement(1, 6, 2)));
    expect(before.boundaries).toEqual({ right: 100, wrong: 40 });
    expect(after.boundaries).toEqual({ right: 100, wrong: 10 });
    expect(chance).toBeCloseTo(1 / 1024, 12);
  });
});
