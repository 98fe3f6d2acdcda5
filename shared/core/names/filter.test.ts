import { expect, test } from 'vitest';
import { namesFor } from './filter.ts';
import type { NameFilter } from './filter.ts';
import type { ListedName } from './listed.ts';
import { settledBy } from './settled.ts';

const near = (name: string) => ({ name, times: 1, pages: 1, likeness: 0.9, looks: true, sounds: false, company: [] });
const row = (name: string, group: string, others: readonly string[], kind: ListedName['kind'] = 'person'): ListedName => ({ name, kind, times: 2, pages: 1, group, near: others.map(near) });
const NAMES = [row('邸东芳', '邸东芳', ['邱东芳']), row('邱东芳', '邸东芳', ['邸东芳']), row('清原街道', '清源街道', ['清源街道'], 'office'), row('石磊', '石磊', [])];

const shown = (filter: Partial<NameFilter>, accepted: readonly string[] = [], rules: Parameters<typeof settledBy>[1] = []) =>
  namesFor(NAMES, { text: '', kind: null, show: 'all', settled: settledBy(new Set(accepted), rules), ...filter }).map(({ name }) => name);

test('by a text that stands in the name or in another of its group, and by kind', () => {
  expect(shown({})).toEqual(['邸东芳', '邱东芳', '清原街道', '石磊']);
  expect(shown({ text: '邱' })).toEqual(['邸东芳', '邱东芳']);
  expect(shown({ kind: 'office' })).toEqual(['清原街道']);
  expect(shown({ kind: 'place' })).toEqual([]);
});

test('those that may be spelt in two ways are open until they are said to be different, or one of them has a rule; then they are settled', () => {
  expect(shown({ show: 'twofold' })).toEqual(['邸东芳', '邱东芳', '清原街道']);
  expect(shown({ show: 'twofold' }, ['邱东芳'])).toEqual(['邸东芳', '邱东芳', '清原街道']);
  expect(shown({ show: 'twofold' }, ['邸东芳', '邱东芳'])).toEqual(['清原街道']);
  const rule = { id: 'r', read: '清原街道', put: '清源街道', on: true };
  expect(shown({ show: 'twofold' }, [], [rule])).toEqual(['邸东芳', '邱东芳']);
  expect(shown({ show: 'settled' }, ['邸东芳', '邱东芳'], [rule])).toEqual(['邸东芳', '邱东芳', '清原街道']);
  expect(shown({ show: 'settled' }, [], [{ ...rule, on: false }])).toEqual([]);
});
