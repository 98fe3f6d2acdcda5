// Makes the bitmaps of this folder from its two drawings: node resources/icons/make.mjs
// Needs rsvg-convert (Debian: librsvg2-bin). The containers are written here: both only wrap PNGs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

function draw(size) {
  const drawing = size <= 16 ? 'icon-small.svg' : 'icon.svg';
  return execFileSync('rsvg-convert', ['--width', String(size), '--height', String(size), here(drawing)], { maxBuffer: 1 << 24 });
}

/** Windows: a directory of sixteen-byte entries, then the PNGs. A size of 256 is written as 0. */
function ico(pngs) {
  const head = Buffer.alloc(6 + 16 * pngs.length);
  head.writeUInt16LE(1, 2); // an icon, not a cursor
  head.writeUInt16LE(pngs.length, 4);
  let at = head.length;
  for (const [i, { size, png }] of pngs.entries()) {
    const entry = 6 + 16 * i;
    head[entry] = size % 256;
    head[entry + 1] = size % 256;
    head.writeUInt16LE(1, entry + 4); // colour planes
    head.writeUInt16LE(32, entry + 6); // bits a pixel
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([head, ...pngs.map(({ png }) => png)]);
}

/** macOS: blocks of type, length and PNG. The types that hold PNGs, with the pixels each stands for. */
const ICNS_TYPES = { icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 };

function icns(pngs) {
  const block = (type, data) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + data.length, 4);
    return Buffer.concat([head, data]);
  };
  const png = (size) => pngs.find((one) => one.size === size).png;
  return block('icns', Buffer.concat(Object.entries(ICNS_TYPES).map(([type, size]) => block(type, png(size)))));
}

const pngs = SIZES.map((size) => ({ size, png: draw(size) }));
for (const { size, png } of pngs) writeFileSync(here(`${size}x${size}.png`), png);
writeFileSync(here('icon.ico'), ico(pngs.filter(({ size }) => size <= 256)));
writeFileSync(here('icon.icns'), icns(pngs));
const hash = (name) => createHash('sha256').update(readFileSync(here(name))).digest('hex');
const inputs = Object.fromEntries(['icon.svg', 'icon-small.svg'].map((name) => [name, hash(name)]));
writeFileSync(here('made.json'), `${JSON.stringify({ generatedBy: 'node resources/icons/make.mjs', inputs }, null, 2)}\n`);
