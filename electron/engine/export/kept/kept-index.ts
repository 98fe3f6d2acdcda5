import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Where what is kept of a page lies in its file, and under which key. */
export type Place = { readonly offset: number; readonly length: number; readonly crc: number };

export const KEY = 16; // bytes of a key
export const ENTRY = 36; // bytes: page, key, offset, length, checksum
export const AT = { page: 0, key: 4, offset: 20, length: 28, crc: 32 } as const;
/** How many entries are read and written at once. */
export const BLOCK = 512;

const MAGIC = 'stetkept';
const HEAD = 24; // bytes: magic, form, number of entries, bytes of the file
const FORM = 1;
const TAIL = 4; // bytes: a checksum of all before

/** The beginning of an index of so many entries, of a file of so many bytes. */
export function indexHead(count: number, size: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write(MAGIC, 0, 'latin1');
  head.writeUInt32LE(FORM, 8);
  head.writeUInt32LE(count, 12);
  head.writeDoubleLE(size, 16);
  return head;
}

/** Its end, after bytes of that checksum. */
export function indexTail(crc: number): Buffer {
  const tail = Buffer.alloc(TAIL);
  tail.writeUInt32LE(crc);
  return tail;
}

/** Bytes of an index; fewer where there are no more. They may be others once it is asked again. */
type Bytes = (from: number, to: number) => Buffer;

/** An index as it was written: entries by page, each page once. Of one in a file only as much as was last asked for is in memory, and where each block begins. */
export class KeptIndex {
  static readonly EMPTY = KeptIndex.of(Buffer.concat([indexHead(0, 0), indexTail(crc32(indexHead(0, 0)))]))!;
  readonly count: number;
  readonly size: number; // bytes of the file that the entries are of
  readonly #bytes: Bytes;
  readonly #firsts: Uint32Array; // the page that each block begins with
  #block = -1; // that was read last
  #read: Buffer = Buffer.alloc(0);

  private constructor(bytes: Bytes, head: Buffer, firsts: Uint32Array) {
    this.#bytes = bytes;
    this.#firsts = firsts;
    this.count = head.readUInt32LE(12);
    this.size = head.readDoubleLE(16);
  }

  /** Null: these are not the bytes of an index, or not all of them. */
  static of(bytes: Buffer): KeptIndex | null {
    return KeptIndex.#over((from, to) => bytes.subarray(from, to), bytes.length);
  }

  /** The same of the bytes in a file, which has to stay open as long as it is asked. */
  static inFile(handle: number): KeptIndex | null {
    const room = Buffer.allocUnsafeSlow(BLOCK * ENTRY);
    return KeptIndex.#over((from, to) => {
      try {
        return room.subarray(0, readSync(handle, room, 0, to - from, from));
      } catch {
        return room.subarray(0, 0); // what cannot be read is not there
      }
    }, fstatSync(handle).size);
  }

  static #over(bytes: Bytes, length: number): KeptIndex | null {
    const head = Buffer.from(bytes(0, HEAD));
    if (length < HEAD + TAIL || head.length < HEAD || head.toString('latin1', 0, MAGIC.length) !== MAGIC || head.readUInt32LE(8) !== FORM) return null;
    const count = head.readUInt32LE(12);
    if (length !== HEAD + count * ENTRY + TAIL) return null;
    const firsts = new Uint32Array(Math.ceil(count / BLOCK));
    let crc = crc32(head);
    for (let block = 0; block < firsts.length; block += 1) {
      const read = bytes(...reach(block, count));
      if (read.length < ENTRY) return null;
      firsts[block] = read.readUInt32LE(AT.page);
      crc = crc32(read, crc);
    }
    const tail = bytes(length - TAIL, length);
    return tail.length === TAIL && tail.readUInt32LE() === crc ? new KeptIndex(bytes, head, firsts) : null;
  }

  /** Where a page lies, if it is kept under this key. */
  find(page: number, key: Uint8Array): Place | null {
    const at = this.#at(page);
    const read = this.#read;
    if (at === null || read.compare(key, 0, KEY, at + AT.key, at + AT.key + KEY) !== 0) return null;
    return { offset: read.readDoubleLE(at + AT.offset), length: read.readUInt32LE(at + AT.length), crc: read.readUInt32LE(at + AT.crc) };
  }

  /** Whether a page lies anywhere, under whatever key. */
  has(page: number): boolean {
    return this.#at(page) !== null;
  }

  /** Where in what was read the entry of a page is. */
  #at(page: number): number | null {
    const block = above(this.#firsts.length, (each) => this.#firsts[each]! <= page) - 1;
    if (block < 0) return null;
    if (block !== this.#block) [this.#read, this.#block] = [this.#bytes(...reach(block, this.count)), block];
    const entry = above(Math.floor(this.#read.length / ENTRY), (each) => this.#read.readUInt32LE(each * ENTRY + AT.page) < page);
    const at = entry * ENTRY;
    return at + ENTRY <= this.#read.length && this.#read.readUInt32LE(at + AT.page) === page ? at : null;
  }
}

/** From where to where a block of an index reaches. */
const reach = (block: number, count: number): readonly [from: number, to: number] => [HEAD + block * BLOCK * ENTRY, HEAD + Math.min((block + 1) * BLOCK, count) * ENTRY];

/** The first of so many numbers from 0 that is not below; all below come before it. */
function above(count: number, isBelow: (number: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An index file that is open. Whatever is wrong with it, it is an empty one. */
export class IndexFile {
  readonly index: KeptIndex;
  readonly #handle: number | null;

  constructor(path: string) {
    this.#handle = opened(path);
    const index = this.#handle === null ? null : KeptIndex.inFile(this.#handle);
    this.index = index ?? KeptIndex.EMPTY;
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null; // none is there
  }
}
