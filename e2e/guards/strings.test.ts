import { expect, test } from 'vitest';
import en from '#resources/strings/en.json' with { type: 'json' };
import zhHans from '#resources/strings/zh-Hans.json' with { type: 'json' };
import { productSources, read } from './support/files.ts';

const keys = Object.keys(en);
const sources = productSources().map((path) => ({ path, text: read(path) }));

/** Texts in the sources that look like a key, or like a key with parts filled in at run time. */
const KEY_LIKE = /(['"`])([a-z][\w-]*(?:\.(?:[\w-]|\$\{[^}`]*\})+)+)\1/g;

const written = sources.flatMap(({ text }) => Array.from(text.matchAll(KEY_LIKE), ([, , key = '']) => key));
const patterns = [...new Set(written)].map((key) => {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('.+')}$`);
});

test('the guard saw strings and sources', () => {
  expect(keys.length).toBeGreaterThan(100);
  expect(sources.length).toBeGreaterThan(80);
  expect(patterns.length).toBeGreaterThan(100);
});

test('both languages say the same things', () => {
  expect(Object.keys(zhHans).toSorted()).toEqual(keys.toSorted());
});

test('no sentence is empty', () => {
  const empty = [...Object.entries(en), ...Object.entries(zhHans)].filter(([, text]) => text.trim() === '');
  expect(empty).toEqual([]);
});

test('every key that t() is called with is defined', () => {
  const called = sources.flatMap(({ path, text }) =>
    Array.from(text.matchAll(/\bt\(\s*'([^']+)'/g), ([, key = '']) => ({ path, key })),
  );
  expect(called.length).toBeGreaterThan(20);
  const known = new Set(keys);
  expect(called.filter(({ key }) => !known.has(key))).toEqual([]);
});

test('every defined key is used', () => {
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

// Keys that belong to a field, a dialog or what stands open, and to no command, are the same for everybody.
const FIXED = new Set<string>([
  'desk.break-hint', 'desk.editing-hint', 'find.close', 'keys.change', 'keys.free', 'keys.other-gets', 'keys.press-hint', 'keys.take', 'queue.rename-key',
]);
const WRITTEN = [
  /\b(?:Ctrl|Alt|Shift|Mod|Cmd)\s?\+/, // Shift+U
  /[(（][A-Z0-9][)）]/, // (R)
  /\b(?:press|presses|pressing)\s+(?:[A-Z0-9]\b|Enter|Esc|Escape|Space|Backspace|F\d)/i, // press R
  /按\s*(?:[A-Z0-9](?![A-Za-z0-9])|Enter|Esc|空格|回车|F\d)/,
  /(?:^|[.;,。；，]\s?|\bor )[B-HJ-Z] (?:gives|shows|is|brings|goes|dismisses)\b/, // Q shows
  /\b(?:Enter|Esc|Escape|Backspace|F\d{1,2})\b/,
];

test('no sentence holds the key of a command: that may be another by now', () => {
  for (const before of ['press Shift+U to bring it back', 'a role (R) first', '按 R 可任选', 'Everything is done. Q shows the others.', 'or X to dismiss it: press Enter']) {
    expect(WRITTEN.some((pattern) => pattern.test(before)), before).toBe(true);
  }
  const found = [...Object.entries(en), ...Object.entries(zhHans)].filter(([key, text]) => !FIXED.has(key) && WRITTEN.some((pattern) => pattern.test(text)));
  expect(found).toEqual([]);
});
