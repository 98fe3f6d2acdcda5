import { existsSync, mkdirSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES_ENDING, INDEX_ENDING, KeptPages, PAGES_ENDING } from './kept-pages.ts';

/** Of the room on the disk, what is kept for later exports takes at most this much. */
const SHARE = 0.1;
/** Of that, what is made before anybody asks for it takes at most so much, with all that is kept already. */
const UNASKED = 0.5;

/** `isAsked`: somebody asked for the export. `free`: bytes that the disk has left, where it is not asked. */
export type KeptRoom = { readonly isAsked?: boolean; readonly free?: () => number };

const inUse = new Set<string>();

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

type KeptFile = { readonly path: string; readonly bytes: number; readonly used: number };

/** What is kept in a folder: paths without ending. `used`: 0 where what it holds counts for nothing. */
function filesIn(folder: string): readonly KeptFile[] {
  return readdirSync(folder).filter((name) => name.endsWith(PAGES_ENDING)).map((name) => {
    const path = join(folder, name.slice(0, -PAGES_ENDING.length));
    return { path, bytes: statSync(path + PAGES_ENDING).size, used: existsSync(path + INDEX_ENDING) ? statSync(path + INDEX_ENDING).mtimeMs : 0 };
  });
}

function drop({ path }: KeptFile): void {
  rmSync(path + INDEX_ENDING, { force: true }); // first: without it nothing is taken from the other
  rmSync(path + ENTRIES_ENDING, { force: true });
  rmSync(path + PAGES_ENDING);
}

/** How many bytes exports keep in a folder for the next ones. */
export function keptBytes(folder: string): number {
  try {
    return filesIn(folder).reduce((sum, { bytes }) => sum + bytes, 0);
  } catch {
    return 0; // there is none, or it is being cleared
  }
}

/** Deletes what exports keep in a folder, but while one is made. Throws the file system's errors. */
export function dropKept(folder: string): void {
  if (!inUse.has(folder) && existsSync(folder)) filesIn(folder).forEach(drop);
}

/**
 * What exports of a project keep for the next one, a file a way of exporting. All of it can be deleted at any time. It takes a tenth of the room that the disk has left, and
 * what was not used for longest goes first.
 */
export class KeptExports {
  readonly #folder: string;
  readonly #open = new Map<string, KeptPages>();
  readonly #free: () => number;
  readonly #isAsked: boolean;
  #room: number;

  private constructor(folder: string, { isAsked = true, free = () => freeBytes(folder) }: KeptRoom) {
    [this.#folder, this.#isAsked, this.#free] = [folder, isAsked, free];
    const kept = isAsked ? 0 : keptBytes(folder);
    this.#room = isAsked ? free() * SHARE : (free() + kept) * SHARE * UNASKED - kept;
  }

  /** Null where nothing can be kept: another export is at it, or the disk does not let it. */
  static open(folder: string, room: KeptRoom = {}): KeptExports | null {
    if (inUse.has(folder)) return null;
    try {
      mkdirSync(folder, { recursive: true });
      const kept = new KeptExports(folder, room);
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
      this.#open.set(join(this.#folder, name), pages);
      return pages;
    } catch {
      return null;
    }
  }

  /** Says that nothing that was given away is looked at any longer. */
  letGo(): void {
    for (const pages of this.#open.values()) pages.letGo();
  }

  /** Keeps what was added since opening: the export was made. */
  commit(): void {
    for (const pages of this.#open.values()) pages.commit();
  }

  /** The same while more is still to come, where there is news. */
  commitNews(): void {
    for (const pages of this.#open.values()) if (pages.hasNews) pages.commit();
  }

  /** Whether there is room for more, and all that is added is kept. */
  get takesMore(): boolean {
    return this.#room > 0 && [...this.#open.values()].every(({ isOpen }) => isOpen);
  }

  /** To be called whatever became of the export. */
  close(): void {
    for (const pages of this.#open.values()) pages.close();
    try {
      this.#dropOldest();
    } catch {
      // It is tried again after the next export.
    }
    inUse.delete(this.#folder);
  }

  #dropOldest(): void {
    const named = filesIn(this.#folder).toSorted((a, b) => a.used - b.used);
    let total = named.reduce((sum, { bytes }) => sum + bytes, 0);
    // Where there was no room for what is made unasked, what was not used for longer gives way to it the next time.
    const isShort = !this.#isAsked && this.#room <= 0;
    const most = (this.#free() + total) * SHARE * (isShort ? UNASKED * UNASKED : 1);
    for (const file of named) {
      if (file.used > 0 && (total <= most || (isShort && this.#open.has(file.path)))) continue;
      drop(file);
      total -= file.bytes;
    }
  }
}
