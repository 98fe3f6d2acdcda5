import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainData, isRequest } from './is-request.ts';

const cyclic: unknown[] = [];
cyclic.push(cyclic);
let deep: unknown = {};
for (let n = 0; n < 100; n += 1) deep = [deep];

describe('isPlainData', () => {
  it.each([
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a RegExp', /x/],
    ['a function', () => 1],
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['infinity', { a: [Infinity] }],
    ['a BigInt', 1n],
    ['a symbol', Symbol('x')],
    ['an own __proto__', JSON.parse('{"a": {"__proto__": {}}}')],
    ['a constructor', { constructor: {} }],
    ['an object of a class', new URL('app://stet/')],
    ['a circle', cyclic],
    ['a well', deep],
  ])('refuses %s', (_, value) => expect(isPlainData(value, 40)).toBe(false));

  it('takes whatever JSON can say', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => isPlainData(value, 40) || /"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value))));
  });
});

describe('isRequest', () => {
  it('takes what the contract says', () => {
    expect(isRequest('app.state', {})).toBe(true);
    expect(isRequest('app.setTheme', { theme: 'dark' })).toBe(true);
    expect(isRequest('library.rows', { offset: 0, limit: 100, filter: {}, sort: [] })).toBe(true);
  });

  it.each([
    ['app.state', new Map()],
    ['app.state', []],
    ['app.state', { more: 1 }],
    ['app.setTheme', { theme: 'pink' }],
    ['app.setTheme', {}],
    ['library.rows', { offset: -1, limit: 100, filter: {}, sort: [] }],
    ['library.rows', { offset: 0, limit: 100_000, filter: {}, sort: [] }],
  ] as const)('refuses for %s what it does not', (name, value) => expect(isRequest(name, value)).toBe(false));
});
