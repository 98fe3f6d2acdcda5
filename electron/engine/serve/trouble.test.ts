import { expect, test } from 'vitest';
import { toAppError } from './trouble.ts';

const log = Object.assign(() => undefined, { bug: () => 'b1' });

test.each([
  [5, 'read-only'], // another process is writing
  [8, 'read-only-disk'],
  [14, 'read-only-disk'],
  [10, 'disk-error'],
  [522, 'disk-error'], // with the part of an extended code that says which operation failed
  [11, 'database-damaged'],
  [13, 'disk-full'],
  [1, 'bug'], // a mistake in a statement
])('what SQLite says with %i is told as %s', (sqliteCode, code) => {
  expect(toAppError(Object.assign(new Error('x'), { sqliteCode }), log)).toMatchObject({ code });
});

test.each([
  ['EROFS', 'no-permission'],
  ['ENOSPC', 'disk-full'],
  ['EIO', 'disk-error'],
])('what the file system says with %s is told as %s', (errno, code) => {
  expect(toAppError(Object.assign(new Error('x'), { code: errno, path: '/a' }), log)).toMatchObject({ code });
});
