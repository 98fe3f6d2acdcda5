import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import type { Doc } from './docs.ts';
import { bytesOf, docCount, rowId } from './pack.ts';
import type { SearchThreads } from './threads.ts';

export type PackerOptions = {
  readonly index: Database;
  readonly threads: SearchThreads;
  readonly onError: (error: unknown) => void;
  readonly full?: number; // UTF-16 units of a pack
  readonly least?: number; // docs that are packed at all: fewer are as quickly looked through as they are
};

const FULL = 2_000_000;
const LEAST = 400;
const PAUSE = 1_500; // milliseconds in which what comes is gathered
const SMALL = 0.25; // of a full pack: such packs are put together when there are several
const SEVERAL = 6;
const SLICE = 300; // rows written between two calls
const CALM = 1_000; // milliseconds after a decision in which the next is to be expected

/** Packs texts for the search and writes their rows, away from everything else and a little at a time. What it was about when the program ended it begins anew. */
export class Packer {
  readonly #index: Database;
  readonly #threads: SearchThreads;
  readonly #onError: (error: unknown) => void;
  readonly #full: number;
  readonly #least: number;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #touched = false;
  #way: { readonly free: Promise<void>; readonly timer: NodeJS.Timeout; readonly end: () => void } | null = null;
  #holds = 0;
  #last: number; // the newest pack's id: none is given twice, as what is known of a pack is known by it

  constructor({ index, threads, onError, full = FULL, least = LEAST }: PackerOptions) {
    this.#index = index;
    this.#threads = threads;
    this.#onError = onError;
    this.#full = full;
    this.#least = least;
    index.run('DELETE FROM search_place WHERE pack < 0');
    this.#last = index.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM search_pack')!.id;
  }

  /** Texts came, changed or went: they are packed soon, what does not fill a pack when nothing came for a while. */
  touched(): void {
    this.#touched = true;
    this.#arm();
  }

