import * as fc from 'fast-check';
import { snappyUncompress } from 'hyparquet';
import { expect, test } from 'vitest';
import { snappy } from './snappy.ts';

/** What another's reader makes of it. */
function back(input: Uint8Array): Uint8Array {
  const out = new Uint8Array(input.length);
  snappyUncompress(snappy(input), out);
  return out;
}

const words = fc.array(fc.constantFrom('清河', '晚报', '校样', 'abcd', '0', '，'.repeat(30), '漫'.repeat(400)), { maxLength: 400 }).map((each) => new TextEncoder().encode(each.join('')));

test('what is compressed comes back, whatever it is', () => {
  fc.assert(fc.property(fc.oneof(words, fc.uint8Array({ maxLength: 400 })), (input) => {
    expect(back(input)).toEqual(input);
  }), { numRuns: 300 });
});

test('runs of every length come back', () => {
  const tail = Uint8Array.from({ length: 24 }, (_, k) => 200 + k);
  for (let length = 0; length < 300; length += 1) {
    const input = Uint8Array.from([...new Uint8Array(length).fill(7), ...tail]);
    expect(back(input)).toEqual(input);
  }
});

test('long texts come back too, and are a fraction where they repeat', () => {
  const random = Uint8Array.from({ length: 300_000 }, (_, k) => (Math.imul(k, 0x9e3779b1) >>> 13) ^ (Math.imul(k * k, 0x85ebca6b) >>> 24));
  const same = new TextEncoder().encode('清河晚报一九九八年元旦，'.repeat(9_000));
  for (const input of [random, same, new Uint8Array(200_000), random.subarray(0, 65_536), same.subarray(0, 65_537)]) expect(Buffer.compare(back(input), input)).toBe(0);
  expect(snappy(same).length).toBeLessThan(same.length / 15);
  expect(snappy(random).length).toBeLessThan(random.length * 1.01);
});
