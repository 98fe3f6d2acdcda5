import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import type { Scheme } from '#contract/schemas/project.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { exportTrouble } from '../export/trouble.ts';
import { liesIn } from './lies-in.ts';
import { kindOf, writeScheme } from './scheme-file.ts';

/** Writes a scheme into a file of the kind its name says, never in the watched folder. Returns how many topics. */
export async function saveScheme(path: string, watched: string, scheme: Scheme): Promise<Result<{ topics: number }, AppError>> {
  const kind = kindOf(path);
  if (kind === null) return fail({ code: 'scheme-file-kind', file: basename(path) });
  try {
    if (existsSync(watched) && (await liesIn(path, watched))) return fail({ code: 'target-inside-source' });
    await writeWhole(path, writeScheme(kind, scheme, scheme.topics), 'as-usual');
    return ok({ topics: scheme.topics.length });
  } catch (error) {
    const trouble = exportTrouble(error, path);
    if (!trouble) throw error;
    return fail(trouble);
  }
}
