import { expect, test } from 'vitest';
import { dayStep } from './day-step.ts';

const days = ['05', '05', '05', '03', '02', '02', '01'];
const dayAt = async (index: number) => days[index] ?? null;

test.each([
  [1, 0, 3], [1, 1, 3], [1, 3, 4], [1, 5, 6], [1, 6, null],
  [-1, 6, 4], [-1, 5, 4], [-1, 4, 3], [-1, 3, 0], [-1, 2, 0], [-1, 0, null],
] as const)('a step of %d from line %d leads to %s', async (step, from, to) => {
  expect(await dayStep(step, from, days.length, dayAt)).toBe(to);
});

test.each([
  [1, 0, 1], [1, 1, 3], [1, 2, 3], [1, 3, 5], [1, 5, null],
  [-1, 5, 3], [-1, 4, 3], [-1, 3, 1], [-1, 1, 0],
] as const)('where the clock was set back, a step of %d from line %d leads to %s all the same', async (step, from, to) => {
  const mixed = ['03', '07', '07', '05', '05', '06'];
  expect(await dayStep(step, from, mixed.length, async (index) => mixed[index] ?? null)).toBe(to);
});

test('of a hundred thousand lines few are asked for; where one cannot be, it leads nowhere', async () => {
  const asked = new Set<number>();
  const many = async (index: number) => {
    asked.add(index);
    return index < 70_000 ? '02' : '01';
  };
  expect(await dayStep(1, 5, 100_000, many)).toBe(70_000);
  expect(asked.size).toBeLessThan(40);
  expect(await dayStep(1, 5, 100_000, async (index) => (index === 5 ? '02' : null))).toBeNull();
});
