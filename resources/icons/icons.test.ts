import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import made from './made.json' with { type: 'json' };

const read = (name: string) => readFileSync(new URL(name, import.meta.url));
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const png = (size: number) => read(`${size}x${size}.png`);

describe('the icon', () => {
  it('was made from the drawings as they are', () => {
    const drawings = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.svg'));
    expect(Object.keys(made.inputs).toSorted()).toEqual(drawings.toSorted());
    for (const [name, hash] of Object.entries(made.inputs)) {
      expect(createHash('sha256').update(read(name)).digest('hex'), `${name} changed: run ${made.generatedBy}`).toBe(hash);
    }
  });

  it.each(SIZES)('has a PNG of %i pixels with transparency', (size) => {
    const bytes = png(size);
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]]).toEqual([size, size, 6]);
  });

  it('holds the same PNGs in the container for Windows', () => {
    const ico = read('icon.ico');
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => {
      const entry = 6 + 16 * i;
      const [length, at] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
      return { size: ico.readUInt8(entry) || 256, png: ico.subarray(at, at + length) };
    });
    expect(entries.map((entry) => entry.size)).toEqual(SIZES.filter((size) => size <= 256));
    for (const entry of entries) expect(entry.png.equals(png(entry.size))).toBe(true);
  });

  it('holds the same PNGs in the container for macOS', () => {
    const icns = read('icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const sizes: number[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      const data = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
      sizes.push(data.readUInt32BE(16));
      expect(data.equals(png(data.readUInt32BE(16)))).toBe(true);
    }
    expect(sizes.toSorted((a, b) => a - b)).toEqual([16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]);
  });
});
