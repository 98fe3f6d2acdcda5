import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { acceptedKey } from '#core/checks/accepted.ts';
import { invariant } from '#util/invariant.ts';
import { readTable, writeTable } from './accepted-table.ts';
import type { ListedWording } from './accepted-table.ts';

const NONE: readonly ListedWording[] = [];

/** The file is no list: it is not written over. */
export class NoListError extends Error {
  readonly file: string;

  constructor(path: string) {
    super(`${path} is no list of wordings`);
    this.file = basename(path);
  }
}

/**
 * The wordings that are accepted in every project on this computer: a table that can be read and edited with any program, in the user's own settings.
 * Other projects that are open may change it: it is looked at again before each use.
 */
export class EverywhereList {
  readonly #path: string | null;
  #known: { readonly print: string; readonly rows: readonly ListedWording[] } = { print: '', rows: NONE };

  /** `path` null: nothing is accepted everywhere, and nothing can be. */
  constructor(path: string | null) {
    this.#path = path;
  }

  get isKept(): boolean {
    return this.#path !== null;
  }

  /** What is in the list now. The same array while the file is the same. What cannot be read counts as empty. */
  rows(): readonly ListedWording[] {
    try {
      return this.#read();
    } catch (error) {
      if (error instanceof NoListError || (error instanceof Error && 'code' in error)) return NONE;
      throw error;
    }
  }

  /** Puts wordings in or (`by` null) takes them out; the file is whole at every moment, and on the disk when this returns. Throws what the disk says, and `NoListError`. */
  put(changes: readonly (Pick<ListedWording, 'check' | 'text'> & { readonly by: Pick<ListedWording, 'who' | 'at'> | null })[]): void {
    invariant(this.#path !== null, 'a list is kept');
    const rows = new Map(this.#read().map((row) => [acceptedKey(row), row]));
    for (const { check, text, by } of changes) {
      if (by === null) rows.delete(acceptedKey({ check, text }));
      else rows.set(acceptedKey({ check, text }), { check, text, ...by });
    }
    writeWhole(this.#path, writeTable([...rows.values()]));
  }

  #read(): readonly ListedWording[] {
    if (this.#path === null) return NONE;
    const stats = statSync(this.#path, { throwIfNoEntry: false });
    const print = stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : '';
    if (print === this.#known.print) return this.#known.rows;
    const read = stats ? readTable(readFileSync(this.#path)) : NONE;
    if (read === null) throw new NoListError(this.#path);
    this.#known = { print, rows: read };
    return this.#known.rows;
  }
}

// At once: it is part of a transaction that must not be left half done.
function writeWhole(path: string, text: string): void {
  const beside = join(dirname(path), `.${randomUUID()}.partial`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(file, text, 'utf8');
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
