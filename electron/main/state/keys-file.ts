import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { AppError } from '#contract/app-error.ts';
import { keysSchema } from '#contract/schemas/project.ts';
import type { Keys } from '#contract/schemas/project.ts';
import { fileError } from '../projects/file-error.ts';
import { writeWhole } from '../../files/write-whole.ts';

const fileSchema = v.object({ stet: v.literal('keys'), version: v.literal(1), keys: keysSchema });
const LARGEST = 1_000_000; // bytes

/** Writes the keys a user has set into a file others can take them from. Gives the file's name. */
export async function writeKeysFile(path: string, keys: Keys): Promise<Result<{ readonly label: string }, AppError>> {
  const sorted = Object.fromEntries(Object.entries(keys).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  try {
    await writeWhole(path, `${JSON.stringify({ stet: 'keys', version: 1, keys: sorted }, null, 2)}\n`, 'as-usual');
  } catch (error) {
    return foreseen(error, { code: 'target-gone' });
  }
  return ok({ label: basename(path) });
}

/** Reads such a file. Which of its commands there are, and whether its keys go together, is the window's to say. */
export async function readKeysFile(path: string): Promise<Result<Keys, AppError>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > LARGEST) return fail({ code: 'not-a-keys-file', file: basename(path) });
      const parsed = v.safeParse(fileSchema, parseJson(await file.readFile('utf8')));
      return parsed.success ? ok(parsed.output.keys) : fail({ code: 'not-a-keys-file', file: basename(path) });
    } finally {
      await file.close();
    }
  } catch (error) {
    return foreseen(error, { code: 'not-a-keys-file', file: basename(path) });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function foreseen(error: unknown, gone: AppError): Result<never, AppError> {
  const known = fileError(error);
  if (known === null) throw error;
  return fail(known.code === 'folder-gone' ? gone : known);
}
