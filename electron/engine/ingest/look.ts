import { lstatSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FileProblem } from '#contract/schemas/file.ts';
import { NO_STAMP } from './entry.ts';
import type { Entry } from './entry.ts';
import { problemOf } from './file-errors.ts';
import { isPageName } from './passed-over.ts';

function entry(path: string, problem: FileProblem | null, stats: Stats | null, target: string | null = null): Entry {
  if (!stats) return { path, target, problem, ...NO_STAMP };
  return { path, target, problem, size: stats.size, modified: stats.mtimeMs, changed: stats.ctimeMs, device: stats.dev, inode: stats.ino };
}

/** What stands in the list for a path that cannot be looked at. */
export function unseen(path: string, problem: FileProblem): Entry {
  return entry(path, problem, null);
}

const isWithin = (folder: string, path: string) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** A link to a file of the watched folder is a second path to it. A link to a folder is never followed: what it holds is listed where it is. */
function lookAtLink(root: string, path: string, stats: Stats): Entry | null {
  try {
    const target = realpathSync(join(root, path));
    const found = statSync(target);
    if (found.isDirectory()) {
      if (isWithin(target, join(root, path))) return entry(path, 'link-loop', stats);
      return isWithin(root, target) ? null : entry(path, 'link-outside', stats);
    }
    if (!isPageName(path)) return null;
    if (!isWithin(root, target)) return entry(path, 'link-outside', stats);
    return found.isFile() ? entry(path, null, found, relative(root, target).split(sep).join('/')) : entry(path, 'not-a-file', stats);
  } catch (error) {
    const problem = problemOf(error);
    return isPageName(path) ? entry(path, problem === 'vanished' ? 'not-a-file' : problem, stats) : null;
  }
}

/** Looks at one path below `root`, an absolute path without links in it. Null: nothing is there, or nothing that concerns Stet. Opens nothing. */
export function lookAt(root: string, path: string): Entry | 'folder' | null {
  try {
    const stats = lstatSync(join(root, path));
    if (stats.isDirectory()) return 'folder';
    if (stats.isSymbolicLink()) return lookAtLink(root, path, stats);
    return isPageName(path) ? entry(path, stats.isFile() ? null : 'not-a-file', stats) : null;
  } catch (error) {
    const problem = problemOf(error);
    return problem !== 'vanished' && isPageName(path) ? unseen(path, problem) : null;
  }
}
