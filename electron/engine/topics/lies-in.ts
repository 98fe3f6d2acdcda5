import { realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';

/** Whether a file would lie in a folder or below it, links followed. */
export async function liesIn(path: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(dirname(path)));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}
