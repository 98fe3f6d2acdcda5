import { open, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import * as zlib from 'node:zlib'; // as a whole: a Node without crc32 still has to get as far as saying that it is too old

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const longestEnd = 22 + 0xffff;

/**
 * Unpacks plain files and folders of a zip file. A name that would lead out of the target, a link, an encrypted or
 * damaged entry ends it with an error.
 * @param {string} zipFile
 * @param {string} target folder, made if needed
 * @param {(name: string) => string | undefined} place where in the target an entry goes; undefined leaves it out
 * @returns {Promise<number>} how many files were written
 */
export async function unzip(zipFile, target, place) {
  const file = await open(zipFile);
  try {
    let written = 0;
    for (const entry of await readDirectory(file)) {
      const name = place(entry.name);
      if (name === undefined) continue;
      const path = within(target, name);
      if (entry.name.endsWith('/')) {
        await mkdir(path, { recursive: true });
        continue;
      }
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await readEntry(file, entry), { mode: entry.mode & 0o777 || 0o644 });
      written += 1;
    }
    return written;
  } finally {
    await file.close();
  }
}

/**
 * @param {string} target
 * @param {string} name
 */
function within(target, name) {
  const base = resolve(target);
  const path = resolve(base, name);
  if (path !== base && !path.startsWith(base + sep)) throw new Error(`zip: "${name}" leads out of the target folder`);
  return path;
}

/**
 * @typedef {{ name: string, method: number, mode: number, crc: number, packed: number, size: number, offset: number }} Entry
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== endOfDirectory) at -= 1;
  if (at < 0) throw new Error('zip: no directory found; the file is cut short or not a zip file');

  const count = tail.readUInt16LE(at + 10);
  const directory = await read(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  /** @type {Entry[]} */
  const entries = [];
  let position = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(position) !== directoryEntry) throw new Error('zip: the directory is damaged');
    const nameLength = directory.readUInt16LE(position + 28);
    const name = directory.toString('utf8', position + 46, position + 46 + nameLength);
    const attributes = directory.readUInt32LE(position + 38) >>> 16;
    if (directory.readUInt16LE(position + 8) & 1) throw new Error(`zip: "${name}" is encrypted`);
    if ((attributes & 0o170000) === 0o120000) throw new Error(`zip: "${name}" is a link`);
    entries.push({
      name,
      method: directory.readUInt16LE(position + 10),
      mode: attributes,
      crc: directory.readUInt32LE(position + 16),
      packed: directory.readUInt32LE(position + 20),
      size: directory.readUInt32LE(position + 24),
      offset: directory.readUInt32LE(position + 42),
    });
    position += 46 + nameLength + directory.readUInt16LE(position + 30) + directory.readUInt16LE(position + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Entry} entry
 */
async function readEntry(file, entry) {
  // The local header repeats the name and may carry other extra fields than the directory.
  const header = await read(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await read(file, start, entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`zip: "${entry.name}" is packed in an unknown way`);
  const bytes = entry.method === 0 ? packed : zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  if (bytes.length !== entry.size || zlib.crc32(bytes) !== entry.crc) throw new Error(`zip: "${entry.name}" is damaged`);
  return bytes;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function read(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('zip: the file is cut short');
  return buffer;
}
