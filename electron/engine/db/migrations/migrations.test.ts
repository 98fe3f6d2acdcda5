import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MIGRATIONS } from './migrations.ts';

test.each(Object.keys(MIGRATIONS) as (keyof typeof MIGRATIONS)[])('every step that lies in the folder of %s is taken, in the order of their numbers', (name) => {
  const folder = new URL(`${name}/`, import.meta.url);
  const steps = readdirSync(folder).toSorted();
  expect(steps.map((file) => Number(file.slice(0, 4)))).toEqual(steps.map((_, at) => at + 1));
  expect(MIGRATIONS[name]).toEqual(steps.map((file) => readFileSync(new URL(file, folder), 'utf8')));
});
