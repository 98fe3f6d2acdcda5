import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Puts text into a file: written beside its place, synced, renamed. A reader finds the old text or the new. */
export async function putFile(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.partial`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Whether a file would lie in a folder or below it, links followed. */
export async function liesIn(path: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(dirname(path)));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}
