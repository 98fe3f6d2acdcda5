import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Untangling, untangle } from './untangle.ts';

/** The untangling that gains most. */
const best = (found: readonly Untangling[]): Untangling | null => found.reduce<Untangling | null>((most, each) => (most === null || each.gain > most.gain ? each : most), null);

/** Blocks of two articles: `a` and `b` are texts of the upper and the lower one, `h` is a line of the lower one's headline, `c` a caption. */
function deal(blocks: string): readonly number[] | null {
  const isText = (position: number) => blocks[position] === 'a' || blocks[position] === 'b';
  const meet = (above: number, below: number): number => {
    if (above < 0) return blocks[below] === 'b' ? 0 : -3;
    if (below < 0) return blocks.slice(above + 1).includes(blocks[above]!) ? -5 : 0;
    return blocks[above] === blocks[below] ? 3 : -3;
  };
  const at = blocks.indexOf('h') - 1;
  const found = best(untangle(at, blocks.length, isText, meet));
  return found !== null && found.gain > 0 ? found.moved() : null;
}

describe('untangle', () => {
  it.each([
    ['aahbab', [4]],
    ['aahbabab', [4, 6]],
    ['aahhbbaabbaab', [6, 7, 10, 11]],
    ['ahabab', [2, 4]],
  ])('takes %s apart', (blocks, moved) => {
    expect(deal(blocks)).toEqual(moved);
  });

  it('leaves what is no text with the block before it', () => {
    expect(deal('aahbacb')).toEqual([4, 5]);
  });

  it('moves nothing where two articles follow each other', () => {
    expect(deal('aaahbbb')).toBeNull();
  });

  it('finds what trying every way to deal the blocks finds', () => {
    const length = 7;
    const isText = (position: number) => position !== 1;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 81, maxLength: 81 }), (numbers) => {
        const meet = (above: number, below: number) => numbers[(above + 1) * 9 + below + 1]! / 10;
        const tryAll = Math.max(
          ...Array.from({ length: length - 2 }, (_, ends) => ends + 2).flatMap((last) =>
            Array.from({ length: 2 ** (last - 1) - 1 }, (_, mask) => score(last, mask + 1, length, meet) - score(last, 0, length, meet)),
          ),
        );
        expect(best(untangle(0, length, isText, meet))!.gain).toBeCloseTo(tryAll, 9);
      }),
    );
  });

  it('leaves out what gains less than is asked for, and nothing else', () => {
    const length = 9;
    const isText = (position: number) => position !== 1;
    const said = (found: readonly Untangling[]) => found.map(({ gain, to, moved }) => ({ gain, to, moved: moved() }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 121, maxLength: 121 }), fc.integer({ min: -5, max: 9 }), (numbers, least) => {
        const meet = (above: number, below: number, atLeast = -Infinity) => {
          const value = numbers[(above + 1) * 11 + below + 1]! / 10;
          return value > atLeast ? value : -Infinity;
        };
        const all = untangle(0, length, isText, meet).filter(({ gain }) => gain >= least);
        expect(said(untangle(0, length, isText, meet, () => least))).toEqual(said(all));
      }),
    );
  });
});

/** The score of dealing positions 2 to `last` by the bits of `mask` (1: to the article of position 0). */
function score(last: number, mask: number, length: number, meet: (above: number, below: number) => number): number {
  let [upper, lower, was, sum] = [0, -1, 0, 0];
  for (let k = 2; k <= last; k += 1) {
    const now = (mask >> (k - 2)) & 1;
    sum += meet(now === 1 ? upper : lower, k) - (now === was ? 0 : 1);
    if (now === 1) upper = k;
    else lower = k;
    was = now;
  }
  return sum + meet(upper, -1) + (lower < 0 ? 0 : meet(lower, last + 1 < length ? last + 1 : -1));
}
