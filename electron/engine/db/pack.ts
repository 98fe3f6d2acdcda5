import { deflateSync, inflateSync } from 'node:zlib';
import { DamagedError } from './sqlite-error.ts';

/**
 * JSON as compressed bytes. The zlib form carries a checksum, so that bytes which changed on the disk are noticed:
 * SQLite itself only notices when its own structure is hurt.
 */
export function pack(value: unknown): Uint8Array {
  return deflate(Buffer.from(JSON.stringify(value), 'utf8'));
}

// Small tables: most of what is packed is a few hundred bytes, for which those of a usual size take longer to be made than to be used.
const SMALL = { level: 1, windowBits: 12, memLevel: 6, chunkSize: 4096 } as const;
const MUCH = 16_384; // bytes, from which on they would tell

/** Bytes in the zlib form, for `inflate`. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, bytes.length < MUCH ? SMALL : { level: 1 });
}

/** The value that `pack` was given. The caller vouches for its type. Throws DamagedError if the bytes are not as they were written. */
export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(inflate(bytes).toString('utf8')) as T;
}

/** Inflates bytes of the zlib form. Throws DamagedError as above. */
export function inflate(bytes: Uint8Array): Buffer {
  try {
    return inflateSync(bytes);
  } catch (error) {
    throw new DamagedError('stored bytes do not match their checksum', { cause: error });
  }
}
