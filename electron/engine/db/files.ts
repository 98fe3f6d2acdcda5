import { closeSync, copyFileSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Syncs a file or folder to the disk. Windows has no way to sync a folder; there it is not needed for a rename to hold. */
export function syncToDisk(path: string, kind: 'file' | 'folder'): void {
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = openSync(path, kind === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a complete file its final name: synced, renamed, and the folder synced. Both paths are in one folder. */
export function moveIntoPlace(from: string, to: string): void {
  syncToDisk(from, 'file');
  renameSync(from, to);
  syncToDisk(dirname(to), 'folder');
}

/** Copies a file to a new place so that the place holds either nothing new or the whole of it. */
export function copyIntoPlace(from: string, to: string): void {
  const partial = `${to}.partial`;
  copyFileSync(from, partial);
  moveIntoPlace(partial, to);
}
