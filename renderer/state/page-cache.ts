import type { AppError } from '#contract/app-error.ts';
import type { Result } from '#util/result.ts';

/** A window onto a list. `revision` grows when the list's content changes; 0 where the list has none. */
export type Window<T> = { readonly total: number; readonly revision: number; readonly rows: readonly T[] };

export type FetchWindow<T> = (offset: number, limit: number) => Promise<Result<Window<T>, AppError>>;

export type CacheState = {
  readonly total: number | null; // null: nothing is known yet
  readonly problem: AppError | null; // why the last question had no answer
  readonly changing: boolean; // another question was asked; the old rows stand until its first answer
  readonly version: number; // grows whenever anything shown may have changed
};

export type PageCache<T> = {
  readonly state: () => CacheState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly row: (index: number) => T | undefined;
  /** All rows that are at hand. */
  readonly held: () => readonly T[];
  /** Where a row is, if it is at hand. */
  readonly find: (is: (row: T) => boolean) => number | null;
  /** Rows `from` to `to`, both included, are in view: they and their neighbours are fetched if they are not there. */
  readonly view: (from: number, to: number) => void;
  /** Another list: another filter or order. */
  readonly ask: (fetch: FetchWindow<T>) => void;
  /** The same list may have changed. `fetch`: how it is asked for from now on, if no longer as before. */
  readonly refresh: (fetch?: FetchWindow<T>) => void;
  /** Rows a person has just changed, as they will be, until the engine tells. */
  readonly patch: (change: (row: T) => T) => void;
};

type Page<T> = { readonly rows: readonly T[]; readonly question: number; readonly age: number };

export const PAGE_SIZE = 100;
const PAGES_KEPT = 12;
const MOST_AT_ONCE = 2;

/** Holds the rows in view and some pages round them, never the list. The oldest answers are dropped as newer ones come. */
export function createPageCache<T>(): PageCache<T> {
  let fetch: FetchWindow<T> | null = null;
  let state: CacheState = { total: null, problem: null, changing: false, version: 0 };
  let question = 0; // which list is asked for
  let shown = 0; // which list the pages are of
  let age = 0; // of the list asked for; a refresh makes all pages too old
  let revision = 0; // the newest seen
  let inView = { from: 0, to: 0 };
  const pages = new Map<number, Page<T>>();
  const asked = new Map<number, number>(); // page -> age it was asked at
  const listeners = new Set<() => void>();

  const tell = (change: Partial<CacheState>) => {
    state = { ...state, ...change, version: state.version + 1 };
    for (const listener of listeners) listener();
  };

  const isFresh = (page: number) => {
    const held = pages.get(page);
    return held !== undefined && held.question === question && held.age === age;
  };

  const wanted = (): readonly number[] => {
    const last = state.total === null || shown !== question ? 0 : Math.max(0, Math.ceil(state.total / PAGE_SIZE) - 1);
    const first = Math.min(last, Math.floor(inView.from / PAGE_SIZE));
    const end = Math.min(last, Math.floor(inView.to / PAGE_SIZE));
    const middle = Array.from({ length: end - first + 1 }, (_, at) => first + at);
    return [...middle, end + 1, first - 1].filter((page) => page >= 0 && page <= last);
  };

  const drop = () => {
    const middle = (inView.from + inView.to) / 2 / PAGE_SIZE;
    const farthestFirst = [...pages.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of farthestFirst.slice(0, Math.max(0, pages.size - PAGES_KEPT))) pages.delete(page);
  };

  const take = (page: number, answer: Window<T>, askedAt: number) => {
    let ageOfRows = askedAt;
    if (shown !== question) {
      pages.clear(); // the first answer to the new question: the old rows go
      shown = question;
    }
    if (answer.revision > revision) {
      // The list moved on between two answers: what came before is too old.
      revision = answer.revision;
      if (pages.size > 0 && askedAt === age) age += 1;
      ageOfRows = age;
    }
    pages.set(page, { rows: answer.rows, question, age: ageOfRows });
    drop();
    tell({ total: answer.total, problem: null, changing: false });
  };

  const fetchPage = async (page: number): Promise<void> => {
    if (!fetch) return;
    const mine = { question, age };
    asked.set(page, age);
    const answer = await fetch(page * PAGE_SIZE, PAGE_SIZE);
    if (mine.question !== question) return; // nobody asks that any more
    if (asked.get(page) === mine.age) asked.delete(page);
    if (answer.ok) take(page, answer.value, mine.age);
    else if (mine.age === age) return tell({ problem: answer.error, changing: false });
    ensure();
  };

  function ensure(): void {
    for (const page of wanted()) {
      if (asked.size >= MOST_AT_ONCE) return;
      if (!isFresh(page) && asked.get(page) !== age) void fetchPage(page);
    }
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    row: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE],
    find: (is) => {
      for (const [at, page] of pages) {
        const index = page.rows.findIndex(is);
        if (index >= 0) return at * PAGE_SIZE + index;
      }
      return null;
    },
    held: () => [...pages.values()].flatMap((page) => page.rows),
    view: (from, to) => {
      inView = { from, to };
      ensure();
    },
    ask: (next) => {
      fetch = next;
      question += 1;
      age += 1;
      asked.clear();
      tell({ changing: true });
      ensure();
    },
    refresh: (next) => {
      if (next) fetch = next;
      age += 1;
      ensure();
    },
    patch: (change) => {
      for (const [at, page] of pages) pages.set(at, { ...page, rows: page.rows.map(change) });
      tell({});
    },
  };
}
