import { describe, expect, test } from 'vitest';
import { dateFilter, dateFilterText, isColumnFilter, numberFilter, withColumnFilter } from './column-filter.ts';

test.each([
  ['>5', '>5'],
  [' < 0.8 ', '<0.8'],
  ['＞１０', '>10'],
  ['≥ 3', '>=3'],
  ['2..4', '2..4'],
  ['2 … 4', '2..4'],
  ['2～4', '2..4'],
  ['0.5-0.8', '0.5..0.8'],
  ['3', '3'],
  ['many', null],
  ['>', null],
  ['1..', null],
  ['>1..2', null],
])('a number filter %j is written %j', (typed, expected) => {
  expect(numberFilter(typed)).toBe(expected);
});

describe('column filters', () => {
  test('a text column takes anything, a number column only numbers', () => {
    expect(isColumnFilter('headline', '>')).toBe(true);
    expect(isColumnFilter('length', 'long')).toBe(false);
    expect(isColumnFilter('length', '  ')).toBe(true);
  });

  test('setting one leaves the others, emptying it takes it out', () => {
    const one = withColumnFilter({ byline: '周允' }, 'length', '> 800');
    expect(one).toEqual({ byline: '周允', length: '>800' });
    expect(withColumnFilter(one ?? {}, 'length', '')).toEqual({ byline: '周允' });
    expect(withColumnFilter({}, 'length', 'long')).toBeNull();
  });
});

test.each([
  ['', {}],
  ['2024', { dateFrom: '2024', dateTo: '2024' }],
  ['2024-5', { dateFrom: '2024-05', dateTo: '2024-05' }],
  ['2024年5月18日', { dateFrom: '2024-05-18', dateTo: '2024-05-18' }],
  ['2024/5/1..2024/5/9', { dateFrom: '2024-05-01', dateTo: '2024-05-09' }],
  ['2024-05..', { dateFrom: '2024-05' }],
  ['至2023', { dateTo: '2023' }],
  ['..', null],
  ['May', null],
  ['2024-05-18-19', null],
])('a date filter %j asks for %j', (typed, expected) => {
  expect(dateFilter(typed)).toEqual(expected);
});

test.each(['2024', '2024-05', '2024-05-01..2024-05-09', '2024-05..', '..2023', ''])('a date filter %j is shown as it was typed', (text) => {
  expect(dateFilterText(dateFilter(text) ?? { dateFrom: 'none' })).toBe(text);
});
