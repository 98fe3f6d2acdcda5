import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tallying, metAll, metIn, oftenMet } from './tally.ts';

function tallyOf(keys: readonly number[]) {
  const tallying = new Tallying();
  tallying.meet(Int32Array.from(keys), keys.length);
  return tallying.tally();
}

const key = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -0x80000000, max: -1 }), fc.integer({ min: 1, max: 0x7fffffff }));

describe('a tally', () => {
  it('says of each key how often it was met, and of others nothing, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), fc.array(key, { maxLength: 20 }), (met, asked) => {
        const counts = new Map<number, number>();
        for (const each of met) counts.set(each, (counts.get(each) ?? 0) + 1);
        const [tally, backwards] = [tallyOf(met), tallyOf([...met].reverse())];
        for (const each of [...met, ...asked]) {
          expect(metIn(tally, each)).toBe(counts.get(each) ?? 0);
          expect(metIn(backwards, each)).toBe(counts.get(each) ?? 0);
        }
      }),
    );
  });

  it('holds what was met often enough alone, once all else is left out', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), fc.integer({ min: 1, max: 4 }), (met, least) => {
        const tally = tallyOf(met);
        const often = oftenMet(tally, least);
        for (const each of met) expect(metIn(often, each)).toBe(metIn(tally, each) >= least ? metIn(tally, each) : 0);
        expect(often.slots.length).toBeLessThanOrEqual(tally.slots.length);
      }),
    );
  });

  it('says the same of many keys at once, and nothing of 0', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), fc.array(fc.oneof(key, fc.constant(0)), { maxLength: 40 }), (met, asked) => {
        const tally = tallyOf(met);
        const keys = [...asked, ...met.slice(0, 20)];
        const times = new Uint16Array(keys.length);
        metAll(tally, Int32Array.from(keys), times);
        expect([...times]).toEqual(keys.map((each) => (each === 0 ? 0 : metIn(tally, each))));
      }),
    );
  });

  it('holds many keys exactly, at most half full', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => ((i % 200) << 16) | (0x4e00 + Math.floor(i / 200)));
    const tally = tallyOf([...keys.slice(1), ...keys.filter((_, i) => i % 3 === 1)]);
    expect(keys.findIndex((each, i) => metIn(tally, each) !== (i === 0 ? 0 : i % 3 === 1 ? 2 : 1))).toBe(-1);
    expect(tally.slots.length).toBe(2 * 131_072);
  });

  it('stops at the most it can hold of one key', () => {
    const tally = tallyOf(Array<number>(70_000).fill(7));
    expect(metIn(tally, 7)).toBe(65_535);
  });
});
