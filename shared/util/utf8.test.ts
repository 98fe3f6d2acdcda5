import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Bytes, utf8Text } from './utf8.ts';

test('a text comes back from its bytes, with whatever it begins', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(utf8Text(utf8Bytes(text))).toBe(text.toWellFormed());
  }));
  expect(utf8Text(utf8Bytes('\uFEFF甲'))).toBe('\uFEFF甲');
  expect([...utf8Bytes('é漢')]).toEqual([0xc3, 0xa9, 0xe6, 0xbc, 0xa2]);
});
