import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const blockSize = 512;

/**
 * Takes one file out of a .tgz without holding it in memory.
 * @param {string} archive
 * @param {string} wanted the file's name in the archive
 * @param {string} target where it is written
 * @returns {Promise<void>} fails if the archive does not hold it or is cut short
 */
export async function extractFromTgz(archive, wanted, target) {
  const out = createWriteStream(target);
  const source = createReadStream(archive);
  const unpacked = source.pipe(createGunzip());
  source.once('error', (error) => unpacked.destroy(error));

  let pending = Buffer.alloc(0);
  let left = 0; // bytes of the current file still to come
  let padding = 0; // bytes after it, up to the next block
  let writing = false;
  let found = false;
  for await (const chunk of unpacked) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length > 0) {
      if (left > 0) {
        const part = pending.subarray(0, left);
        if (writing && !out.write(part)) await once(out, 'drain');
        left -= part.length;
        pending = pending.subarray(part.length);
      } else if (padding > 0) {
        const skipped = Math.min(padding, pending.length);
        padding -= skipped;
        pending = pending.subarray(skipped);
      } else if (pending.length >= blockSize) {
        const header = readHeader(pending);
        pending = pending.subarray(blockSize);
        left = header.size;
        padding = (blockSize - (left % blockSize)) % blockSize;
        writing = header.isFile && header.name === wanted;
        found ||= writing;
      } else break;
    }
  }
  out.end();
  await finished(out);
  if (!found) throw new Error(`${archive} does not hold ${wanted}`);
  if (left > 0) throw new Error(`${archive} is cut short`);
}

/** @param {Buffer} block */
function readHeader(block) {
  const text = (/** @type {number} */ from, /** @type {number} */ to) => {
    const field = block.toString('utf8', from, to);
    const end = field.indexOf('\0');
    return end === -1 ? field : field.slice(0, end);
  };
  const prefix = text(345, 500);
  const kind = text(156, 157);
  return {
    name: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size: parseInt(text(124, 136).trim() || '0', 8),
    isFile: kind === '0' || kind === '',
  };
}
