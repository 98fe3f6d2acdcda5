import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflate, inflate, pack, unpack } from './pack.ts';
import { DamagedError } from './sqlite-error.ts';

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ minLength: 2_010, maxLength: 2_070 }), fc.string({ minLength: 16_370, maxLength: 16_400 }), fc.constant('校样'.repeat(300)));

function readOr(bytes: Uint8Array): string | null {
  try {
    return inflate(bytes).toString('utf8');
  } catch (error) {
    expect(error).toBeInstanceOf(DamagedError);
    return null;
  }
}

test('what is packed comes back, however long it is, and one byte of it that changed is noticed', () => {
  fc.assert(fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, by) => {
    const bytes = pack({ value });
    expect(unpack(bytes)).toEqual({ value });
    const hurt = Uint8Array.from(bytes);
    const place = 2 + (at % (bytes.length - 2)); // the header says how to read, not what
    hurt[place] = hurt[place]! ^ by;
    const [json, read] = [JSON.stringify({ value }), readOr(hurt)];
    // What is stored as it is says one thing in one way; what is compressed may be said in two.
    expect(Buffer.byteLength(json) < 2_048 ? [null] : [null, json]).toContain(read);
  }), { numRuns: 300 });
});

test('a value of a few words is stored as it is, a longer one compressed; what was compressed otherwise is read all the same', () => {
  expect(pack({ value: '一二三' })).toHaveLength(JSON.stringify({ value: '一二三' }).length + 6 + 11); // three characters of three bytes
  const long = '河边的风'.repeat(300);
  expect(pack(long).length).toBeLessThan(200);
  expect(inflate(deflate(Buffer.from(long))).toString('utf8')).toBe(long);
  expect(unpack(deflateSync(Buffer.from(JSON.stringify(long))))).toBe(long);
});
