import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeOrientation } from './exif.ts';
import { pngLying, pngOf, webpLying } from './testing/picture-files.ts';

const PNG = pngOf(40, 20, () => [9, 9, 9]);
const latin = (text: string) => Buffer.from(text, 'latin1');
const WEBP = Buffer.concat([latin('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'), Buffer.from('270000130000', 'hex'), latin('VP8L\x01\0\0\0\x2f\0')]);

/** Exif of little-endian numbers, which begins as a JPEG's does, in a chunk of an odd length before it. */
function webpOfOthers(orientation: number): Buffer {
  const exif = Buffer.concat([latin('Exif\0\0II*\0\x08\0\0\0\x02\0\x0f\x01\x03\0\x01\0\0\0\x06\0\0\0\x12\x01\x03\0\x01\0\0\0'), Buffer.of(orientation, 0, 0, 0, 0, 0, 0, 0)]);
  return Buffer.concat([WEBP, latin('EXIF'), Buffer.of(exif.length, 0, 0, 0), exif]);
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('how a PNG or WebP lies (%i) is read once, and is then no longer in its bytes', (orientation) => {
  const files = [['png', pngLying(PNG, orientation)], ['png', pngLying(PNG, orientation, 'behind')], ['webp', webpLying(WEBP, orientation)], ['webp', webpOfOthers(orientation)]] as const;
  for (const [format, bytes] of files) {
    expect(takeOrientation(bytes, format)).toBe(orientation);
    expect(takeOrientation(bytes, format)).toBe(1);
  }
});

test('what is left is the file as it would be if it lay upright, to the last byte', () => {
  for (const where of ['before', 'behind'] as const) {
    const png = pngLying(PNG, 6, where);
    takeOrientation(png, 'png');
    expect(png).toEqual(pngLying(PNG, 1, where));
  }
  const webp = webpLying(WEBP, 8);
  takeOrientation(webp, 'webp');
  expect(webp).toEqual(webpLying(WEBP, 1));
});

test('a file that says nothing of it lies as it is and stays as it is', () => {
  for (const [format, file] of [['png', PNG], ['webp', WEBP], ['png', pngLying(PNG, 0)], ['webp', webpLying(WEBP, 9)]] as const) expect(takeOrientation(Buffer.from(file), format)).toBe(1);
  const plain = Buffer.from(PNG);
  takeOrientation(plain, 'png');
  expect(plain).toEqual(PNG);
});

test('a file that is cut off, or has anything else in its place, is never more than upright', () => {
  fc.assert(fc.property(fc.constantFrom(['png', pngLying(PNG, 6)] as const, ['webp', webpLying(WEBP, 6)] as const, ['webp', webpOfOthers(6)] as const), fc.nat(130), fc.uint8Array({ maxLength: 60 }), ([format, bytes], cut, rest) => {
    const said = takeOrientation(Buffer.concat([bytes.subarray(0, cut), rest]), format);
    expect(Number.isInteger(said) && said >= 1 && said <= 8).toBe(true);
  }));
});
