import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOf, headerOf } from './image-header.ts';
import { pdfOf, pngOf, tiffOf } from './testing/picture-files.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b0800140028010111 00ffda'.replaceAll(' ', ''), 'hex');
const LOSSLESS = Buffer.concat([latin('RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2f'), Buffer.from([0x27, 0xc0, 0x04, 0x00]), Buffer.alloc(8)]);
const LOSSY = Buffer.concat([latin('RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0'), Buffer.from('000000 9d012a 2800 1400'.replaceAll(' ', ''), 'hex'), Buffer.alloc(8)]);
const EXTENDED = Buffer.concat([latin('RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'), Buffer.from('270000130000', 'hex'), Buffer.alloc(8)]);
const PNG = pngOf(40, 20, () => [0, 0, 0]);

test.each([
  ['png', PNG], ['jpeg', JPEG], ['webp', LOSSLESS], ['webp', LOSSY], ['webp', EXTENDED],
] as const)('a %s says its format and size', (format, bytes) => {
  expect(formatOf(bytes)).toBe(format);
  expect(headerOf(bytes, format)).toEqual({ type: `image/${format}`, width: 40, height: 20 });
});

test('what is drawn by the engine is known by its bytes; other files are none of these', () => {
  expect(formatOf(tiffOf(2, 2, () => [1, 2, 3]))).toBe('tiff');
  expect(formatOf(pdfOf(10, 10, [[0, 0, 0]]))).toBe('pdf');
  expect(formatOf(latin('<svg xmlns='))).toBeNull();
  expect(formatOf(new Uint8Array())).toBeNull();
});

test('a header that is cut off, or anything else in its place, is never more than unreadable', () => {
  fc.assert(fc.property(fc.constantFrom(['png', PNG] as const, ['jpeg', JPEG] as const, ['webp', LOSSY] as const, ['webp', EXTENDED] as const), fc.nat(60), fc.uint8Array({ maxLength: 60 }), ([format, bytes], cut, rest) => {
    const header = headerOf(Buffer.concat([bytes.subarray(0, cut), rest]), format);
    expect(header === null || (header.width > 0 && header.height > 0)).toBe(true);
  }));
});
