import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readSync, renameSync, rmSync, utimesSync, writevSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { KeptEntries } from './kept-entries.ts';
import { IndexFile, KeptIndex } from './kept-index.ts';
import type { Place } from './kept-index.ts';

const WINDOW = 1 << 18; // bytes read at once: what a processor has at hand until it is looked at and written
const BUFFERED = 1 << 20;

/** The files of kept pages: what they hold, where in it each page lies, and, while an export is made, where those lie that are to be kept. */
export const PAGES_ENDING = '.pages';
export const INDEX_ENDING = '.index';
export const ENTRIES_ENDING = '.entries';

/** What the file of a name without ending says that it holds; null: nothing. */
export const indexAt = (path: string): KeptIndex | null => (existsSync(path + INDEX_ENDING) ? KeptIndex.of(readFileSync(path + INDEX_ENDING)) : null);

/**
 * What pages came to when they were last exported in one way, in one file behind each other. It is only ever added to; the index beside it, replaced whole, says what of it
 * holds, so that whatever an interrupted export left behind it counts for nothing. Nobody waits until the disk has it: both bear checksums, and what a power cut took of
 * either is made again. Nothing here may keep an export from being made: what cannot be read is not there, what cannot be written is not kept.
 */
export class KeptPages {
  readonly #path: string;
  readonly #handle: number;
  readonly #entries: KeptEntries;
  #indexFile: IndexFile;
  #index: KeptIndex;
  readonly #allow: (bytes: number) => boolean;
  #window: Buffer = Buffer.alloc(0);
  #windowAt = 0;
  readonly #free: Buffer[] = [];
  readonly #given: Buffer[] = [];
  #pending: Buffer[] = [];
  #buffered = 0;
  #size: number;
  #live = 0;
  #added = 0;
  #isBroken = false;

  private constructor(path: string, handle: number, indexFile: IndexFile, index: KeptIndex, allow: (bytes: number) => boolean) {
    [this.#path, this.#handle, this.#indexFile, this.#index, this.#allow] = [path, handle, indexFile, index, allow];
    this.#entries = new KeptEntries(path + ENTRIES_ENDING);
    this.#size = index.size;
  }

  /** Opens the file of a name without ending, making it if it is not there. `allow` is asked before anything is added whether the disk has room. Throws the file system's errors. */
  static open(path: string, allow: (bytes: number) => boolean): KeptPages {
    const handle = openSync(path + PAGES_ENDING, existsSync(path + PAGES_ENDING) ? 'r+' : 'wx+');
    const indexFile = new IndexFile(path + INDEX_ENDING);
    const { index } = indexFile;
    const { size } = fstatSync(handle);
    const held = size < index.size ? KeptIndex.EMPTY : index;
    if (size > held.size) ftruncateSync(handle, held.size);
    return new KeptPages(path, handle, indexFile, held, allow);
  }

  /** Whether anything is kept of a page under a key: its bytes may yet turn out not to be those that were written. */
  has(page: number, key: Uint8Array): boolean {
    return this.#index.find(page, key) !== null;
  }

  /** What is kept of a page under a key, until `letGo`; null: nothing, or not the bytes that were written. It stays kept: under `as`, if that is another key. */
  get(page: number, key: Uint8Array, as = key): Buffer | null {
    const place = this.#index.find(page, key);
    const bytes = place && this.#whole(place);
    if (!bytes) return null;
    this.#retain(page, place, key, as);
    return bytes;
  }

  /** The same, but that it does not stay kept. */
  peek(page: number, key: Uint8Array): Buffer | null {
    const place = this.#index.find(page, key);
    return place && this.#whole(place);
  }

  /** Has what is kept of a page under a key stay kept, whatever it is: under `as`, if that is another key. */
  keep(page: number, key: Uint8Array, as = key): void {
    const place = this.#index.find(page, key);
    if (place) this.#retain(page, place, key, as);
  }

  #retain(page: number, place: Place, key: Uint8Array, as: Uint8Array): void {
    this.#note(page, as, place);
    this.#live += place.length;
    if (as !== key) this.#added += 1;
  }

