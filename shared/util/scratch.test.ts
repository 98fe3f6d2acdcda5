import { describe, expect, it } from 'vitest';
import { bytes, doubles, integers, scratching, shorts, signedBytes } from './scratch.ts';

const MAKERS = [doubles, integers, shorts, bytes, signedBytes];

describe('scratching', () => {
  it('hands out zeros that do not lie in each other, and may be used again by the next piece of work', () => {
    const work = () =>
      scratching(() => {
        const all = MAKERS.flatMap((make) => [3, 0, 17].map((length) => ({ length, array: make(length) })));
        expect(all.every(({ length, array }) => array.length === length && array.every((each) => each === 0))).toBe(true);
        all.forEach(({ array }, k) => array.fill(k + 1));
        expect(all.every(({ array }, k) => array.every((each) => each === k + 1))).toBe(true);
        return all[0]!.array.buffer;
      });
    expect(work()).toBe(work());
  });

  it('makes anew what finds no room, and has more room the next time', () => {
    const length = 1 << 17; // 1 MB: all that there is at first
    const work = () => scratching(() => [doubles(length), doubles(length)].map(({ buffer }) => buffer.byteLength));
    work();
    expect(work()).toEqual([2 << 20, 2 << 20]);
    const large = () => scratching(() => doubles(1 << 20));
    large();
    expect(large().buffer.byteLength).toBe(8 << 20); // too large to be kept
  });

  it('is one piece of work with what is done inside, and is over where that fails', () => {
    scratching(() => {
      const mine = integers(4).fill(7);
      scratching(() => integers(4).fill(8));
      expect([...mine]).toEqual([7, 7, 7, 7]);
    });
    expect(() => scratching(() => { throw new Error('as expected'); })).toThrow('as expected');
    const [one, other] = [integers(4), integers(4)];
    expect(one.buffer).not.toBe(other.buffer);
  });
});
