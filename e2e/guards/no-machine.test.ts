import { expect, test } from 'vitest';
import { placesOf, projectFiles } from './support/files.ts';

/** Where home folders and workplaces lie; written so that this file does not name one itself. */
const HOMES = ['home', 'root', 'Users', 'work', 'workspace', 'mnt', 'var/folders'].join('|');
const MACHINE_PATHS = new RegExp(`(?<![\\w.~@:/)}\\]-])/(?:${HOMES})/[\\w.-]+|\\b[A-Z]:\\\\\\\\?Users`, 'g');

test('no file names a folder of the machine it was written on', () => {
  const files = projectFiles().filter((path) => /\.(?:tsx?|mjs|js|json|md|ya?ml|css|html|sql|sh)$|^\.|^LICENSE$/.test(path));
  expect(files.length).toBeGreaterThan(150);
  expect(files).toContain('package-lock.json');
  expect(placesOf(MACHINE_PATHS, files)).toEqual([]);
});

test('the pattern finds such folders', () => {
  const samples = ['home/ann/x', 'root/.cache', 'Users/ann', 'work/main'].map((path) => `"/${path}"`);
  expect(samples.filter((sample) => sample.search(MACHINE_PATHS) === -1)).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(placesOf(/"resolved"[^\n]*/g, ['package-lock.json'])).toEqual([]);
});
