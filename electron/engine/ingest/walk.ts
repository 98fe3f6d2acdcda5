import { isUtf8 } from 'node:buffer';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileStem, isMarkupName } from '#core/metadata/file-stem.ts';
import type { Entry, Listing } from './entry.ts';
import { errorCode, problemOf } from './file-errors.ts';
import { lookAt, unseen } from './look.ts';
import { isExportManifest, isPassedOver, isPageName } from './passed-over.ts';

const MANIFEST = 'manifest.json';
const NOT_THERE: Listing = { folder: null, entries: [], closed: [] };

/** A name that is not UTF-8, with the bytes in question written as \xNN: it can be shown, and opened by nobody by mistake. */
function spellOut(name: Uint8Array): string {
  return Array.from(name, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`)).join('');
}

/** Of files that may be the same page, which is read: markup stands behind text, hOCR behind XML. */
const rank = (path: string) => (!isMarkupName(path) ? 0 : /\.xml$/iu.test(path) ? 1 : 2);

/** The files of one folder, those of markup marked that stand beside another file of the same name which is read: archives keep one page in several formats. */
function oneAPage(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ path }) => isMarkupName(path))) return entries;
  const first = new Map<string, string>();
  for (const { path, problem } of entries.toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1))) {
    if (problem === null && !first.has(fileStem(path))) first.set(fileStem(path), path);
  }
  return entries.map((entry) => (entry.problem === null && isMarkupName(entry.path) && first.get(fileStem(entry.path)) !== entry.path ? { ...entry, problem: 'same-page' } : entry));
}

/** What one folder holds: files to list, and folders to look into. Throws as `readdirSync` does. */
function lookInto(root: string, folder: string): { readonly entries: readonly Entry[]; readonly folders: readonly string[] } {
  const found = readdirSync(join(root, folder), { encoding: 'buffer', withFileTypes: true });
  const entries: Entry[] = [];
  const folders: string[] = [];
  for (const item of found) {
    const name = item.name.toString('utf8');
    if (name === MANIFEST && folder !== '' && isExportManifest(join(root, folder, name))) return { entries: [], folders: [] };
    if (isPassedOver(name) || (item.isFile() && !isPageName(name))) continue;
    const within = (text: string) => (folder === '' ? text : `${folder}/${text}`);
    if (!isUtf8(item.name)) {
      if (isPageName(name)) entries.push(unseen(within(spellOut(item.name)), 'bad-name'));
      continue;
    }
    const seen = lookAt(root, within(name));
    if (seen === 'folder') folders.push(within(name));
    else if (seen) entries.push(seen);
  }
  return { entries: oneAPage(entries), folders };
}

function rootOf(folder: string): { readonly path: string; readonly identity: NonNullable<Listing['folder']> } | null {
  try {
    const path = realpathSync(folder);
    const stats = statSync(path);
    return stats.isDirectory() ? { path, identity: { device: stats.dev, inode: stats.ino } } : null;
  } catch {
    return null; // whatever the reason, there is no folder to be read
  }
}

/**
 * Lists what is in the watched folder and below. Nothing is opened but what may be the manifest of an export, whose folder is passed over.
 * `folder` is an absolute path.
 */
export function walkFolder(folder: string): Listing {
  const root = rootOf(folder);
  if (!root) return NOT_THERE;
  const entries: Entry[] = [];
  const closed: string[] = [];
  const pending = [''];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    try {
      const found = lookInto(root.path, path);
      for (const entry of found.entries) entries.push(entry);
      for (const sub of found.folders) pending.push(sub);
    } catch (error) {
      if (errorCode(error) === '') throw error;
      if (path === '') return NOT_THERE;
      if (problemOf(error) === 'vanished') continue;
      closed.push(path);
      entries.push(unseen(path, problemOf(error)));
    }
  }
  entries.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  return { folder: root.identity, entries, closed };
}

/** Looks at one file again. Null if it is not there. */
export function lookAgain(folder: string, path: string): Entry | null {
  const root = rootOf(folder);
  const seen = root && lookAt(root.path, path);
  return seen === 'folder' ? null : seen;
}
