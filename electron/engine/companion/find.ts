import { readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, parse, relative, sep } from 'node:path';
import { fileStem } from '#core/metadata/file-stem.ts';
import type { Stamp } from '../ingest/entry.ts';
import { errorCode } from '../ingest/file-errors.ts';

/** A picture file beside a page's text file. */
export type FoundCompanion = {
  readonly name: string;
  readonly path: string; // absolute, without links in it
  readonly stamp: Stamp;
};

/** What accompanies a text; where there are several, the first of these is shown. */
const EXTENSIONS: readonly string[] = ['.png', '.jpg', '.jpeg', '.webp', '.tif', '.tiff', '.pdf'];

/** Names as people mean them: some systems store an accent apart from its letter. */
const alike = (name: string) => name.normalize('NFC').toLowerCase();

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The file of the watched folder that a name leads to. Null: it leads to none, or out of the folder. */
function fileBehind(root: string, path: string): Omit<FoundCompanion, 'name'> | null {
  const real = realpathSync(path);
  const stats = statSync(real);
  if (!stats.isFile() || !isWithin(root, real)) return null;
  return { path: real, stamp: { size: stats.size, modified: stats.mtimeMs, changed: stats.ctimeMs, device: stats.dev, inode: stats.ino } };
}

function rank(name: string, base: string): number {
  const { ext } = parse(name);
  return EXTENSIONS.indexOf(ext.toLowerCase()) * 2 + Number(name.slice(0, -ext.length) !== base);
}

/** Finds the picture beside a text file. `folder` is the watched one, `path` the text's below it. Opens nothing. */
export function findCompanion(folder: string, path: string): FoundCompanion | null {
  try {
    const root = realpathSync(folder);
    const { dir, base: file } = parse(join(root, path));
    const base = fileStem(file);
    const fits = (name: string) => {
      const { name: own, ext } = parse(name);
      return EXTENSIONS.includes(ext.toLowerCase()) && alike(own) === alike(base);
    };
    const names = readdirSync(dir).filter(fits).sort((a, b) => rank(a, base) - rank(b, base) || (a < b ? -1 : 1));
    for (const name of names) {
      const found = look(root, join(dir, name));
      if (found) return { name, ...found };
    }
    return null;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return null; // a folder that cannot be looked into has no pictures
  }
}

function look(root: string, path: string): Omit<FoundCompanion, 'name'> | null {
  try {
    return fileBehind(root, path);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return null; // gone since, or a link that leads nowhere
  }
}

/** A text that is another one as soon as the file is. */
export const markOf = ({ name, stamp }: FoundCompanion): string => `${name}:${stamp.size}:${stamp.modified}:${stamp.changed}:${stamp.inode}`;
