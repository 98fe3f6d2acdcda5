import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { AT, BLOCK, ENTRY, indexHead, indexTail } from './kept-index.ts';
import type { Place } from './kept-index.ts';

/** The entries of a file of kept pages while they come in: four bytes each, and the rest in a file once they are many. Throws the file system's errors. */
export class KeptEntries {
  readonly #path: string;
  readonly #last = Buffer.allocUnsafeSlow(BLOCK * ENTRY); // those that are not in the file
  readonly #block = Buffer.allocUnsafeSlow(BLOCK * ENTRY);
  #read = -1; // the block of the file that was read last
  #handle: number | null = null;
  #pages = new Uint32Array(BLOCK);
  #isSorted = true;
  count = 0;

  /** `path`: where that file is to be, while there is one. */
  constructor(path: string) {
    this.#path = path;
  }

  add(page: number, key: Uint8Array, { offset, length, crc }: Place): void {
    const [last, at] = [this.#last, (this.count % BLOCK) * ENTRY];
    last.writeUInt32LE(page, at + AT.page);
    last.set(key, at + AT.key);
    last.writeDoubleLE(offset, at + AT.offset);
    last.writeUInt32LE(length, at + AT.length);
    last.writeUInt32LE(crc, at + AT.crc);
    if (at + ENTRY === last.length) {
      this.#handle ??= openSync(this.#path, 'w+');
      writeAll(this.#handle, last, (this.count - BLOCK + 1) * ENTRY);
    }
    if (this.count > 0 && page <= this.#pages[this.count - 1]!) this.#isSorted = false;
    if (this.count === this.#pages.length) {
      const more = new Uint32Array(2 * this.count);
      more.set(this.#pages);
      this.#pages = more;
    }
    this.#pages[this.count] = page;
    this.count += 1;
  }

  /** Writes the index of a file of so many bytes: its entries by page, of each page the one added last, with a checksum. */
  write(path: string, size: number): void {
    const order = this.#isSorted ? null : this.#order();
    const count = order?.length ?? this.count;
    const handle = openSync(path, 'w');
    try {
      let bytes = 0;
      const put = (some: Buffer) => {
        writeAll(handle, some, bytes);
        bytes += some.length;
      };
      const head = indexHead(count, size);
      put(head);
      let crc = crc32(head);
      const block = Buffer.allocUnsafeSlow(BLOCK * ENTRY);
      for (let from = 0; from < count; from += BLOCK) {
        const some = Math.min(BLOCK, count - from);
        for (let k = 0; k < some; k += 1) this.#copy(order?.[from + k] ?? from + k, block, k * ENTRY);
        const written = block.subarray(0, some * ENTRY);
        put(written);
        crc = crc32(written, crc);
      }
      put(indexTail(crc));
    } finally {
      closeSync(handle);
    }
  }

  /** The entries by page, of each page the last. */
  #order(): Uint32Array {
    const pages = this.#pages;
    const sorted = Uint32Array.from({ length: this.count }, (_, k) => k).sort((a, b) => pages[a]! - pages[b]! || a - b);
    return sorted.filter((entry, at) => at + 1 === sorted.length || pages[entry] !== pages[sorted[at + 1]!]);
  }

  #copy(entry: number, into: Buffer, at: number): void {
    const block = Math.floor(entry / BLOCK);
    const isInFile = block < Math.floor(this.count / BLOCK);
    if (isInFile && block !== this.#read) {
      readSync(this.#handle!, this.#block, 0, this.#block.length, block * this.#block.length);
      this.#read = block;
    }
    const from = (entry % BLOCK) * ENTRY;
    (isInFile ? this.#block : this.#last).copy(into, at, from, from + ENTRY);
  }

  /** Lets go of the file. Nothing may be added any more. */
  close(): void {
    if (this.#handle === null) return;
    closeSync(this.#handle);
    rmSync(this.#path, { force: true });
    this.#handle = null;
  }
}

function writeAll(handle: number, bytes: Buffer, at: number): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written, bytes.length - written, at + written);
}
