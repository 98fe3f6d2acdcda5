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
