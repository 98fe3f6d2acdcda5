import { deflateSync, inflateSync } from 'node:zlib';
import type { DatabaseName } from './migrations/migrations.ts';
import { DamagedError } from './sqlite-error.ts';

/**
 * JSON as compressed bytes. The zlib form carries a checksum, so that bytes which changed on the disk are noticed:
 * SQLite itself only notices when its own structure is hurt.
 */
export function pack(value: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  return bytes.length < LITTLE ? stored(bytes) : deflate(bytes);
}

const LITTLE = 2_048; // bytes, below which compressing costs a mass change as much as writing them: what one act does to a page is less

/** Fewer than 65,536 bytes in the zlib form, for `inflate`, uncompressed: a header, one last stored block with its length and that length's complement, and the checksum (RFC 1950, RFC 1951 3.2.4). */
export function stored(bytes: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length + 11);
  out.set([0x78, 0x01, 0x01]);
  out.writeUInt16LE(bytes.length, 3);
  out.writeUInt16LE(bytes.length ^ 0xffff, 5);
  out.set(bytes, 7);
  out.writeUInt32BE(adler32(bytes), bytes.length + 7);
  return out;
}

const STRETCH = 1_024; // bytes whose sums are still small integers

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += STRETCH) {
    const end = Math.min(from + STRETCH, bytes.length);
    for (let at = from; at < end; at += 1) {
      low += bytes[at]!;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return high * 65_536 + low;
}

// Small tables: most of what is packed is a few hundred bytes, for which those of a usual size take longer to be made than to be used.
const SMALL = { level: 1, windowBits: 12, memLevel: 6, chunkSize: 4096 } as const;
const MUCH = 16_384; // bytes, from which on they would tell

/** Bytes in the zlib form, for `inflate`. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, bytes.length < MUCH ? SMALL : { level: 1 });
}

/** Room to give zlib beside the size of what it unpacks: bytes that it wants left over to see that it is at the end, and never so few in all that it refuses. */
export const SPARE = 64;

/** The value that `pack` was given. The caller vouches for its type. Throws DamagedError if the bytes are not as they were written. */
export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(inflate(bytes).toString('utf8')) as T;
}

/** What `stored` was given, without asking zlib, which takes longer to be made ready than the rest takes; null where the bytes are of another form, or not as they were. */
function unstored(bytes: Uint8Array): Buffer | null {
  const { buffer, byteOffset, length } = bytes;
  if (length < 11 || bytes[0] !== 0x78 || bytes[1] !== 0x01 || bytes[2] !== 0x01) return null;
  const all = Buffer.from(buffer, byteOffset, length);
  const size = all.readUInt16LE(3);
  if (size !== length - 11 || (size ^ 0xffff) !== all.readUInt16LE(5)) return null;
  const plain = all.subarray(7, length - 4);
  return adler32(plain) === all.readUInt32BE(length - 4) ? plain : null;
}

/** Inflates bytes of the zlib form that are stored in a database. `size`: how many they become, where that is known: they then come in one piece. Throws DamagedError as above. */
export function inflate(bytes: Uint8Array, of: DatabaseName = 'project', size = 0): Buffer {
  const plain = unstored(bytes);
  if (plain) return plain;
  try {
    return size > 0 ? inflateSync(bytes, { chunkSize: size + SPARE }) : inflateSync(bytes);
  } catch (error) {
    throw new DamagedError('stored bytes do not match their checksum', of, { cause: error });
  }
}
