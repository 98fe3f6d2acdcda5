import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that says what is in an export, and the name by which it is known to be ours. */
export const MANIFEST = 'manifest.json';
export const GENERATOR = 'stet';

/** A file of the export as its manifest lists it. */
export type WrittenFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** The manifest of an export: its files, and the SHA-256 of the manifest itself. */
export type Manifest = { readonly files: readonly WrittenFile[]; readonly sha256: string };

/** Reads the manifest of an export. Null: there is none in the folder, or none of ours. */
export function readManifest(folder: string): Manifest | null {
  try {
    const text = readFileSync(join(folder, MANIFEST), 'utf8');
    const read = JSON.parse(text) as { readonly generator?: unknown; readonly files?: unknown } | null;
    if (read?.generator !== GENERATOR || !Array.isArray(read.files) || !read.files.every(isWritten)) return null;
    return { files: read.files, sha256: createHash('sha256').update(text).digest('hex') };
  } catch {
    return null;
  }
}

const isWritten = (file: unknown): file is WrittenFile => (
  typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string' && 'bytes' in file && typeof file.bytes === 'number' && 'sha256' in file && typeof file.sha256 === 'string'
);
