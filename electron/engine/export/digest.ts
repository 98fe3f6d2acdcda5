import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A file's length and SHA-256, read a piece at a time. Rejects with the file system's errors. */
export async function digestFile(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
