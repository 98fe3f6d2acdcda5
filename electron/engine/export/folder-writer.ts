import { closeSync, existsSync, fsync, mkdirSync, openSync, opendirSync, readdirSync, readSync, renameSync, rmdirSync, rmSync, writeFileSync, writevSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { invariant } from '#util/invariant.ts';
import { syncToDisk } from '../db/files.ts';
import { digestFile } from './digest.ts';
import { Digests } from './digests.ts';
import type { FileDigest } from './digests.ts';
import { GENERATOR, MANIFEST } from './read-manifest.ts';
import type { WrittenFile } from './read-manifest.ts';
import { differences, linkUnchanged, putPending, replacingSteps } from './replace-folder.ts';
import type { Differences } from './replace-folder.ts';

type OpenFile = { readonly handle: number; readonly digest: FileDigest; bytes: number; unsynced: number; syncing: Promise<void> | null };

const MARK = '.stet-export'; // in a folder that is not finished
const MOST_OPEN = 64;
const BUFFERED = 256 * 1024; // about what a processor has at hand
const MOST_BUFFERED = 4 * BUFFERED;
const UNSYNCED = 8 * 1024 * 1024; // bytes of a file that the disk is told to write while more of it is made
const BEGINNING = 4_096; // bytes
const MOST_FOLDERS = 1_000; // that are remembered
const TOGETHER = 96; // files that are synced at once: half the work for the disk of each by itself, or of some while others are made

/**
 * Writes a folder whole or not at all: everything goes into NAME.partial beside its place, is synced, and the folder is renamed
 * once. Throws the file system's errors; after one, `abandon` leaves nothing behind. A file may be added to until it is closed,
 * which `finish` does; to add to one that was is an error of the file system (EEXIST).
 */
export class FolderWriter {
  readonly #target: string;
  readonly #partial: string;
  readonly #open = new Map<string, OpenFile>();
  readonly #pending = new Map<string, (string | Uint8Array)[]>();
  readonly #folders = new Set<string>(); // that were made
  #areAllKnown = true;
  readonly #digests: Digests;
  readonly #written: { readonly path: string; readonly bytes: number; sha256: string | null }[] = []; // null: not reckoned yet
  readonly #reckoning: Promise<unknown>[] = [];
  #buffered = 0;
  readonly #unsynced: OpenFile[] = []; // and closed to whoever writes
  #trouble: Error | null = null;
  #isAbandoned = false;

  /** `target` must not be there. A partial folder that an earlier attempt left is taken away first. `hasher`: where the entry of the hashing thread is, where not where the bundle has it; null: no thread is started. */
  constructor(target: string, hasher?: URL | null) {
    this.#digests = new Digests(hasher);
    this.#target = target;
    this.#partial = partialOf(target);
    // Only what we made ourselves is ever taken away: a folder of this name that does not say so is somebody's.
    if (isOurs(this.#partial)) rmSync(this.#partial, { recursive: true });
    mkdirSync(this.#partial);
    writeFileSync(join(this.#partial, MARK), '');
    this.#folders.add(this.#partial);
  }

  /** Adds text, as UTF-8, or bytes to the end of a file. `path` is below the folder, with `/`. */
  append(path: string, part: string | Uint8Array): void {
    const parts = this.#pending.get(path);
    if (parts) parts.push(part);
    else this.#pending.set(path, [part]);
    this.#buffered += part.length;
    if (this.#buffered > MOST_BUFFERED) this.flush();
  }

  /** Whether so much waits for the file system that it is time for `flush`; unless it is called, it happens by itself later. */
  get isFull(): boolean {
    return this.#buffered > BUFFERED;
  }

  /** Gives everything added so far to the file system. */
  flush(): void {
    for (const [path, parts] of this.#pending) this.#write(path, bytesOf(parts));
    this.#pending.clear();
    this.#buffered = 0;
  }

  /** Closes a file that nothing more will be added to. */
  close(path: string): void {
    const parts = this.#pending.get(path);
    if (parts) {
      this.#pending.delete(path);
      this.#write(path, bytesOf(parts));
    }
    const file = this.#open.get(path);
    if (file) this.#closeFile(path, file);
  }

  #write(path: string, parts: readonly Uint8Array[]): void {
    const file = this.#open.get(path) ?? this.#openFile(path);
    for (let left = parts.filter(({ length }) => length > 0); left.length > 0;) {
      let written = writevSync(file.handle, left);
      let whole = 0;
      while (whole < left.length && written >= left[whole]!.length) written -= left[whole++]!.length;
      left = whole < left.length ? [left[whole]!.subarray(written), ...left.slice(whole + 1)] : [];
    }
    for (const part of parts) {
      file.digest.update(part);
      file.bytes += part.length;
      file.unsynced += part.length;
    }
    if (file.unsynced < UNSYNCED || file.syncing) return;
    file.unsynced = 0;
    file.syncing = this.#sync(file.handle).finally(() => (file.syncing = null));
  }

  #openFile(path: string): OpenFile {
    invariant(this.#open.size < MOST_OPEN, 'files are closed before others are opened');
    const full = join(this.#partial, ...path.split('/'));
    if (!this.#folders.has(dirname(full))) {
      mkdirSync(dirname(full), { recursive: true });
      if (this.#folders.size > MOST_FOLDERS) this.#forgetFolders();
      for (let folder = dirname(full); folder.length > this.#partial.length; folder = dirname(folder)) this.#folders.add(folder);
    }
    const file: OpenFile = { handle: openSync(full, 'wx'), digest: this.#digests.file(), bytes: 0, unsynced: 0, syncing: null };
    this.#open.set(path, file);
    return file;
  }

  #forgetFolders(): void {
    this.#folders.clear();
    this.#areAllKnown = false;
  }

  /** The folders that there are. */
  #allFolders(): Iterable<string> {
    return this.#areAllKnown ? this.#folders : foldersFrom(this.#partial);
  }

  #closeFile(path: string, file: OpenFile): void {
    this.#open.delete(path);
    this.#unsynced.push(file);
    const sha256 = file.digest.end();
    const written = { path, bytes: file.bytes, sha256: typeof sha256 === 'string' ? sha256 : null };
    this.#written.push(written);
    if (typeof sha256 !== 'string') this.#reckoning.push(this.#reckon(written, sha256));
  }

  /** Waits for a checksum. Where nobody came to it the file tells, which has it all by now. */
  async #reckon(written: { readonly path: string; sha256: string | null }, sha256: Promise<string | null>): Promise<void> {
    try {
      written.sha256 = (await sha256) ?? (this.#isAbandoned ? '' : (await digestFile(join(this.#partial, ...written.path.split('/')))).sha256);
    } catch (error) {
      this.#trouble ??= error as Error;
    }
  }

  /** Has the disk write what a file holds. What goes wrong is thrown by whoever waits for it. */
  #sync(handle: number): Promise<void> {
    return new Promise((resolve) => {
      fsync(handle, (error) => {
        this.#trouble ??= error;
        resolve();
      });
    });
  }

  /** Waits for the disk where more than `most` closed files have still to reach it. To be called now and then while many files are written. */
  async calm(most = TOGETHER): Promise<void> {
    await this.#digests.calm();
    if (this.#unsynced.length > most) await this.#syncAll();
    if (this.#trouble) throw this.#trouble;
  }

  async #syncAll(): Promise<void> {
    const files = this.#unsynced.splice(0);
    await Promise.all(files.map(async ({ handle, syncing }) => {
      await syncing;
      await this.#sync(handle);
    }));
    for (const { handle } of files) closeSync(handle);
  }

  /** Closes every file, but those named. */
  closeAll(...but: readonly string[]): void {
    this.flush();
    for (const [path, file] of this.#open) if (!but.includes(path)) this.#closeFile(path, file);
  }

  /** The files closed since this was last asked, in that order, up to the first whose checksum is not reckoned yet. */
  takeWritten(): readonly WrittenFile[] {
    const open = this.#written.findIndex(({ sha256 }) => sha256 === null);
    return this.#written.splice(0, open < 0 ? this.#written.length : open) as WrittenFile[];
  }

  /** Waits for the checksums of all files that were closed. */
  async reckoned(): Promise<void> {
    await Promise.all(this.#reckoning.splice(0));
    if (this.#trouble) throw this.#trouble;
  }

  async #close(): Promise<void> {
    this.closeAll();
    await this.reckoned();
    await this.calm(0);
    await this.#digests.stop();
  }

  /** Gives the folder its name. After this it is whole, on the disk, and where it belongs. */
  async finish(): Promise<void> {
    await this.#close();
    rmSync(join(this.#partial, MARK));
    if (existsSync(this.#target)) rmdirSync(this.#target); // an empty folder may stand in the place
    for (const folder of this.#allFolders()) syncToDisk(folder, 'folder');
    renameSync(this.#partial, this.#target);
    syncToDisk(dirname(this.#target), 'folder');
  }

  /**
   * Gives the folder the name of an export that is there, which goes. Files that are the same are the same on the disk (hard links). `pending` names a file that says
   * where this is done while it is. Returns what differs.
   */
  async replace(pending: string): Promise<Differences> {
    await this.#close();
    rmSync(join(this.#partial, MARK));
    const told = differences(this.#target, this.#partial);
    invariant(told, 'what is replaced is an export');
    await linkUnchanged(this.#partial, this.#target);
    for (const folder of this.#allFolders()) syncToDisk(folder, 'folder');
    putPending(pending, this.#target);
    for (const step of replacingSteps(this.#partial, this.#target)) step();
    rmSync(pending);
    return told;
  }

  /** Takes everything away again. */
  async abandon(): Promise<void> {
    this.#isAbandoned = true;
    await this.#digests.stop();
    const files = [...this.#open.values(), ...this.#unsynced.splice(0)];
    this.#open.clear();
    for (const { handle, syncing } of files) {
      await syncing; // closed only then
      closeSync(handle);
    }
    rmSync(this.#partial, { recursive: true, force: true });
  }
}

/** Where the folder is written before it has its name. */
export const partialOf = (target: string): string => `${target}.partial`;

/** Texts and bytes one after the other: texts that follow on each other as one. */
function bytesOf(parts: readonly (string | Uint8Array)[]): readonly Uint8Array[] {
  const out: Uint8Array[] = [];
  let texts: string[] = [];
  const flush = () => {
    if (texts.length > 0) out.push(Buffer.from(texts.join(''), 'utf8'));
    texts = [];
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      texts.push(part);
      continue;
    }
    flush();
    out.push(part);
  }
  flush();
  return out;
}

/** Whether a folder is an export that was not finished: it bears the mark, or, killed between the mark and its name, our manifest. */
function isOurs(partial: string): boolean {
  if (existsSync(join(partial, MARK))) return true;
  const manifest = join(partial, MANIFEST);
  return existsSync(manifest) && beginningOf(manifest).includes(`"generator": "${GENERATOR}"`);
}

/** The first characters of a file, among which ours says whose it is. */
function beginningOf(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const room = Buffer.alloc(BEGINNING);
    return room.toString('latin1', 0, readSync(handle, room));
  } finally {
    closeSync(handle);
  }
}

/** A folder and those below it. */
function* foldersFrom(folder: string): Generator<string, void> {
  yield folder;
  const below = opendirSync(folder);
  try {
    for (let entry = below.readSync(); entry; entry = below.readSync()) if (entry.isDirectory()) yield* foldersFrom(join(folder, entry.name));
  } finally {
    below.closeSync();
  }
}

/** Whether a folder is there and holds anything. */
export function isTaken(path: string): boolean {
  return existsSync(path) && readdirSync(path).length > 0;
}
