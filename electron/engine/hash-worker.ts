import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { invariant } from '#util/invariant.ts';
import type { FromHasher, ToHasher } from './export/digests.ts';

// The entry of a hashing thread: bytes of files in, each piece of memory back when it was looked at, and a checksum a file when it has ended.
invariant(parentPort, 'a hash worker is started as a thread');
const port = parentPort;
const hashes = new Map<number, Hash>();

port.on('message', ({ file, bytes, ends }: ToHasher) => {
  const hash = hashes.get(file) ?? createHash('sha256');
  hashes.set(file, hash.update(bytes));
  if (ends) hashes.delete(file);
  const room = bytes.buffer as ArrayBuffer;
  port.postMessage({ room, ...(ends && { file, sha256: hash.digest('hex') }) } satisfies FromHasher, [room]);
});
