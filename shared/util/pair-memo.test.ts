import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairMemo } from './pair-memo.ts';

const number = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 0x7ffffffe }));

describe('PairMemo', () => {
  it('remembers what a Map does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, fc.double({ noNaN: true })), { maxLength: 1_000 }), fc.array(fc.tuple(number, number)), (entries, asked) => {
        const memo = new PairMemo();
        for (const [one, other, value] of entries) memo.set(one, other, value);
        const map = new Map(entries.map(([one, other, value]) => [`${one} ${other}`, value]));
        for (const [one, other] of [...entries, ...asked]) expect(memo.get(one, other)).toBe(map.get(`${one} ${other}`) ?? Number.NaN);
      }),
    );
  });

  it('holds the neighbours on a page of very many blocks', () => {
    const memo = new PairMemo();
    const blocks = 200_000;
    for (let block = 1; block < blocks; block += 1) for (let twice = 0; twice < 2; twice += 1) memo.set(block - 1, block, block);
    for (let block = 1; block < blocks; block += 1) if (memo.get(block - 1, block) !== block) expect.unreachable(`${block}`);
    expect(memo.get(blocks, blocks)).toBeNaN();
  });
});
