import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from './number-set.ts';

test('it holds what was added and nothing else, however many, and where numbers come to one slot', () => {
  const number = fc.oneof(fc.maxSafeNat(), fc.nat({ max: 20 }), fc.nat({ max: 20 }).map((n) => n * 1024), fc.constant(Number.MAX_SAFE_INTEGER));
  fc.assert(fc.property(fc.array(number, { maxLength: 3_000, size: 'max' }), fc.array(number), (added, asked) => {
    const [ours, plain] = [new NumberSet(), new Set<number>()];
    for (const each of added) {
      expect(ours.has(each)).toBe(plain.has(each));
      ours.add(each);
      plain.add(each);
    }
    expect(ours.size).toBe(plain.size);
    for (const each of [...asked, ...added]) expect(ours.has(each)).toBe(plain.has(each));
  }), { numRuns: 30 });
});
