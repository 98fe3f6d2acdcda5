import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeLock, missingEntries } from './complete-lock.mjs';
import { inRoot } from './paths.mjs';

test('names the packages for other platforms that a lock file leaves out', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { 'tool-linux-x64-gnu': '1.0.0', 'tool-linux-arm64-musl': '1.0.0', 'tool-win32-x64-msvc': '1.0.0' },
    },
    'node_modules/tool-linux-x64-gnu': { version: '1.0.0' },
  };
  expect(missingEntries(packages)).toEqual({
    'node_modules/tool-linux-arm64-musl': {
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    },
    'node_modules/tool-win32-x64-msvc': { version: '1.0.0', dev: true, optional: true, os: ['win32'], cpu: ['x64'] },
  });
});

test('finds an entry below the package that asks for it', () => {
  const packages = {
    'node_modules/tool': { optionalDependencies: { 'part-linux-x64': '2.0.0' } },
    'node_modules/tool/node_modules/part-linux-x64': { version: '2.0.0' },
  };
  expect(missingEntries(packages)).toEqual({});
});

test('the lock file of this project is complete (npm run fix completes it)', () => {
  const text = readFileSync(inRoot('package-lock.json'), 'utf8');
  expect(Object.keys(JSON.parse(text).packages).length).toBeGreaterThan(100);
  expect(missingEntries(JSON.parse(text).packages)).toEqual({});
  expect(completeLock(text)).toBe(text);
});
