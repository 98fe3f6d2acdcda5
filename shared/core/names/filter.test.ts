import { expect, test } from 'vitest';
import { namesFor } from './filter.ts';
import type { ListedName } from './listed.ts';

const name = (text: string, group: string, ...near: readonly string[]): ListedName => ({ name: text, times: 1, pages: 1, group, near: near.map((one) => ({ name: one, times: 1, pages: 1, likeness: 0.9 })) });
const ALL = [name('邸东芳', '邸东芳', '邱东芳'), name('邱东芳', '邸东芳', '邸东芳'), name('沈若川', '沈若川', '沈若州'), name('沈若州', '沈若川', '沈若川'), name('石磊', '石磊')];

test.each<readonly [string, boolean, readonly string[], string]>([
  ['', false, [], '邸东芳 邱东芳 沈若川 沈若州 石磊'],
  ['', true, [], '邸东芳 邱东芳 沈若川 沈若州'],
  ['', true, ['邸东芳'], '邸东芳 邱东芳 沈若川 沈若州'],
  ['', true, ['邸东芳', '邱东芳'], '沈若川 沈若州'],
  ['邱', false, [], '邸东芳 邱东芳'],
  ['石', true, [], ''],
])('names with %s, spelt in two ways only: %s, accepted: %s', (text, twofold, accepted, expected) => {
  expect(namesFor(ALL, { text, twofold, accepted: new Set(accepted) }).map((one) => one.name).join(' ')).toBe(expected);
});
