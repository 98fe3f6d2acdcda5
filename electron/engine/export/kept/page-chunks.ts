import type { Chunk } from '#core/export/exporter.ts';

type Head = readonly (readonly [path: string, bytes: number, closes: 0 | 1])[];

const LENGTH = 4; // bytes that say how long the head is

/** Chunks as bytes, for `unpackChunks`: a head that says how long each is, and what they hold, as UTF-8. Those of one file that follow on each other are one. */
export function packChunks(chunks: readonly Chunk[]): Buffer {
  const head: [string, number, 0 | 1][] = [];
  const bodies = chunks.map((chunk) => {
    const bytes = 'text' in chunk ? Buffer.from(chunk.text, 'utf8') : chunk.bytes;
    const last = head.at(-1);
    if (last?.[0] === chunk.path && last[2] === 0) [last[1], last[2]] = [last[1] + bytes.length, chunk.closes ? 1 : 0];
    else head.push([chunk.path, bytes.length, chunk.closes ? 1 : 0]);
    return bytes;
  });
  const said = Buffer.from(JSON.stringify(head satisfies Head), 'utf8');
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(said.length);
  return Buffer.concat([length, said, ...bodies]);
}

/** The chunks that `packChunks` was given; they share the memory of `bytes`. */
export function unpackChunks(bytes: Buffer): readonly Chunk[] {
  let at = LENGTH + bytes.readUInt32LE(0);
  return (JSON.parse(bytes.toString('utf8', LENGTH, at)) as Head).map(([path, length, closes]) => {
    const chunk = { path, bytes: bytes.subarray(at, at + length) };
    at += length;
    return closes === 1 ? { ...chunk, closes: true } : chunk;
  });
}
