import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bundleThreadEntry } from '../ingest/testing/thread-entry.ts';
import type { DrawAsk } from './draw.ts';
import { findCompanion } from './find.ts';
import { SENT_PIXELS } from './limits.ts';
import { pdfOf, pngOf, tiffBy, tiffOf } from './testing/picture-files.ts';
import type { Colour } from './testing/picture-files.ts';
import { pictureThread } from './thread.ts';
import type { PictureThread } from './thread.ts';

const RED: Colour = [255, 0, 0];
const BLUE: Colour = [0, 0, 255];

function asking(name: string, bytes: Uint8Array, page = 0): DrawAsk {
  const folder = mkdtempSync(join(tmpdir(), 'stet-picture-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), bytes);
  const { path, stamp } = findCompanion(folder, `${name.split('.')[0]}.txt`)!;
  return { path, stamp, page };
}

let bundle: Awaited<ReturnType<typeof bundleThreadEntry>>;
beforeAll(async () => {
  bundle = await bundleThreadEntry('picture-worker');
});
afterAll(() => bundle.dispose());

describe.each(['of its own', 'in place'])('a picture thread %s', (where) => {
  const log: string[] = [];
  const start = (more: { readonly patience?: number } = {}): PictureThread => {
    const thread = pictureThread({ entry: where === 'in place' ? new URL('file:///nowhere') : bundle.entry, log: Object.assign((event: string) => void log.push(event), { bug: () => '' }), ...more });
    onTestFinished(() => thread.stop());
    return thread;
  };

  it('hands over what the window can draw, with its size', async () => {
    const png = pngOf(30, 20, () => RED);
    expect(await start().draw(asking('a.png', png))).toMatchObject({ ok: true, value: { pages: 1, image: { kind: 'encoded', type: 'image/png', width: 30, height: 20, orientation: 1, bytes: new Uint8Array(png) } } });
  });

  it('draws each page of a PDF, whatever its file is called', async () => {
    const thread = start();
    for (const [page, colour] of [RED, BLUE].entries()) {
      const drawn = await thread.draw(asking('a.png', pdfOf(200, 300, [RED, BLUE]), page));
      if (drawn === 'superseded' || !drawn.ok) throw new Error('not drawn');
      const { pages, image } = drawn.value;
      expect(pages).toBe(2);
      expect([image.width / 200, image.height / 300].map((scale) => Math.round(scale * 10))).toEqual([42, 42]);
      expect([...image.bytes.slice(0, 4)]).toEqual([...colour, 255]);
      expect(image.bytes).toHaveLength(image.width * image.height * 4);
    }
  });

  it('draws a TIFF, and a large one smaller, each pixel the mean of a square', async () => {
    const small = await start().draw(asking('a.tif', tiffOf(5, 3, (x) => (x === 0 ? RED : BLUE))));
    expect(small).toMatchObject({ ok: true, value: { pages: 1, image: { kind: 'pixels', width: 5, height: 3 } } });
    const large = await start().draw(asking('a.tiff', tiffOf(5001, 4001, (x) => (x % 2 === 0 ? [100, 0, 0] : [200, 0, 0]))));
    if (large === 'superseded' || !large.ok) throw new Error('not drawn');
    const { width, height, bytes } = large.value.image;
    expect([width, height]).toEqual([2500, 2000]);
    expect(width * height).toBeLessThanOrEqual(SENT_PIXELS);
    expect([...bytes.slice(0, 4), ...bytes.slice(-4)]).toEqual([150, 0, 0, 255, 150, 0, 0, 255]);
  });

  it('draws a TIFF of the four inks', async () => {
    const inks = tiffBy({ width: 2, height: 1, data: [Uint8Array.of(0, 255, 255, 0, 255, 255, 0, 0)], bits: [8, 8, 8, 8], photometric: 5 });
    expect(await start().draw(asking('a.tif', inks))).toMatchObject({ ok: true, value: { image: { width: 2, height: 1, bytes: Uint8Array.of(...RED, 255, ...BLUE, 255) } } });
  });

  it.each([
    ['an empty file', 'a.png', new Uint8Array(), 'damaged'],
    ['text', 'a.jpg', Buffer.from('<html>'), 'unsupported'],
    ['a PNG of 50,000 by 50,000', 'a.png', pngOf(1, 1, () => RED, [50_000, 50_000]), 'too-large'],
    ['a PNG cut off', 'a.png', pngOf(9, 9, () => RED).subarray(0, 18), 'damaged'],
    ['half a PDF', 'a.pdf', pdfOf(200, 300, [RED]).subarray(0, 60), 'damaged'],
    ['a PDF without pages', 'a.pdf', pdfOf(200, 300, []), 'damaged'],
    ['a PDF as wide as nothing', 'a.pdf', pdfOf(0.2, 300, [RED]), 'damaged'],
    ['half a TIFF', 'a.tif', tiffOf(40, 40, () => RED).subarray(0, 3000), 'damaged'],
    ['a TIFF of 50,000 by 50,000', 'a.tif', withSize(tiffOf(4, 4, () => RED), 50_000), 'too-large'],
    ['a TIFF whose pages go round in a circle', 'a.tif', circular(), 'damaged'],
    ['a TIFF over which its reader breaks down', 'a.tif', tiffBy({ width: 8, height: 8, data: [Buffer.from('no JPEG')], bits: [8, 8, 8], photometric: 6, compression: 7 }), 'reader-failed'],
  ] as const)('says of %s what is wrong', async (_, name, bytes, error) => {
    expect(await start().draw(asking(name, bytes))).toEqual({ ok: false, error });
  });

  it('draws on after a file that cannot be drawn', async () => {
    const thread = start();
    expect(await thread.draw(asking('a.pdf', Buffer.from('%PDF-1.4 and nothing more')))).toMatchObject({ ok: false });
    expect(await thread.draw(asking('b.pdf', pdfOf(20, 30, [BLUE])))).toMatchObject({ ok: true });
    expect(await thread.draw(asking('c.pdf', pdfOf(20, 30, [BLUE]), 1))).toEqual({ ok: false, error: 'no-such-page' });
  });

  it('draws the newest of those that wait, and answers the others too', async () => {
    const thread = start();
    const ask = asking('a.pdf', pdfOf(20, 30, [RED, BLUE]));
    const [first, second, third] = await Promise.all([thread.draw(ask), thread.draw(ask), thread.draw({ ...ask, page: 1 })]);
    expect([first, second, third]).toMatchObject([{ ok: true }, 'superseded', { ok: true }]);
  });

  it('says so where the file is no longer the one that was found', async () => {
    const ask = asking('a.png', pngOf(3, 3, () => RED));
    writeFileSync(ask.path, 'another');
    expect(await start().draw(ask)).toEqual({ ok: false, error: 'changing' });
  });
});

it('a page that takes too long is given up, and its thread with it', async () => {
  const log: string[] = [];
  const thread = pictureThread({ entry: bundle.entry, patience: 1, log: Object.assign((event: string) => void log.push(event), { bug: () => '' }) });
  onTestFinished(() => thread.stop());
  expect(await thread.draw(asking('a.tif', tiffOf(5000, 4000, () => RED)))).toEqual({ ok: false, error: 'too-slow' });
  expect(log).toEqual(['picture.failed']);
});

/** The size a TIFF says it has, in both directions. */
function withSize(tiff: Buffer, size: number): Buffer {
  const changed = Buffer.from(tiff);
  const big = changed[0] === 0x4d;
  const u16 = (at: number) => (big ? changed.readUInt16BE(at) : changed.readUInt16LE(at));
  const first = big ? changed.readUInt32BE(4) : changed.readUInt32LE(4);
  for (let i = 0; i < u16(first); i += 1) {
    const at = first + 2 + i * 12;
    if (u16(at) !== 256 && u16(at) !== 257) continue;
    if (big) changed.writeUInt16BE(4, at + 2);
    else changed.writeUInt16LE(4, at + 2);
    if (big) changed.writeUInt32BE(size, at + 8);
    else changed.writeUInt32LE(size, at + 8);
  }
  return changed;
}

function circular(): Buffer {
  const tiff = Buffer.from(tiffOf(4, 4, () => RED));
  const big = tiff[0] === 0x4d;
  const first = big ? tiff.readUInt32BE(4) : tiff.readUInt32LE(4);
  const next = first + 2 + (big ? tiff.readUInt16BE(first) : tiff.readUInt16LE(first)) * 12;
  if (big) tiff.writeUInt32BE(first, next);
  else tiff.writeUInt32LE(first, next);
  return tiff;
}
