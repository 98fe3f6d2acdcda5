import { closeSync, fstatSync, readSync } from 'node:fs';
import { isMarkupName } from '#core/metadata/file-stem.ts';
import { openQuietly } from './read-bytes.ts';

const MANIFEST_HEAD = 65_536; // bytes
const OWN_MANIFEST = /"generator"\s*:\s*"stet"/;
const EXTENSION = /\.([^.\s/]{1,16})$/u;

/** Whether Stet passes over a file or folder of this name: hidden, a project, or something not finished yet. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || /\.(?:stet|partial)$/i.test(name);
}

/** Whether a file of this name is read: `.txt`, `.text` and names without extension, and markup, in which a page may be described. Pictures and PDFs keep them company. */
export function isPageName(name: string): boolean {
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
  return extension === undefined || extension === 'txt' || extension === 'text' || isMarkupName(name);
}

/** Whether a change at this path, below the watched folder, cannot matter. */
export function isPassedOverPath(path: string): boolean {
  return path.split('/').some(isPassedOver);
}

/** Whether this `manifest.json` is one that Stet's export wrote: such a folder is not read again as source. */
export function isExportManifest(path: string): boolean {
  const head = Buffer.alloc(MANIFEST_HEAD);
  try {
    const handle = openQuietly(path);
    try {
      return fstatSync(handle).isFile() && OWN_MANIFEST.test(head.subarray(0, readSync(handle, head)).toString('latin1'));
    } finally {
      closeSync(handle);
    }
  } catch {
    return false; // whatever it is, it is none that Stet can read
  }
}
