import { deflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { faxOf, lzw, tiffBy, tiffOf } from './testing/picture-files.ts';
import type { TiffParts } from './testing/picture-files.ts';
import { drawTiff } from './tiff.ts';

/** The colours of a picture, row by row: the first letters of those that are pure, else red.green.blue. Behind a slash how much of it covers, if not all does. */
function seen(file: Uint8Array): readonly string[] {
  const drawn = drawTiff(new Uint8Array(file), 0);
  if (!drawn.ok) return [drawn.error];
  const { width, height, bytes } = drawn.value.image;
  const name = (at: number) => NAMES[bytes.subarray(at, at + 3).join('.')] ?? bytes.subarray(at, at + 3).join('.');
  const pixel = (at: number) => (bytes[at + 3] === 255 ? name(at) : `${name(at)}/${bytes[at + 3]}`);
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_x, x) => pixel((y * width + x) * 4)).join(' '));
}

const NAMES: Readonly<Record<string, string>> = { '0.0.0': 'k', '255.255.255': 'w', '255.0.0': 'r', '0.255.0': 'g', '0.0.255': 'b', '0.255.255': 'c', '255.0.255': 'm', '255.255.0': 'y' };

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const of16 = (values: readonly number[], big: boolean) => {
  const to = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) to.writeUInt16LE(value, i * 2);
  return big ? to.swap16() : to;
};

const INKS = bytes(0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 255, 255, 0);
const CMYK: TiffParts = { width: 3, height: 2, data: [INKS], bits: [8, 8, 8, 8], photometric: 5 };
const DRAWN_INKS = ['w c m', 'y k r'];
const RGB: TiffParts = { width: 2, height: 1, data: [bytes(255, 0, 0, 0, 0, 255)], bits: [8, 8, 8], photometric: 2 };
const GREY: TiffParts = { width: 2, height: 1, data: [bytes(0, 200)], bits: [8], photometric: 1 };

describe('a TIFF of print is drawn as it was printed', () => {
  it.each<readonly [string, TiffParts, readonly string[]]>([
    ['the four inks', CMYK, DRAWN_INKS],
    ['the inks, half of them', { ...CMYK, width: 2, height: 1, data: [bytes(128, 0, 0, 0, 0, 0, 128, 128)] }, ['127.255.255 127.127.63']],
    ['the inks, LZW', { ...CMYK, data: [lzw(INKS)], compression: 5 }, DRAWN_INKS],
    ['the inks, deflated, the difference from the neighbour', { ...CMYK, data: [deflateSync(bytes(0, 0, 0, 0, 255, 0, 0, 0, 1, 255, 0, 0, 0, 0, 255, 0, 0, 0, 1, 255, 0, 255, 255, 1))], compression: 8, more: { 317: [2] } }, DRAWN_INKS],
    ['the inks in 16 bits', { ...CMYK, bits: [16, 16, 16, 16], data: [of16([...INKS].map((ink) => ink * 257), false)] }, DRAWN_INKS],
    ['the inks in 16 bits, big end first', { ...CMYK, bits: [16, 16, 16, 16], data: [of16([...INKS].map((ink) => ink * 256), true)], big: true }, DRAWN_INKS],
    ['the inks, with one that covers', { ...CMYK, width: 1, height: 1, bits: [8, 8, 8, 8, 8], data: [bytes(255, 0, 0, 0, 51)], more: { 338: [2] } }, ['c/51']],
    ['the inks, with a spot colour', { ...CMYK, width: 1, height: 1, bits: [8, 8, 8, 8, 8], data: [bytes(255, 0, 0, 0, 51)], more: { 338: [0] } }, ['c']],
    ['inks that are others', { ...CMYK, more: { 332: [2] } }, ['unsupported']],
  ])('%s', (_, parts, expected) => {
    expect(seen(tiffBy(parts))).toEqual(expected);
  });
});

