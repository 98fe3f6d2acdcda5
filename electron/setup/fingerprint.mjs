import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

/**
 * One value for the content of files and folders; it changes when a name or a byte of them changes.
 * @param {readonly string[]} paths relative to the checkout; one that is missing counts as empty
 * @param {(path: string) => boolean} [isInput] which files count, by path relative to the checkout
 * @returns {Promise<string>}
 */
export async function fingerprint(paths, isInput = () => true) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path))) {
      const name = relative(root, file).replaceAll('\\', '/');
      if (!isInput(name)) continue;
      hash.update(`${name}\0`).update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Promise<string[]>} absolute, sorted
 */
async function filesBelow(path) {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return [];
  if (kind.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
