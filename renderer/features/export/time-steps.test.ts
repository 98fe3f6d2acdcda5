import { expect, test } from 'vitest';
import { timeSteps } from './time-steps.ts';

const counted = (...months: readonly string[]) => months.map((month) => ({ month, articles: 1 }));

test('a few years are shown by month, with the months in which nothing was printed', () => {
  const { unit, steps } = timeSteps(counted('2023-11', '2024-02'));
  expect(unit).toBe('month');
  expect(steps).toEqual([{ from: '2023-11', articles: 1 }, { from: '2023-12', articles: 0 }, { from: '2024-01', articles: 0 }, { from: '2024-02', articles: 1 }]);
});

test('four years are the most that is shown by month, and a page of which only the year is known makes it years', () => {
  expect(timeSteps(counted('2020-01', '2023-12'))).toMatchObject({ unit: 'month', steps: { length: 48 } });
  expect(timeSteps(counted('2020-01', '2024-01'))).toMatchObject({ unit: 'year', steps: { length: 5 } });
  expect(timeSteps(counted('2023', '2023-12'))).toEqual({ unit: 'year', steps: [{ from: '2023', articles: 2 }] });
});

test('a century is shown by decade', () => {
  expect(timeSteps(counted('1899-05', '1949-10', '1949-11'))).toEqual({
    unit: 'decade',
    steps: [{ from: '1890', articles: 1 }, { from: '1900', articles: 0 }, { from: '1910', articles: 0 }, { from: '1920', articles: 0 }, { from: '1930', articles: 0 }, { from: '1940', articles: 2 }],
  });
});

test('without a date there is nothing to show', () => {
  expect(timeSteps([{ month: '', articles: 9 }])).toEqual({ unit: 'month', steps: [] });
});
