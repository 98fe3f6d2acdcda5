import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** The file that says what is in an export, and the name by which it is known to be ours. */
export const MANIFEST = 'manifest.json';
export const GENERATOR = 'stet';

/** A file of the export as its manifest lists it. */
export type WrittenFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** The manifest of an export: its files, read anew each time they are gone through, how many they are, and the SHA-256 of the manifest itself. */
export type Manifest = { readonly files: Iterable<WrittenFile>; readonly count: number; readonly sha256: string };

const READ = 1 << 16; // bytes at once
const FILES = '"files": [';

/** Reads the manifest of an export. Null: there is none in the folder, or none of ours. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, MANIFEST);
  try {
    return readByLine(path) ?? readWhole(path);
  } catch {
    return null;
  }
}

/** One as an export writes it, a line a file, of which there may be a million; null: it stands otherwise. */
function readByLine(path: string): Manifest | null {
  const hash = createHash('sha256');
  let around = ''; // all but the files
  let place: 'before' | 'files' | 'after' = 'before';
  let [count, isMore] = [0, true]; // whether another file may follow
  for (const line of linesOf(path, (bytes) => hash.update(bytes))) {
    if (place === 'files' && isMore && fileOf(line)) {
      count += 1;
      isMore = line.endsWith(',');
    } else if (place === 'files' && line === '],' && (count === 0 || !isMore)) {
      place = 'after';
    } else if (place === 'files') {
      return null;
    }
    if (place !== 'files') around += `${line}\n`;
    if (place === 'before' && line === FILES) place = 'files';
  }
  return place === 'after' && isOurs(parsed(around)) ? { files: { [Symbol.iterator]: () => filesOf(path) }, count, sha256: hash.digest('hex') } : null;
}

function* filesOf(path: string): Generator<WrittenFile, void> {
  let isListed = false;
  for (const line of linesOf(path)) {
    const file = isListed ? fileOf(line) : null;
    if (file) yield file;
    else if (isListed) return;
    if (line === FILES) isListed = true;
  }
}

function fileOf(line: string): WrittenFile | null {
  const file = line.startsWith('{') ? parsed(line.endsWith(',') ? line.slice(0, -1) : line) : null;
  return isWritten(file) ? file : null;
}

/** One that somebody put into another form. */
function readWhole(path: string): Manifest | null {
  const bytes = readFileSync(path);
  const read = parsed(bytes.toString('utf8'));
  return isOurs(read) && read.files.every(isWritten) ? { files: read.files, count: read.files.length, sha256: createHash('sha256').update(bytes).digest('hex') } : null;
}

function* linesOf(path: string, seen: (bytes: Uint8Array) => void = () => {}): Generator<string, void> {
  const handle = openSync(path, 'r');
  try {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const room = Buffer.allocUnsafe(READ);
    let left = '';
    for (let read = readSync(handle, room); read > 0; read = readSync(handle, room)) {
      const bytes = room.subarray(0, read);
      seen(bytes);
      const lines = (left + decoder.decode(bytes, { stream: true })).split('\n');
      left = lines.pop()!;
      yield* lines;
    }
    yield left + decoder.decode();
  } finally {
    closeSync(handle);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isOurs = (read: unknown): read is { readonly files: readonly unknown[] } => (
  typeof read === 'object' && read !== null && 'generator' in read && read.generator === GENERATOR && 'files' in read && Array.isArray(read.files)
);

const isWritten = (file: unknown): file is WrittenFile => (
  typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string' && 'bytes' in file && typeof file.bytes === 'number' && 'sha256' in file && typeof file.sha256 === 'string'
);
