import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Move, type Strayable, movesOf } from './moves.ts';

/** A page that holds the blocks 0, 1, 2 … in another order. Each is a text that breaks off and goes on with the next number; `begins`: numbers that open articles. */
function pageOf(blocks: readonly number[], begins: readonly number[] = []): Strayable {
  return {
    length: blocks.length,
    isText: () => true,
    isCut: () => true,
    begins: (position) => begins.includes(blocks[position]!),
    fit: (above, below) => {
      if (above < 0) return blocks[below] === 0 ? 4 : -4;
      if (below >= blocks.length) return blocks[above] === blocks.length - 1 ? 4 : -4;
      return blocks[below] === blocks[above]! + 1 ? 4 : -4;
    },
    relief: () => 0,
    mostAfter: () => 4,
    least: () => -Infinity,
  };
}

const made = (blocks: readonly number[], { from, to, before }: Move): readonly number[] => {
  const rest = [...blocks.slice(0, from), ...blocks.slice(to)];
  const place = before <= from ? before : before - (to - from);
  return [...rest.slice(0, place), ...blocks.slice(from, to), ...rest.slice(place)];
};

const best = (moves: readonly Move[]): Move => moves.reduce((most, each) => (each.gain > most.gain ? each : most));

describe('movesOf', () => {
  it('has nothing to say of blocks that go on with each other', () => {
    expect(movesOf(pageOf([0, 1, 2, 3, 4, 5]))).toEqual([]);
  });

  it('brings back a run that strayed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 14 }), fc.nat(), fc.integer({ min: 1, max: 4 }), fc.nat(), (length, start, size, place) => {
        const whole = Array.from({ length }, (_, block) => block);
        const from = start % (length - size + 1);
        const run = whole.slice(from, from + size);
        const rest = whole.filter((block) => !run.includes(block));
        const at = place % (rest.length + 1);
        fc.pre(at !== from);
        const strayed = [...rest.slice(0, at), ...run, ...rest.slice(at)];
        expect(made(strayed, best(movesOf(pageOf(strayed))))).toEqual(whole);
      }),
    );
  });

  it('states as gain by how much the ends that meet fit better', () => {
    const page = pageOf([0, 1, 4, 2, 3, 5]);
    const total = (blocks: readonly number[]) => blocks.reduce((sum, _, at) => sum + pageOf(blocks).fit(at - 1, at), pageOf(blocks).fit(blocks.length - 1, blocks.length));
    for (const move of movesOf(page)) expect(move.gain).toBe(total(made([0, 1, 4, 2, 3, 5], move)) - total([0, 1, 4, 2, 3, 5]));
  });

  it('leaves out what gains less than is asked for, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 144, maxLength: 144 }), fc.integer({ min: -5, max: 12 }), (numbers, least) => {
        const page: Strayable = {
          ...pageOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
          fit: (above, below, atLeast = -Infinity) => {
            const value = numbers[(above + 1) * 12 + below]! / 10;
            return value > atLeast ? value : -Infinity;
          },
        };
        const enough = ({ gain }: Move) => gain >= least;
        expect(movesOf({ ...page, least: () => least }).filter(enough)).toEqual(movesOf(page).filter(enough));
      }),
    );
  });

  it('looks at what goes on hardly better, if it is a relief that it no longer stands where it does', () => {
    const close = (relief: number): Strayable => ({ ...pageOf([0, 1, 2, 3]), fit: (above, below) => (above === 2 && below === 1 ? 1 : 0), relief: (position) => (position === 1 ? relief : 0) });
    const meet = (page: Strayable) => movesOf(page).some((move) => made([0, 1, 2, 3], move).join('').includes('21'));
    expect([meet(close(0)), meet(close(2))]).toEqual([false, true]);
  });

  it('does not carry the beginning of another article along', () => {
    const strayed = [0, 4, 5, 1, 2, 3];
    for (const { from, to } of movesOf(pageOf(strayed, [2]))) expect(strayed.slice(from + 1, to)).not.toContain(2);
  });
});
