import { crc32 } from 'node:zlib';

/** Where what is kept of a page lies in its file, and under which key. */
export type Place = { readonly offset: number; readonly length: number; readonly crc: number };

export const KEY = 16; // bytes of a key
const MAGIC = 'stetkept';
const HEAD = 24; // bytes: magic, form, number of entries, bytes of the file
const FORM = 1;
const ENTRY = 36; // bytes: page, key, offset, length, checksum

const AT = { page: 0, key: 4, offset: 20, length: 28, crc: 32 } as const;

/** The entries of a file of kept pages, thirty-six bytes each, while they come in. */
export class KeptEntries {
  #bytes = Buffer.alloc(ENTRY * 256);
  count = 0;

  add(page: number, key: Uint8Array, { offset, length, crc }: Place): void {
    const at = this.count * ENTRY;
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(at)]);
    this.#bytes.writeUInt32LE(page, at + AT.page);
    this.#bytes.set(key, at + AT.key);
    this.#bytes.writeDoubleLE(offset, at + AT.offset);
    this.#bytes.writeUInt32LE(length, at + AT.length);
    this.#bytes.writeUInt32LE(crc, at + AT.crc);
    this.count += 1;
  }

  /** The index of a file of so many bytes: its entries by page, of each page the one added last, with a checksum. */
  toBytes(size: number): Buffer {
    const sorted = Uint32Array.from({ length: this.count }, (_, k) => k).sort((a, b) => this.#page(a) - this.#page(b) || a - b);
    const order = sorted.filter((entry, at) => at + 1 === sorted.length || this.#page(entry) !== this.#page(sorted[at + 1]!));
    const out = Buffer.alloc(HEAD + order.length * ENTRY + 4);
    out.write(MAGIC, 0, 'latin1');
    out.writeUInt32LE(FORM, 8);
    out.writeUInt32LE(order.length, 12);
    out.writeDoubleLE(size, 16);
    order.forEach((from, to) => this.#bytes.copy(out, HEAD + to * ENTRY, from * ENTRY, (from + 1) * ENTRY));
    out.writeUInt32LE(crc32(out.subarray(0, -4)), out.length - 4);
    return out;
  }

  #page(entry: number): number {
    return this.#bytes.readUInt32LE(entry * ENTRY + AT.page);
  }
}

/** An index as it was written. */
export class KeptIndex {
  static readonly EMPTY = new KeptIndex(new KeptEntries().toBytes(0));
  readonly #bytes: Buffer;
  readonly count: number;
  readonly size: number; // bytes of the file that the entries are of

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.count = bytes.readUInt32LE(12);
    this.size = bytes.readDoubleLE(16);
  }

  /** Null: these are not the bytes of an index, or not all of them. */
  static of(bytes: Buffer): KeptIndex | null {
    if (bytes.length < HEAD + 4 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC || bytes.readUInt32LE(8) !== FORM) return null;
    return bytes.length === HEAD + bytes.readUInt32LE(12) * ENTRY + 4 && crc32(bytes.subarray(0, -4)) === bytes.readUInt32LE(bytes.length - 4) ? new KeptIndex(bytes) : null;
  }

  /** Where a page lies, if it is kept under this key. */
  find(page: number, key: Uint8Array): Place | null {
    const at = this.#at(page);
    if (at === null || this.#bytes.compare(key, 0, KEY, at + AT.key, at + AT.key + KEY) !== 0) return null;
    return { offset: this.#bytes.readDoubleLE(at + AT.offset), length: this.#bytes.readUInt32LE(at + AT.length), crc: this.#bytes.readUInt32LE(at + AT.crc) };
  }

  /** Whether a page lies anywhere, under whatever key. */
  has(page: number): boolean {
    return this.#at(page) !== null;
  }

  #at(page: number): number | null {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#bytes.readUInt32LE(HEAD + middle * ENTRY + AT.page) < page) low = middle + 1;
      else high = middle;
    }
    const at = HEAD + low * ENTRY;
    return low < this.count && this.#bytes.readUInt32LE(at + AT.page) === page ? at : null;
  }
}
