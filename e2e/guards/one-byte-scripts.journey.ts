import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHECKOUT } from '../pages/app.ts';

const built = join(CHECKOUT, 'dist');
const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((path) => /\.c?js$/u.test(path));

test('every script that is built is plain ASCII: with one character that is not Latin, V8 keeps all of a script in two bytes a character, in every process that runs it', () => {
  for (const part of ['chunks', 'engine', 'main', 'preload', 'renderer']) expect(scripts.filter((path) => path.startsWith(part)).length, part).toBeGreaterThan(0);
  expect(scripts.filter((path) => readFileSync(join(built, path)).some((byte) => byte > 0x7f))).toEqual([]);
});
