import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { exportTrouble } from '../export/trouble.ts';
import { errorCode } from '../ingest/file-errors.ts';
import { liesIn } from '../topics/lies-in.ts';
import { readList, writeList } from './accepted-file.ts';
import type { ReadList } from './accepted-file.ts';
import type { ListedWording } from './accepted-table.ts';

const MOST_BYTES = 8 * 1024 * 1024;

/** Reads a list from a file the user has chosen. */
export async function loadList(path: string): Promise<Result<ReadList, AppError>> {
  const unreadable = { code: 'list-file-unreadable', file: basename(path) } as const;
  try {
    const read = (await stat(path)).size > MOST_BYTES ? null : readList(await readFile(path));
    return read === null ? fail(unreadable) : ok(read);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return fail(unreadable);
  }
}

/** Writes a list into a file, never in the watched folder. Returns how many wordings. */
export async function saveList(path: string, watched: string, rows: readonly ListedWording[]): Promise<Result<{ wordings: number }, AppError>> {
  try {
    if (existsSync(watched) && (await liesIn(path, watched))) return fail({ code: 'target-inside-source' });
    await writeWhole(path, writeList(rows), 'as-usual');
    return ok({ wordings: rows.length });
  } catch (error) {
    const trouble = exportTrouble(error, path);
    if (!trouble) throw error;
    return fail(trouble);
  }
}
