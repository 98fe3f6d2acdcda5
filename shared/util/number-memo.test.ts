import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberMemo } from './number-memo.ts';

describe('NumberMemo', () => {
  it('remembers what a Map does', () => {
    const key = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 0x7ffffffe }));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.double({ noNaN: true })), { maxLength: 1_000 }), fc.array(key), (entries, others) => {
        const memo = new NumberMemo();
        for (const [each, value] of entries) memo.set(each, value);
        const map = new Map(entries);
        for (const each of [...map.keys(), ...others]) expect(memo.get(each)).toBe(map.get(each) ?? Number.NaN);
      }),
    );
  });
});
