import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import type { KeyChanges } from './keymap.ts';
import { isSound, rekey, restoreOne, usable } from './rekey.ts';

const command = (id: string, ...keys: readonly string[]): Command => ({ id, labelKey: 'app.name', group: 'app', keys, when: () => true, run: () => undefined });
const own = [command('desk.a', 'A'), command('desk.b', 'B', 'ArrowDown'), command('desk.c', 'R H'), command('library.a', 'A'), command('app.k', 'Mod+K')];

test('a free key takes the place of the first, or stands beside it', () => {
  expect(rekey(own, {}, 'desk.b', 'J', 'instead')).toEqual({ kind: 'free', changes: { 'desk.b': ['J', 'ArrowDown'] } });
  expect(rekey(own, {}, 'desk.b', 'J', 'beside')).toEqual({ kind: 'free', changes: { 'desk.b': ['B', 'ArrowDown', 'J'] } });
});

test('a key of another screen is free, one of the same screen or of everywhere is taken', () => {
  expect(rekey([...own, command('library.x', 'X')], {}, 'desk.a', 'X', 'instead').kind).toBe('free');
  expect(rekey(own, {}, 'desk.a', 'Mod+K', 'instead').kind).toBe('taken');
});

test('whoever gives up its only key takes the one that was given up', () => {
  expect(rekey(own, {}, 'desk.b', 'A', 'instead')).toMatchObject({ kind: 'taken', changes: { 'desk.b': ['A', 'ArrowDown'], 'desk.a': ['B'] } });
  expect(rekey(own, {}, 'desk.a', 'B', 'instead')).toMatchObject({ kind: 'taken', changes: { 'desk.a': ['B'], 'desk.b': ['ArrowDown'] } });
  expect(rekey(own, {}, 'desk.a', 'R', 'instead')).toMatchObject({ kind: 'taken', by: [{ other: 'desk.c', otherKeys: 'R H' }], changes: { 'desk.a': ['R'], 'desk.c': ['A'] } });
});

test('beside another key nothing is given up: the other would be left without one', () => {
  expect(rekey(own, {}, 'desk.b', 'A', 'beside')).toMatchObject({ kind: 'taken', changes: null });
});

test('the system’s keys are not given away; a key set back is no change', () => {
  expect(rekey(own, {}, 'desk.a', 'Mod+C', 'instead')).toEqual({ kind: 'reserved' });
  expect(rekey(own, { 'desk.a': ['J'] }, 'desk.a', 'A', 'instead')).toEqual({ kind: 'free', changes: {} });
});

test('one is set back as far as its keys are free', () => {
  const swapped = { 'desk.a': ['B'], 'desk.b': ['ArrowDown'] };
  expect(restoreOne(own, swapped, 'desk.b')).toEqual(swapped); // B is another's
  expect(restoreOne(own, { 'desk.b': ['J'] }, 'desk.b')).toEqual({});
  expect(restoreOne(own, { 'desk.a': ['J'], 'desk.b': ['A'] }, 'desk.a')).toBeNull();
});

test('of a file counts what there is and goes together', () => {
  expect(usable(own, { 'desk.gone': ['J'], 'desk.a': ['Strg+J'], 'desk.b': ['J'], 'desk.c': ['J'] })).toEqual({ changes: { 'desk.b': ['J'] }, leftOut: 3 });
  expect(usable(own, { 'desk.a': ['B'], 'desk.b': ['A'] })).toEqual({ changes: { 'desk.a': ['B'], 'desk.b': ['A'] }, leftOut: 0 });
});

test('however keys are changed, every command has one and none clashes', () => {
  const keys = fc.constantFrom('A', 'B', 'J', 'R', 'R H', 'R K', 'Mod+K', 'ArrowDown', '?', 'Mod+C');
  const step = fc.record({ id: fc.constantFrom(...own.map(({ id }) => id)), keys, how: fc.constantFrom('instead' as const, 'beside' as const) });
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
    let changes: KeyChanges = {};
    for (const { id, keys: one, how } of steps) {
      const result = rekey(own, changes, id, one, how);
      if (result.kind !== 'reserved' && result.changes) changes = result.changes;
      expect(isSound(own, changes)).toBe(true);
    }
    expect(usable(own, changes)).toEqual({ changes, leftOut: 0 });
  }));
});
