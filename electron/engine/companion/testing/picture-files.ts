import { deflateSync } from 'node:zlib';
import * as utif2 from 'utif2';

const UTIF: typeof utif2 = 'default' in utif2 ? (utif2 as unknown as { readonly default: typeof utif2 }).default : utif2;

/** A colour: red, green, blue. */
export type Colour = readonly [number, number, number];

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** An Exif that says nothing but how a picture lies (as TIFF's tag 274). */
function exifOf(orientation: number): Buffer {
  return Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'), Buffer.of(orientation, 0, 0, 0, 0, 0, 0)]);
}

/** A PNG that says in its Exif how it lies, before its pixels or behind them. */
export function pngLying(png: Uint8Array, orientation: number, where: 'before' | 'behind' = 'before'): Buffer {
  const at = where === 'before' ? 33 : png.length - 12; // behind its head of a fixed length, or before its end
  return Buffer.concat([png.subarray(0, at), chunk('eXIf', exifOf(orientation)), png.subarray(at)]);
}

/** A WebP of the extended kind that says in its Exif how it lies. */
export function webpLying(webp: Uint8Array, orientation: number): Buffer {
  const exif = exifOf(orientation);
  const file = Buffer.concat([webp, Buffer.from('EXIF', 'latin1'), Buffer.of(exif.length, 0, 0, 0), exif, Buffer.alloc(exif.length % 2)]);
  file.writeUInt32LE(file.length - 8, 4);
  file[20] = (file[20] ?? 0) | 0x08; // there is an Exif
  return file;
}

/** A PNG whose pixels are what `at` says of them. `claims`: another size than it has. */
export function pngOf(width: number, height: number, at: (x: number, y: number) => Colour, claims: readonly [number, number] = [width, height]): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows.set(at(x, y), y * (width * 3 + 1) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(claims[0], 0);
  head.writeUInt32BE(claims[1], 4);
  head.set([8, 2], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]);
}

/** A TIFF of one page, uncompressed. */
export function tiffOf(width: number, height: number, at: (x: number, y: number) => Colour): Buffer {
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels.set([...at(x, y), 255], (y * width + x) * 4);
  return Buffer.from(UTIF.encodeImage(pixels, width, height));
}

/** What a TIFF is made of that is built by hand. `data`: its strips or, with `tile`, its tiles, as they lie in the file. Tags as TIFF 6.0 numbers them. */
export type TiffParts = {
  readonly width: number;
  readonly height: number;
  readonly data: readonly Uint8Array[];
  readonly bits: readonly number[]; // of each sample
  readonly photometric: number;
  readonly compression?: number;
  readonly orientation?: number;
  readonly tile?: readonly [width: number, height: number];
  readonly more?: Readonly<Record<number, readonly number[]>>; // further tags, each of short numbers
  readonly big?: boolean; // the more significant byte first
};

/** A TIFF of one page, put together from its parts: every kind that scanners and layout programs write can be had so. */
export function tiffBy({ width, height, data, bits, photometric, compression = 1, orientation, tile, more = {}, big = false }: TiffParts): Buffer {
  const offsets: number[] = [];
  let end = 8;
  for (const part of data) {
    offsets.push(end);
    end += part.length + (part.length % 2);
  }
  const counts = data.map((part) => part.length);
  const layout: Readonly<Record<number, readonly number[]>> = tile ? { 322: [tile[0]], 323: [tile[1]], 324: offsets, 325: counts } : { 273: offsets, 278: [Math.ceil(height / data.length)], 279: counts };
  const tags = Object.entries({ 256: [width], 257: [height], 258: bits, 259: [compression], 262: [photometric], ...(orientation === undefined ? {} : { 274: [orientation] }), 277: [bits.length], ...layout, ...more });
  const listed = 2 + tags.length * 12 + 4;
  const file = Buffer.alloc(end + listed + tags.reduce((sum, [, values]) => sum + values.length * 4, 0));
  const u16 = (value: number, at: number) => (big ? file.writeUInt16BE(value, at) : file.writeUInt16LE(value, at));
  const u32 = (value: number, at: number) => (big ? file.writeUInt32BE(value, at) : file.writeUInt32LE(value, at));
  file.write(big ? 'MM' : 'II', 'latin1');
  u16(42, 2);
  u32(end, 4);
  for (const [i, part] of data.entries()) file.set(part, offsets[i]);
  u16(tags.length, end);
  let spare = end + listed;
  for (const [i, [number, values]] of tags.entries()) {
    const at = end + 2 + i * 12;
    const isLong = number === '273' || number === '279' || number === '324' || number === '325';
    const size = isLong ? 4 : 2;
    u16(Number(number), at);
    u16(isLong ? 4 : 3, at + 2);
    u32(values.length, at + 4);
    const inside = values.length * size <= 4;
    if (!inside) u32(spare, at + 8);
    for (const [n, value] of values.entries()) (isLong ? u32 : u16)(value, (inside ? at + 8 : spare) + n * size);
    if (!inside) spare += values.length * 4;
  }
  return file;
}

/** The halves of a fax of two colours (group 4, ITU T.6), sixteen dots wide: white at the left, black at the right, in each row. */
export function faxOf(rows: number): Buffer {
  const first = ['001', '10011', '000101'].join(''); // two runs: eight white ones, eight black ones
  const bits = `${first}${'11'.repeat(rows - 1)}${'000000000001'.repeat(2)}`; // then each change where it was above; the end
  return Buffer.from(bits.match(/.{1,8}/g)!.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

/** Packs bytes as LZW does in a TIFF (6.0, section 13). */
export function lzw(bytes: Uint8Array): Buffer {
  const [CLEAR, END] = [256, 257];
  let [written, bits] = ['', 9];
  const codes = new Map<string, number>();
  const put = (code: number) => (written += code.toString(2).padStart(bits, '0'));
  const clear = () => {
    put(CLEAR);
    codes.clear();
    for (let i = 0; i < 256; i += 1) codes.set(String.fromCharCode(i), i);
    bits = 9;
  };
  clear();
  let known = '';
  for (const byte of bytes) {
    const longer = known + String.fromCharCode(byte);
    if (codes.has(longer)) {
      known = longer;
      continue;
    }
    put(codes.get(known)!);
    codes.set(longer, codes.size + 2);
    if (codes.size + 2 === 4095) clear();
    else bits = Math.max(9, Math.ceil(Math.log2(codes.size + 3)));
    known = String.fromCharCode(byte);
  }
  if (known !== '') put(codes.get(known)!);
  put(END);
  return Buffer.from((written.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

/** A JPEG that says in its Exif how it lies. */
export function jpegLying(jpeg: Uint8Array, orientation: number): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation)]);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.of(0xff, 0xe1, 0, exif.length + 2), exif, jpeg.subarray(2)]);
}

/** A PDF with pages of a size in points, each filled with a colour, and with lines drawn across so that there is something to see. */
export function pdfOf(width: number, height: number, colours: readonly Colour[]): Buffer {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${colours.length}/Kids[${colours.map((_, i) => `${3 + i * 2} 0 R`).join(' ')}]>>`];
  for (const [i, colour] of colours.entries()) {
    const lines = Array.from({ length: 24 }, (_, n) => `0.2 g 40 ${height - 80 - n * 26} ${width - 80 - (n % 4) * 60} 8 re f`).join('\n');
    const drawing = `${colour.map((part) => part / 255).join(' ')} rg 0 0 ${width} ${height} re f\n${lines}`;
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${4 + i * 2} 0 R/Resources<<>>>>`, `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const at = objects.map((object, i) => {
    const from = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return from;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((from) => `${String(from).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`, 'latin1');
}
