import type { Chunk } from '#core/export/exporter.ts';

type Head = readonly (readonly [path: string, bytes: number, closes: 0 | 1])[];

const LENGTH = 4; // bytes that say how long the head is
const WIDEST = 3; // bytes of UTF-8 that a UTF-16 unit comes to at most

/** Room that chunks are packed into, used again for one after the other. */
export class Packer {
  #room = Buffer.allocUnsafeSlow(1 << 16);
  #at = 0;

  #take(bytes: number): void {
    if (this.#at + bytes <= this.#room.length) return;
    const room = Buffer.allocUnsafeSlow(Math.max(this.#at + bytes, 2 * this.#room.length));
    this.#room.copy(room, 0, 0, this.#at);
    this.#room = room;
  }

  #text(text: string): number {
    this.#take(text.length * WIDEST);
    const written = this.#room.write(text, this.#at, 'utf8');
    this.#at += written;
    return written;
  }

  #bytes(bytes: Uint8Array): number {
    this.#take(bytes.length);
    this.#room.set(bytes, this.#at);
    this.#at += bytes.length;
    return bytes.length;
  }

  /**
   * Chunks as bytes, for `unpackChunks`: what they hold, as UTF-8, then a head that says how long each is, and how long that is. Those of one file that follow on each other are
   * one. The bytes are a copy.
   */
  pack(chunks: readonly Chunk[]): Buffer {
    this.#at = 0;
    const head: [string, number, 0 | 1][] = [];
    for (const chunk of chunks) {
      const length = 'text' in chunk ? this.#text(chunk.text) : this.#bytes(chunk.bytes);
      const last = head.at(-1);
      if (last?.[0] === chunk.path && last[2] === 0) [last[1], last[2]] = [last[1] + length, chunk.closes ? 1 : 0];
      else head.push([chunk.path, length, chunk.closes ? 1 : 0]);
    }
    const said = this.#text(JSON.stringify(head satisfies Head));
    this.#take(LENGTH);
    this.#at = this.#room.writeUInt32LE(said, this.#at);
    const out = Buffer.allocUnsafeSlow(this.#at);
    this.#room.copy(out, 0, 0, this.#at);
    return out;
  }
}

/** The chunks that `pack` was given; they share the memory of `bytes`. */
export function unpackChunks(bytes: Buffer): readonly Chunk[] {
  const end = bytes.length - LENGTH;
  let at = 0;
  return (JSON.parse(bytes.toString('utf8', end - bytes.readUInt32LE(end), end)) as Head).map(([path, length, closes]) => {
    const chunk = { path, bytes: bytes.subarray(at, at + length) };
    at += length;
    return closes === 1 ? { ...chunk, closes: true } : chunk;
  });
}