  /** Somebody decides something: what is left to pack waits until nobody has for a while. A pack takes longer than an edit may wait. */
  makeWay(): void {
    if (this.#ending.signal.aborted) return;
    if (this.#way !== null) {
      this.#way.timer.refresh();
      return;
    }
    let free = () => {};
    const promise = new Promise<void>((resolve) => (free = resolve));
    const end = () => {
      this.#way = null;
      free();
    };
    const soon = () => {
      if (this.#holds > 0) this.#way?.timer.refresh();
      else end();
    };
    this.#way = { free: promise, timer: setTimeout(soon, CALM).unref(), end };
  }

  /** Makes way for something longer, until the returned function is called. */
  hold(): () => void {
    this.#holds += 1;
    this.makeWay();
    let held = true;
    return () => {
      if (held) this.#holds -= 1;
      held = false;
    };
  }

  /** Lets calls in between two steps. Returns false if it is to end. */
  async #breathe(): Promise<boolean> {
    await breathe();
    while (this.#way !== null) await this.#way.free;
    return !this.#ending.signal.aborted;
  }

  #arm(): void {
    if (this.#ending.signal.aborted) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const quiet = !this.#touched;
      this.#touched = false;
      if (this.#running || !quiet) this.#arm();
      this.#running ??= this.#work(quiet).catch(this.#onError).finally(() => (this.#running = null));
    }, PAUSE).unref();
  }

  /** Packs all there is now. */
  async complete(): Promise<void> {
    await this.#running;
    await this.#work(true);
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    if (this.#way) clearTimeout(this.#way.timer);
    this.#way?.end();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** `all`: also what does not fill a pack. */
  async #work(all: boolean): Promise<void> {
    if (!(await this.#breathe())) return;
    if (all && !(await this.#tidy())) return;
    for (let docs = this.#next(all); docs.length > 0; docs = this.#next(all)) if (!(await this.#pack(docs))) return;
    for (const { id } of this.#index.all<{ id: number }>('SELECT id FROM search_pack WHERE indexed = 0 ORDER BY id')) if (!(await this.#writeRows(id))) return;
  }

  /** The docs of the next pack. */
  #next(all: boolean): readonly Doc[] {
    const loose = this.#index.all<{ doc: Doc; length: number }>(
      'SELECT doc, length FROM search_loose JOIN article ON article.id = doc / 2 ORDER BY doc LIMIT ?', Math.ceil(this.#full / 20),
    );
    if (loose.length < this.#least) return [];
    let units = 0;
    const docs: Doc[] = [];
    for (const { doc, length } of loose) {
      if (units >= this.#full) break;
      docs.push(doc);
      units += length;
    }
    return all || units >= this.#full ? docs : [];
  }

  async #pack(docs: readonly Doc[]): Promise<boolean> {
    const id = (this.#last += 1);
    // Spoken for before they are read: what changes from here on loses its place, and stays loose.
    this.#index.run('INSERT OR REPLACE INTO search_place (doc, pack, at) SELECT value, ?, key FROM json_each(?)', -id, JSON.stringify(docs));
    const made = await this.#threads.run({ kind: 'pack', docs }, this.#ending.signal);
    if (typeof made === 'string' || !(await this.#breathe())) return false;
    const packed = Array.from({ length: docCount(made.docs) }, (_, at) => made.docs[at * 2]!);
    this.#index.transaction(() => {
      this.#index.run('INSERT INTO search_text (pack, text, lines) VALUES (?, ?, ?)', id, made.text, made.lines);
      this.#index.run('INSERT INTO search_pack (id, docs, units, indexed) VALUES (?, ?, ?, 0)', id, bytesOf(made.docs), made.text.length / 2);
      const named = JSON.stringify(packed);
      this.#index.run('INSERT OR REPLACE INTO search_gone SELECT ?, key FROM json_each(?) AS asked WHERE NOT EXISTS (SELECT 1 FROM search_place WHERE doc = asked.value AND pack = ?)', id, named, -id);
      this.#index.run('UPDATE search_place SET pack = ?, at = asked.key FROM json_each(?) AS asked WHERE doc = asked.value AND pack = ?', id, named, -id);
      this.#index.run('DELETE FROM search_loose WHERE doc IN (SELECT asked.value FROM json_each(?) AS asked JOIN search_place ON doc = asked.value WHERE pack = ?)', named, id);
      this.#index.run('DELETE FROM search_place WHERE doc IN (SELECT value FROM json_each(?)) AND pack = ?', JSON.stringify(docs), -id); // gone before they were read
    });
    return this.#breathe();
  }

  async #writeRows(pack: number): Promise<boolean> {
    const made = await this.#threads.run({ kind: 'rows', pack }, this.#ending.signal);
    if (typeof made === 'string') return false;
    const { firsts, seconds, ends, bytes } = made;
    for (let from = 0; from < firsts.length; from += SLICE) {
      if (!(await this.#breathe())) return false;
      this.#index.transaction(() => {
        for (let at = from; at < Math.min(firsts.length, from + SLICE); at += 1) {
          this.#index.run('INSERT OR REPLACE INTO search_row (id, bytes) VALUES (?, ?)', rowId(pack, firsts[at]!, seconds[at]!), bytes.subarray(at === 0 ? 0 : ends[at - 1]!, ends[at]));
        }
      });
    }
    this.#index.run('UPDATE search_pack SET indexed = 1 WHERE id = ?', pack);
    return true;
  }

  /** Lets go of packs that are half gone, and of small ones where there are several: what is left of them is packed anew. */
  async #tidy(): Promise<boolean> {
    const packs = this.#index.all<{ id: number; units: number; docs: number; gone: number }>(
      'SELECT id, units, length(docs) / 8 AS docs, (SELECT count(*) FROM search_gone WHERE pack = search_pack.id) AS gone FROM search_pack',
    );
    const half = packs.filter(({ docs, gone }) => gone * 2 > docs);
    const small = packs.filter((each) => each.units < this.#full * SMALL && !half.includes(each));
    for (const { id } of small.length >= SEVERAL ? [...half, ...small] : half) if (!(await this.#dissolve(id))) return false;
    return true;
  }

  async #dissolve(pack: number): Promise<boolean> {
    this.#index.run('UPDATE search_pack SET indexed = 0 WHERE id = ?', pack); // first of all: its rows go a few at a time
    const [from, to] = [rowId(pack, 0, 0), rowId(pack + 1, 0, 0) - 1];
    while (this.#index.run('DELETE FROM search_row WHERE id IN (SELECT id FROM search_row WHERE id BETWEEN ? AND ? LIMIT ?)', from, to, SLICE).changes > 0) {
      if (!(await this.#breathe())) return false;
    }
    this.#index.transaction(() => {
      this.#index.run('INSERT OR REPLACE INTO search_loose SELECT doc FROM search_place WHERE pack = ?', pack);
      for (const table of ['search_place', 'search_gone', 'search_text']) this.#index.run(`DELETE FROM ${table} WHERE pack = ?`, pack);
      this.#index.run('DELETE FROM search_pack WHERE id = ?', pack);
    });
    return true;
  }
}
