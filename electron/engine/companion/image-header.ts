import type { Picture } from '#contract/schemas/companion.ts';

/** What the first bytes of a file say it is. The name is not asked: scanners and people name wrongly. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'tiff' | 'pdf';

export type EncodedType = Extract<Picture['image'], { readonly kind: 'encoded' }>['type'];
export type ImageHeader = { readonly type: EncodedType; readonly width: number; readonly height: number };

const latin = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** Readers of PDF look for its mark within so many bytes. */
const PDF_HEAD = 1024;

/** Null: none of the formats that can be shown. */
export function formatOf(bytes: Uint8Array): PictureFormat | null {
  const head = latin(bytes, 0, 12);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  return latin(bytes, 0, PDF_HEAD).includes('%PDF-') ? 'pdf' : null;
}

/** The size that a PNG, JPEG or WebP claims to have, in pixels. Null: it ends before it says so, or says none. */
export function headerOf(bytes: Uint8Array, format: 'png' | 'jpeg' | 'webp'): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const [width, height] = SIZES[format](view, bytes);
    return width > 0 && height > 0 ? { type: `image/${format}`, width, height } : null;
  } catch (error) {
    if (error instanceof RangeError) return null; // the file ends before its header does
    throw error;
  }
}

type Size = readonly [width: number, height: number];
const NONE: Size = [0, 0];

const SIZES: Readonly<Record<'png' | 'jpeg' | 'webp', (view: DataView, bytes: Uint8Array) => Size>> = {
  png: (view) => [view.getUint32(16), view.getUint32(20)],
  jpeg: jpegSize,
  webp: webpSize,
};

/** Goes from marker to marker to the one that begins a frame (ITU T.81, B.2.2). */
function jpegSize(view: DataView): Size {
  let at = 2;
  for (;;) {
    while (view.getUint8(at) !== 0xff) at += 1;
    while (view.getUint8(at) === 0xff) at += 1;
    const marker = view.getUint8(at);
    at += 1;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return [view.getUint16(at + 5), view.getUint16(at + 3)];
    if (marker === 0xd9 || marker === 0xda) return NONE; // the picture began, or ended, without a frame
    const bare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (!bare) at += Math.max(2, view.getUint16(at));
  }
}

/** The first chunk says it, in one of three ways (RFC 9649). */
function webpSize(view: DataView, bytes: Uint8Array): Size {
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (latin(bytes, 12, 16)) {
    case 'VP8X':
      return [uint24(24) + 1, uint24(27) + 1];
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    default:
      return NONE;
  }
}
