import { expect, test } from 'vitest';
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
