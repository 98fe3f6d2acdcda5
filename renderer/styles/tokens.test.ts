import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The tokens of one theme, as names and #rrggbb values. */
function theme(name: string): ReadonlyMap<string, string> {
  const begins = name === 'contrast dark' ? `:root[data-theme='contrast']` : `[data-theme='${name}']`;
  const block = css.slice(css.indexOf(begins)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['paper', 'panel', 'raised', 'sel', 'hover', 'accent-wash'];
const TEXT = ['ink', 'soft', 'faint', 'accent', 'pen', 'add', 'warn'];
const BANDS = ['band-1', 'band-2', 'band-3', 'band-4', 'band-5', 'band-6'];

describe.each(['light', 'dark', 'contrast', 'contrast dark'])('the %s theme', (name) => {
  const tokens = theme(name);
  const value = (token: string) => {
    const found = tokens.get(token);
    if (!found) throw new Error(`no token --${token} in ${name}`);
    return found;
  };

  test.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))('%s reads on %s', (text, ground) => {
    expect(contrast(value(text), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([['on-accent', 'accent'], ['pen', 'pen-wash'], ['add', 'add-wash'], ['warn', 'warn-wash']])('%s reads on %s', (text, ground) => {
    expect(contrast(value(text), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(BANDS.flatMap((band) => ['paper', 'panel'].map((ground) => [band, ground] as const)))('%s, which colours numbers too, reads on %s', (band, ground) => {
    expect(contrast(value(band), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'panel', 'raised'])('edges of fields show on %s', (ground) => {
    expect(contrast(value('edge'), value(ground))).toBeGreaterThanOrEqual(3);
  });
});

test.each(['contrast', 'contrast dark'])('the %s theme reaches 7 : 1 for text on every ground', (name) => {
  const tokens = theme(name);
  const low = TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground, contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')] as const)).filter(([, , ratio]) => ratio < 7);
  expect(low).toEqual([]);
});
