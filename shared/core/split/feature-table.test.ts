import { expect, test } from 'vitest';
import { type Group, cross, featureTable } from './feature-table.ts';

const group = (name: string, count: number): Group => ({ name, values: Array.from({ length: count }, (_, value) => `${value}`) });

test('features are numbered through group by group, and tell their group and value', () => {
  const side = { name: 'side', values: ['left', 'right'] } as const;
  const end = { name: 'end', values: ['stop', 'open', 'none'] } as const;
  const table = featureTable({ side, both: cross('both', side, end), end });
  expect([table.size, table.base]).toEqual([11, { side: 0, both: 2, end: 8 }]);
  expect(Array.from({ length: table.size }, (_, feature) => table.nameOf(feature))).toEqual([
    'side=left', 'side=right', 'both=left+stop', 'both=left+open', 'both=left+none', 'both=right+stop', 'both=right+open', 'both=right+none', 'end=stop', 'end=open', 'end=none',
  ]);
  expect([table.groupOf(1), table.groupOf(2), table.groupOf(10)]).toEqual(['side', 'both', 'end']);
});

test('more features than a row can name are refused: 16 bits would give some the number of others', () => {
  const [half, rest] = [group('half', 32_768), group('rest', 32_768)];
  const most = featureTable({ half, rest });
  expect([most.size, Uint16Array.of(most.size - 1)[0], most.nameOf(65_535)]).toEqual([65_536, 65_535, 'rest=32767']);
  expect(() => featureTable({ half, rest, one: group('one', 1) })).toThrow('65537 features');
});

test('more groups than their features can be told by are refused', () => {
  const groups = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`g${at}`, group(`g${at}`, 1)]));
  expect(featureTable(groups(256)).groupOf(255)).toBe('g255');
  expect(() => featureTable(groups(257))).toThrow('257 groups');
});