  #note(page: number, key: Uint8Array, place: Place): void {
    if (!this.#isBroken) this.#try(() => this.#entries.add(page, key, place));
  }

  #whole({ offset, length, crc }: Place): Buffer | null {
    const bytes = this.#read(offset, length);
    return bytes && crc32(bytes) === crc ? bytes : null;
  }

  #read(offset: number, length: number): Buffer | null {
    if (offset < this.#windowAt || offset + length > this.#windowAt + this.#window.length) {
      const room = this.#room(length); // another one each time: what was given away may still wait to be written
      [this.#window, this.#windowAt] = [room.subarray(0, readSync(this.#handle, room, 0, room.length, offset)), offset];
    }
    const at = offset - this.#windowAt;
    return at + length <= this.#window.length ? this.#window.subarray(at, at + length) : null;
  }

  #room(length: number): Buffer {
    const free = length <= WINDOW ? this.#free.pop() : undefined;
    const room = free ?? Buffer.allocUnsafeSlow(Math.max(WINDOW, length));
    this.#given.push(room);
    return room;
  }

  /** Says that what was given away is no longer looked at: its memory is used again. */
  letGo(): void {
    const last = this.#given.at(-1); // the window is still read from
    this.#free.push(...this.#given.splice(0).filter((room) => room.length === WINDOW && room !== last));
    if (last) this.#given.push(last);
  }

  /** Keeps what a page came to. */
  put(page: number, key: Uint8Array, bytes: Buffer): void {
    if (this.#isBroken || !this.#allow(bytes.length)) return;
    this.#note(page, key, { offset: this.#size, length: bytes.length, crc: crc32(bytes) });
    this.#pending.push(bytes);
    this.#size += bytes.length;
    this.#live += bytes.length;
    this.#added += 1;
    this.#buffered += bytes.length;
    if (this.#buffered > BUFFERED) this.#try(() => this.#flush());
  }

  #flush(): void {
    let at = this.#size - this.#buffered;
    for (let parts = this.#pending; parts.length > 0;) {
      let written = writevSync(this.#handle, parts, at);
      at += written;
      let whole = 0;
      while (whole < parts.length && written >= parts[whole]!.length) written -= parts[whole++]!.length;
      parts = whole < parts.length ? [parts[whole]!.subarray(written), ...parts.slice(whole + 1)] : [];
    }
    this.#pending = [];
    this.#buffered = 0;
  }

  /** Makes what was taken and added since opening all that is kept. What is mostly out of date goes. */
  commit(): void {
    if (this.#isBroken) return;
    this.#try(() => {
      if (this.#size > 2 * this.#live) return this.drop();
      if (this.#added === 0 && this.#entries.count === this.#index.count) return utimesSync(this.#path + INDEX_ENDING, new Date(), new Date());
      this.#flush();
      this.#entries.write(`${this.#path}.partial`, this.#size);
      this.#indexFile.close(); // not every system puts another file in the place of an open one
      try {
        renameSync(`${this.#path}.partial`, this.#path + INDEX_ENDING);
      } finally {
        this.#indexFile = new IndexFile(this.#path + INDEX_ENDING);
        this.#index = this.#indexFile.index;
      }
      this.#added = 0;
    });
  }

  /** Whether there is anything to commit. */
  get hasNews(): boolean {
    return this.#added > 0;
  }

  /** Whether it takes anything yet: not once the disk did not. */
  get isOpen(): boolean {
    return !this.#isBroken;
  }

  #try(act: () => void): void {
    try {
      act();
    } catch {
      this.#isBroken = true; // a full disk, say: what was kept before still is
    }
  }

  /** Takes it away, the index first. */
  drop(): void {
    this.#isBroken = true;
    rmSync(this.#path + INDEX_ENDING, { force: true });
    ftruncateSync(this.#handle, 0);
  }

  close(): void {
    this.#entries.close();
    this.#indexFile.close();
    closeSync(this.#handle);
  }
}
