import { createHash, hash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { threadEntry } from '../thread-entry.ts';

const ROOM = 128 * 1024; // bytes of a file's first pieces
const OF_ITSELF = 4; // pieces of a file that are hashed sooner than a thread is told of it
const LONG_ROOM = 512 * 1024; // bytes of the pieces after these: to tell the thread of one takes as long as to hash much of it
const BEHIND = 8; // pieces that the thread may be behind by
const KEPT_SHORT = 24; // pieces of either length whose memory is kept to be used again
const KEPT_LONG = 8;

export type ToHasher = { readonly file: number; readonly bytes: Uint8Array; readonly ends: boolean };
export type FromHasher = { readonly room: ArrayBuffer; readonly file?: number; readonly sha256?: string };

/** The checksum of a file as it is written; null where the thread died over it. */
export type Sha256 = string | Promise<string | null>;

/** SHA-256 of files while they are written: of long ones by a thread of its own, started when the first is met; where there is no entry to start, all of them here. */
export class Digests {
  readonly #entry: URL | null;
  #worker: Worker | null = null;
  #isDead = false;
  #files = 0;
  #behind = 0;
  readonly #free: Buffer[] = [];
  readonly #freeLong: Buffer[] = [];
  readonly #asked = new Map<number, (sha256: string | null) => void>();
  #waiting: (() => void)[] = [];

  constructor(entry: URL | null = threadEntry('hash')) {
    this.#entry = entry;
    this.#isDead = entry === null || !existsSync(entry);
  }

  /** Begins with a file. */
  file(): FileDigest {
    return new FileDigest(this, (this.#files += 1));
  }

  /** Room for a piece. */
  room(isLong: boolean): Buffer {
    return isLong ? (this.#freeLong.pop() ?? Buffer.allocUnsafeSlow(LONG_ROOM)) : (this.#free.pop() ?? Buffer.allocUnsafeSlow(ROOM));
  }

  giveBack(room: Buffer): void {
    const [free, most] = room.length === LONG_ROOM ? [this.#freeLong, KEPT_LONG] : [this.#free, KEPT_SHORT];
    if (free.length < most) free.push(room);
  }

  /** Hands a piece to the thread. Says whether there is one. */
  hand(file: number, bytes: Buffer, ends: boolean): boolean {
    if (this.#isDead) return false;
    this.#worker ??= this.#start();
    this.#behind += 1;
    this.#worker.postMessage({ file, bytes, ends } satisfies ToHasher, [bytes.buffer as ArrayBuffer]);
    return true;
  }

  #start(): Worker {
    const worker = new Worker(this.#entry!);
    const died = () => {
      this.#isDead = true;
      this.#behind = 0;
      for (const answer of this.#asked.values()) answer(null);
      this.#asked.clear();
      this.#wake();
    };
    worker.on('message', ({ room, file, sha256 }: FromHasher) => {
      this.#behind -= 1;
      this.giveBack(Buffer.from(room));
      if (file !== undefined && sha256 !== undefined) {
        this.#asked.get(file)?.(sha256);
        this.#asked.delete(file);
      }
      if (this.#behind <= BEHIND) this.#wake();
    });
    worker.on('error', died);
    worker.on('exit', died);
    return worker;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** What the thread says of a file that was handed to it to its end. */
  ended(file: number): Promise<string | null> {
    return this.#isDead ? Promise.resolve(null) : new Promise((resolve) => this.#asked.set(file, resolve));
  }

  /** Waits for the thread where it is far behind. */
  async calm(): Promise<void> {
    if (this.#behind > BEHIND) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** The checksum of one file. */
export class FileDigest {
  readonly #digests: Digests;
  readonly #file: number;
  #full: Buffer[] = [];
  #room: Buffer | null = null;
  #filled = 0;
  #state: 'short' | 'handed' | 'lost' = 'short';
  #here: Hash | null = null;

  constructor(digests: Digests, file: number) {
    [this.#digests, this.#file] = [digests, file];
  }

  /** Adds bytes, which are copied, but where they can be hashed at once. */
  update(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      if (this.#here) {
        this.#here.update(bytes.subarray(from));
        return;
      }
      this.#room ??= this.#digests.room(this.#state !== 'short');
      const some = bytes.subarray(from, from + this.#room.length - this.#filled);
      this.#room.set(some, this.#filled);
      this.#filled += some.length;
      from += some.length;
      if (this.#filled === this.#room.length) this.#pass();
    }
  }

  /** A piece is full. */
  #pass(): void {
    this.#full.push(this.#room!);
    [this.#room, this.#filled] = [null, 0];
    if (this.#state !== 'short' || this.#full.length >= OF_ITSELF) this.#hand();
  }

  #hand(): void {
    for (const piece of this.#full.splice(0)) {
      if (this.#state === 'lost') this.#digests.giveBack(piece);
      else if (this.#here) this.#hereToo(piece, piece.length);
      else if (this.#digests.hand(this.#file, piece, false)) this.#state = 'handed';
      else if (this.#state === 'handed') this.#state = 'lost';
      else this.#hereToo(piece, piece.length);
    }
  }

  #hereToo(piece: Buffer, length: number): void {
    (this.#here ??= createHash('sha256')).update(piece.subarray(0, length));
    this.#digests.giveBack(piece);
  }

  /** The checksum of all that was added. Nothing more may be. */
  end(): Sha256 {
    const [room, length] = [this.#room, this.#filled];
    this.#room = null;
    if (this.#state === 'handed') {
      const bytes = (room ?? this.#digests.room(false)).subarray(0, length);
      const said = this.#digests.ended(this.#file);
      return this.#digests.hand(this.#file, bytes, true) ? said : Promise.resolve(null);
    }
    if (this.#state === 'lost') return Promise.resolve(null);
    if (this.#full.length === 0 && !this.#here) {
      const sha256 = hash('sha256', room ? room.subarray(0, length) : '', 'hex');
      if (room) this.#digests.giveBack(room);
      return sha256;
    }
    for (const piece of this.#full.splice(0)) this.#hereToo(piece, piece.length);
    if (room) this.#hereToo(room, length);
    return this.#here!.digest('hex');
  }
}
