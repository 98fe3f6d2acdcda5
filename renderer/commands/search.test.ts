import { expect, test } from 'vitest';
import { bestFits } from './search.ts';

const names = ['打开文件夹…', '打开项目…', 'Open the samples', 'Go to topics', 'Topic of that digit'];
const find = (typed: string) => bestFits(names, (name) => [name], typed);

test.each([
  ['打开', ['打开文件夹…', '打开项目…']],
  ['topic', ['Topic of that digit', 'Go to topics']],
  ['ots', ['Open the samples', 'Go to topics']],
  ['dakai', ['打开文件夹…', '打开项目…']],
  ['xiangmu', ['打开项目…']],
  ['dkx', ['打开项目…']],
  ['zzz', []],
])('%j finds %j', (typed, expected) => {
  expect(find(typed)).toEqual(expected);
});

test('nothing typed finds all, in their order', () => {
  expect(find('  ')).toEqual(names);
});
