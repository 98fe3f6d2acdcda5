import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { createRegistry } from './registry.ts';

const command = (id: string, keys: readonly string[] = []): Command => ({ id, labelKey: 'app.name', group: 'app', keys, when: () => true, run: () => undefined });

test('keeps the order of the lists', () => {
  expect(createRegistry([command('b')], [command('a')]).all.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('an id used twice and keys that are none are refused', () => {
  expect(() => createRegistry([command('a')], [command('a')])).toThrow('registered twice');
  expect(() => createRegistry([command('a', ['Strg+K'])])).toThrow('not a key');
});

test('finds by id, and throws where there is none', () => {
  const registry = createRegistry([command('a')]);
  expect(registry.find('a').id).toBe('a');
  expect(() => registry.find('b')).toThrow('no command b');
});
