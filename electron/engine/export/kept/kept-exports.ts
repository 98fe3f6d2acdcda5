import { existsSync, mkdirSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_ENDING, KeptPages, PAGES_ENDING } from './kept-pages.ts';

/** Of the room on the disk, what is kept for later exports takes at most this much. */
const SHARE = 0.1;

const inUse = new Set<string>();

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/**
 * What exports of a project keep for the next one, a file a way of exporting. All of it can be deleted at any time. It takes a tenth of the room that the disk has left, and
 * what was not used for longest goes first.
 */
export class KeptExports {
  readonly #folder: string;
  readonly #open: KeptPages[] = [];
  #room: number;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#room = freeBytes(folder) * SHARE;
  }

  /** Null where nothing can be kept: another export is at it, or the disk does not let it. */
  static open(folder: string): KeptExports | null {
    if (inUse.has(folder)) return null;
    try {
      mkdirSync(folder, { recursive: true });
      const kept = new KeptExports(folder);
      inUse.add(folder);
      return kept;
    } catch {
      return null;
    }
  }

  /** The pages of one way of exporting; null where they cannot be kept. */
  pages(name: string): KeptPages | null {
    try {
      const pages = KeptPages.open(join(this.#folder, name), (bytes) => (this.#room -= bytes) > 0);
      this.#open.push(pages);
      return pages;
    } catch {
      return null;
    }
  }

  /** Says that nothing that was given away is looked at any longer. */
  letGo(): void {
    for (const pages of this.#open) pages.letGo();
  }

  /** Keeps what was added since opening: the export was made. */
  commit(): void {
    for (const pages of this.#open) pages.commit();
  }

  /** To be called whatever became of the export. */
  close(): void {
    for (const pages of this.#open) pages.close();
    try {
      this.#dropOldest();
    } catch {
      // It is tried again after the next export.
    }
    inUse.delete(this.#folder);
  }

  #dropOldest(): void {
    const named = readdirSync(this.#folder).filter((name) => name.endsWith(PAGES_ENDING)).map((name) => {
      const path = join(this.#folder, name.slice(0, -PAGES_ENDING.length));
      return { path, bytes: statSync(path + PAGES_ENDING).size, used: existsSync(path + INDEX_ENDING) ? statSync(path + INDEX_ENDING).mtimeMs : 0 };
    }).toSorted((a, b) => a.used - b.used);
    let total = named.reduce((sum, { bytes }) => sum + bytes, 0);
    const most = (freeBytes(this.#folder) + total) * SHARE;
    for (const { path, bytes, used } of named) {
      if (used > 0 && total <= most) continue;
      rmSync(path + INDEX_ENDING, { force: true });
      rmSync(path + PAGES_ENDING);
      total -= bytes;
    }
  }
}
