import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBytes } from './find-bytes.ts';

const found = (bytes: Uint8Array, sought: Uint8Array): readonly number[] => {
  const places: number[] = [];
  findBytes(bytes, sought, (place) => places.push(place));
  return places;
};

test('bytes stand where looking at every place finds them, none inside another', () => {
  const few = fc.uint8Array({ min: 0, max: 3, maxLength: 60 });
  fc.assert(fc.property(few, fc.uint8Array({ min: 0, max: 3, minLength: 1, maxLength: 5 }), (bytes, sought) => {
    const expected: number[] = [];
    for (let at = Buffer.from(bytes).indexOf(sought); at >= 0; at = Buffer.from(bytes).indexOf(sought, at + sought.length)) expected.push(at);
    expect(found(bytes, sought)).toEqual(expected);
  }));
});

test('so do as many as a page may hold, and nothing is found of nothing', () => {
  const long = Uint8Array.from({ length: 700 }, (_, at) => at % 251);
  expect(found(Uint8Array.from([1, ...long, 2, ...long]), long)).toEqual([1, 702]);
  expect(found(long, new Uint8Array(0))).toEqual([]);
});
