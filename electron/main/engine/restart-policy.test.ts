import { expect, it } from 'vitest';
import { restartWait } from './restart-policy.ts';

it.each([
  ['the first death', [100_000], 0],
  ['the second within a minute', [90_000, 100_000], 250],
  ['the third', [80_000, 90_000, 100_000], 1_000],
  ['the fourth', [70_000, 80_000, 90_000, 100_000], 4_000],
  ['the fifth', [60_000, 70_000, 80_000, 90_000, 100_000], null],
  ['one a minute', [0, 40_000, 100_000], 0],
] as const)('%s', (_, deaths, wait) => expect(restartWait(deaths, 100_000)).toBe(wait));
