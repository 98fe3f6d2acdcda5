import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { FileProblem } from '#contract/schemas/file.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Stamp } from './entry.ts';
import { errorCode, problemOf } from './file-errors.ts';

/** Some systems lack these flags; there nothing they guard against exists. */
const flag = (name: 'O_NONBLOCK' | 'O_NOFOLLOW' | 'O_NOCTTY') => (constants as Readonly<Record<string, number>>)[name] ?? 0;

const OPEN_FLAGS = constants.O_RDONLY | flag('O_NONBLOCK') | flag('O_NOFOLLOW') | flag('O_NOCTTY');

/** Opens for reading only. A pipe put in a file's place does not hang the reader, and no link leads it elsewhere. Throws as `openSync` does. */
export function openQuietly(path: string): number {
  return openSync(path, OPEN_FLAGS);
}

const isSame = (a: Stats, b: Stats) => a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;

/** Opens a file for reading only, if it still is the file that the listing saw: same place on disk, same size, same time. */
export function openAsListed(path: string, listed: Stamp): Result<number, FileProblem> {
  let handle: number;
  try {
    handle = openQuietly(path);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    // It was no link when it was listed.
    return fail(errorCode(error) === 'ELOOP' ? 'changing' : problemOf(error));
  }
  const stats = fstatSync(handle);
  const same = stats.dev === listed.device && stats.ino === listed.inode && stats.size === listed.size && stats.mtimeMs === listed.modified;
  if (stats.isFile() && same) return ok(handle);
  closeSync(handle);
  return fail(stats.isFile() ? 'changing' : 'not-a-file');
}

/** All bytes of an open file, or 'changing' if it did not hold still while they were read. */
export function readWhole(handle: number, before: Stats): Result<Uint8Array<ArrayBuffer>, FileProblem> {
  const bytes = new Uint8Array(new ArrayBuffer(before.size)); // memory of its own, to be handed over to another thread
  let at = 0;
  try {
    while (at < bytes.length) {
      const count = readSync(handle, bytes, at, bytes.length - at, at);
      if (count === 0) return fail('changing');
      at += count;
    }
    const after = fstatSync(handle);
    if (after.nlink === 0) return fail('vanished');
    return isSame(before, after) ? ok(bytes) : fail('changing');
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return fail(problemOf(error));
  }
}

/** Reads a file as it was listed. `path` is absolute and is not a link. */
export function readBytes(path: string, listed: Stamp): Result<Uint8Array<ArrayBuffer>, FileProblem> {
  const opened = openAsListed(path, listed);
  if (!opened.ok) return opened;
  try {
    return readWhole(opened.value, fstatSync(opened.value));
  } finally {
    closeSync(opened.value);
  }
}

/** SHA-256, hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
