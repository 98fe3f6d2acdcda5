import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFolder } from './known-projects.ts';

/** The folder of the user's own copy: the first of the names under which there is one, else the first. Gives its path. */
export async function samplesFolder(home: string, names: readonly [string, ...string[]]): Promise<string> {
  for (const name of names) if (await isFolder(join(home, name))) return join(home, name);
  return join(home, names[0]);
}

/**
 * Copies the samples, which are the .txt files of a folder and those below it, to a folder of the user's own. A file that is there
 * already, changed perhaps, is left as it is.
 */
export async function copySamples(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copySamples(source, target);
    else if (entry.name.endsWith('.txt')) {
      await mkdir(to, { recursive: true });
      await writeNew(target, await readFile(source));
    }
  }
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
