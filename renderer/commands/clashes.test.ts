import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { allClashes, clashesOf, isReserved, keysClash } from './clashes.ts';
import { contextsOf, meet, wanting } from './contexts.ts';
import { withChanges } from './keymap.ts';
import { needing } from './needing.ts';

const command = (id: string, keys: readonly string[], more: Partial<Command> = {}): Command =>
  ({ id, labelKey: 'app.name', group: 'app', keys, when: () => true, run: () => undefined, ...more });

test.each([
  ['J', 'J', true],
  ['J', 'Shift+J', false],
  ['R', 'R H', true],
  ['R H', 'R', true],
  ['R H', 'R K', false],
  ['R H', 'H', false],
  ['?', 'Shift+?', true], // the character needs Shift: both are the same press
  ['Mod+Z', 'Mod+Shift+Z', false],
  ['Space', 'Shift+Space', false],
])('%s and %s: %j', (a, b, expected) => {
  expect(keysClash(a, b)).toBe(expected);
});

describe('where keys count', () => {
  test.each([
    [{ id: 'desk.split' }, ['desk']],
    [{ id: 'project.close' }, 'all'],
    [{ id: 'library.files', contexts: 'all' as const }, 'all'],
  ])('%j: %j', (one, expected) => {
    expect(contextsOf(one)).toEqual(expected);
  });

  test('what is for all meets everything; two screens do not meet', () => {
    expect([meet('all', ['desk']), meet(['desk'], ['library']), meet(['desk', 'library'], ['library'])]).toEqual([true, false, true]);
  });
});

test('the same key on two screens is no clash; on one, or everywhere, it is', () => {
  const all = [command('desk.doubt', ['D']), command('library.dates', ['D']), command('app.do', ['D D']), command('desk.other', ['X'])];
  expect(allClashes(all).map(({ id, other }) => `${id} ${other}`)).toEqual(['desk.doubt app.do', 'library.dates app.do']);
  expect(clashesOf(command('desk.x', []), 'X', all)).toEqual([{ keys: 'X', id: 'desk.x', other: 'desk.other', otherKeys: 'X' }]);
});

test('a changed key frees the old one and takes the new', () => {
  const own = [command('desk.a', ['A']), command('desk.b', ['B'])];
  expect(allClashes(withChanges(own, { 'desk.a': ['B'] }))).toHaveLength(1);
  expect(allClashes(withChanges(own, { 'desk.a': ['B'], 'desk.b': ['A'] }))).toEqual([]);
});

test.each([
  ['Mod+C', true],
  ['Shift+Tab', true],
  ['Mod+- X', true],
  ['Mod+J', false],
])('%s is reserved: %j', (keys, expected) => {
  expect(isReserved(keys)).toBe(expected);
});

test('what is wanting is said: the screen first, then what the command needs', () => {
  const split = command('desk.split', ['S'], { when: needing('needs.passage', () => false) });
  expect([wanting(split, 'library'), wanting(split, 'desk'), wanting(split, 'start')]).toEqual(['needs.at.desk', 'needs.passage', 'needs.project']);
  expect(wanting(command('app.x', ['X']), 'desk')).toBeNull();
});
