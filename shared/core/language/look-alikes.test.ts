import { expect, test } from 'vitest';
import { FAR, readLookAlikes } from './look-alikes.ts';

const unit = (character: string) => character.charCodeAt(0);
const many = '一二三四五六七八九十百千';

test('two characters of which one stands in the list of the other are alike both ways; the nearer list says how near', () => {
  const table = readLookAlikes({ 末: '木未', 未: '末' });
  expect(table.of(unit('末'))).toEqual([{ unit: unit('未'), rank: 0, farther: 1 }, { unit: unit('木'), rank: 0, farther: FAR }]);
  expect(table.of(unit('木'))).toEqual([{ unit: unit('末'), rank: 0, farther: FAR }]);
  expect(table.of(unit('河'))).toEqual([]);
});

test('what stands far down one list alone is not thought of, but its rank is known', () => {
  const table = readLookAlikes({ 末: `${many}未` });
  expect(table.of(unit('末'))).toHaveLength(many.length);
  expect([table.rank(unit('末'), unit('未')), table.rank(unit('未'), unit('末')), table.rank(unit('末'), unit('河'))]).toEqual([many.length, many.length, -1]);
});