describe('a TIFF of a scanner', () => {
  const LINE = `${'w '.repeat(8)}${'k '.repeat(8)}`.trim();
  const tileOf = (colour: number) => new Uint8Array(16 * 16).fill(colour);
  it.each<readonly [string, TiffParts, readonly string[]]>([
    ['colours, LZW', { ...RGB, data: [lzw(RGB.data[0]!)], compression: 5 }, ['r b']],
    ['colours in 16 bits', { ...RGB, bits: [16, 16, 16], data: [of16([65535, 0, 0, 0, 0, 65535], true)], big: true }, ['r b']],
    ['colours and what covers', { ...RGB, width: 1, bits: [8, 8, 8, 8], data: [bytes(255, 0, 0, 51)], more: { 338: [2] } }, ['r/51']],
    ['colours and something else', { ...RGB, width: 1, bits: [8, 8, 8, 8], data: [bytes(255, 0, 0, 51)], more: { 338: [0] } }, ['r']],
    ['grey, white is nought', { ...GREY, photometric: 0 }, ['w 55.55.55']],
    ['grey in 16 bits with what covers', { ...GREY, bits: [16, 16], data: [of16([0, 65535, 65535, 65535], false)], more: { 338: [1] } }, ['k w']],
    ['grey in four bits', { ...GREY, width: 3, height: 2, bits: [4], data: [bytes(0x0f, 0xf0, 0xf0, 0x00)] }, ['k w w', 'w k k']],
    ['grey in two bits', { ...GREY, width: 3, bits: [2], data: [bytes(0b00_11_01_00)], photometric: 0 }, ['w k 170.170.170']],
    ['black and white, fax', { ...GREY, width: 16, height: 3, bits: [1], data: [faxOf(3)], photometric: 0, compression: 4 }, [LINE, LINE, LINE]],
    ['a palette', { ...GREY, data: [bytes(1, 0)], photometric: 3, more: { 320: Array.from({ length: 768 }, (_, i) => (i === 1 || i === 512 ? 65535 : 0)) } }, ['r b']],
    ['tiles that reach over its edge', { ...GREY, width: 17, height: 1, data: [tileOf(0), tileOf(255)], tile: [16, 16] }, [`${'k '.repeat(16)}w`]],
    ['strips', { ...GREY, width: 1, height: 3, data: [bytes(0), bytes(255), bytes(0)] }, ['k', 'w', 'k']],
    ['a plane for each colour', { ...RGB, more: { 284: [2] } }, ['unsupported']],
    ['a compression there is not', { ...GREY, compression: 50_000 }, ['unsupported']],
    ['colours of a television, not compressed', { ...RGB, photometric: 6 }, ['unsupported']],
    ['colours there are not', { ...RGB, photometric: 8 }, ['unsupported']],
  ])('%s', (_, parts, expected) => {
    expect(seen(tiffBy(parts))).toEqual(expected);
  });

  test('much of it, LZW: its codes grow longer and begin anew', () => {
    const grey = Uint8Array.from({ length: 300 * 100 }, (_, i) => (i * i * 31 + (i >> 3)) & 255);
    const packed = tiffBy({ ...GREY, width: 300, height: 100, data: [lzw(grey)], compression: 5 });
    expect(seen(packed)).toEqual(seen(tiffBy({ ...GREY, width: 300, height: 100, data: [grey] })));
  });
});

describe('a picture that lies on its side is set upright', () => {
  // What is meant: r g b above w k y. Each orientation says where the file's first row and first column belong (TIFF 6.0, tag 274).
  const MEANT = ['r g b', 'w k y'];
  const [R, G, B, W, K, Y] = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255], [0, 0, 0], [255, 255, 0]] as const;
  it.each([
    [1, 3, [R, G, B, W, K, Y]], // first row above, first column left
    [2, 3, [B, G, R, Y, K, W]], // above, right
    [3, 3, [Y, K, W, B, G, R]], // below, right
    [4, 3, [W, K, Y, R, G, B]], // below, left
    [5, 2, [R, W, G, K, B, Y]], // left, above
    [6, 2, [B, Y, G, K, R, W]], // right, above
    [7, 2, [Y, B, K, G, W, R]], // right, below
    [8, 2, [W, R, K, G, Y, B]], // left, below
  ])('orientation %i', (orientation, width, pixels) => {
    expect(seen(tiffBy({ ...RGB, width, height: 6 / width, data: [bytes(...pixels.flat())], orientation }))).toEqual(MEANT);
  });

  test('one that there is not changes nothing', () => {
    expect(seen(tiffBy({ ...RGB, orientation: 9 }))).toEqual(['r b']);
  });

  test('a large one too, when it has been made smaller', () => {
    const large = drawTiff(new Uint8Array(tiffBy({ ...GREY, width: 5000, height: 4000, data: [new Uint8Array(5000 * 4000).fill(255, 0, 5000 * 100)], orientation: 6 })), 0);
    if (!large.ok) throw new Error(large.error);
    const { width, height, bytes: drawn } = large.value.image;
    expect([width, height, drawn[0], drawn[(width - 1) * 4]]).toEqual([2000, 2500, 0, 255]); // the first row is at the right now
  });
});

test('what UTIF itself writes is read', () => {
  expect(seen(tiffOf(2, 1, (x) => (x === 0 ? [255, 0, 0] : [0, 0, 255])))).toEqual(['r b']);
});
