import { crc32 } from 'node:zlib';

/** Where the Exif of a PNG or WebP lies in it, and what is to be put right if a byte of it is changed. */
type Found = { readonly from: number; readonly to: number; readonly sealed: boolean };

const ORIENTATION = 274; // TIFF 6.0, as Exif has it
const SHORT = 3;
const UPRIGHT = 1;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** The chunk eXIf (PNG, third edition, 11.3.4.7). It ends in a checksum over its name and itself. */
function inPng(bytes: Uint8Array): Found | null {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view(bytes).getUint32(at);
    if (latin(bytes, at + 4, at + 8) === 'eXIf') return { from: at + 8, to: at + 8 + length, sealed: true };
    at += 12 + length;
  }
  return null;
}

/** The chunk EXIF (RFC 9649, 2.7.1.4). Some programs begin it as a JPEG's begins. */
function inWebp(bytes: Uint8Array): Found | null {
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view(bytes).getUint32(at + 4, true);
    const from = at + 8;
    if (latin(bytes, at, at + 4) === 'EXIF') return { from: latin(bytes, from, from + 6) === 'Exif\0\0' ? from + 6 : from, to: from + length, sealed: false };
    at = from + length + (length % 2);
  }
  return null;
}

/** Where the number stands that says how the picture lies, and in which order its two bytes are; null if none does. */
function orientationAt(exif: Uint8Array): { readonly at: number; readonly little: boolean } | null {
  const order = latin(exif, 0, 4);
  const little = order === 'II*\0';
  if (!little && order !== 'MM\0*') return null;
  const data = view(exif);
  const list = data.getUint32(4, little);
  const count = data.getUint16(list, little);
  for (let at = list + 2; at < list + 2 + count * 12; at += 12) {
    if (data.getUint16(at, little) === ORIENTATION) return data.getUint16(at + 2, little) === SHORT ? { at: at + 8, little } : null;
  }
  return null;
}

/**
 * How a PNG or WebP says that it lies (Exif, 1 to 8; 1 where it says nothing), and takes it out of its bytes: which of them Chromium makes upright by itself differs
 * from one version to the next, and none may be turned twice. JPEGs it has always made upright: they are left as they are.
 */
export function takeOrientation(bytes: Uint8Array, format: 'png' | 'webp'): number {
  const found = format === 'png' ? inPng(bytes) : inWebp(bytes);
  if (!found || found.to > bytes.length) return UPRIGHT;
  try {
    const exif = bytes.subarray(found.from, found.to);
    const place = orientationAt(exif);
    if (!place) return UPRIGHT;
    const said = view(exif).getUint16(place.at, place.little);
    view(exif).setUint16(place.at, UPRIGHT, place.little);
    if (found.sealed) view(bytes).setUint32(found.to, crc32(bytes.subarray(found.from - 4, found.to)));
    return said >= 1 && said <= 8 ? said : UPRIGHT;
  } catch (error) {
    if (error instanceof RangeError) return UPRIGHT; // it ends before it says so
    throw error;
  }
}
