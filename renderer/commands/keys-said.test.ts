import { expect, test } from 'vitest';
import en from '#resources/strings/en.json' with { type: 'json' };
import zhHans from '#resources/strings/zh-Hans.json' with { type: 'json' };
import { registry } from '../app/commands/registry.ts';
import { voice } from '../state/language.ts';
import { KEYS_SAID, keysSaid } from './keys-said.ts';
import type { StringKey } from '#strings/index.ts';

const own = new Map(registry.all.map(({ id, keys }) => [id, keys]));
const sentences = Object.keys(KEYS_SAID) as StringKey[];

test('a sentence says the keys that are in force, in both languages', () => {
  const keys = new Map([...own, ['desk.restore', ['Alt+B']], ['desk.role.body', []]]);
  const said = keysSaid('desk.refused.not-in-an-article', keys, new Map(), false);
  expect(said).toEqual({ restore: 'Alt+B', body: '—' });
  for (const language of ['en', 'zh-Hans'] as const) expect(voice(language).t('desk.refused.not-in-an-article', said)).toContain('Alt+B');
});

test.each(sentences)('%s: its commands are there, and it asks for no more', (sentence) => {
  expect(Object.values(KEYS_SAID[sentence] ?? {}).filter((id) => !own.has(id))).toEqual([]);
  for (const language of ['en', 'zh-Hans'] as const) {
    const said = keysSaid(sentence, own, new Map(), false);
    const others = { head: '', passages: 1, lower: '', rest: 1 };
    for (const label of Object.values(said)) expect(voice(language).t(sentence, { ...others, ...said })).toContain(label);
  }
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
