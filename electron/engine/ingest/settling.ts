import type { Entry } from './entry.ts';

/** How long a file has to hold still, in milliseconds. */
export type Patience = {
  readonly still: number; // between two looks that find the same size and time
  readonly old: number; // a file last changed so long ago holds still at the first look
  readonly enough: number; // a file that never holds still for so long is listed as changing
};

type Look = { readonly size: number; readonly modified: number; readonly changed: number; readonly at: number };

/** Tells which files are still being written. */
export type Settling = {
  /** What is to be done with a file that has to be read. `now` is the time in milliseconds. */
  look(entry: Entry, now: number): 'settled' | 'waiting' | 'restless';
  /** No longer looked at. */
  forget(path: string): void;
};

/** Remembers what each waiting file looked like last time. */
export function startSettling(patience: Patience): Settling {
  const looks = new Map<string, { readonly since: number; readonly last: Look }>();
  return {
    look: ({ path, size, modified, changed }, now) => {
      const age = now - Math.max(modified, changed);
      if (age >= patience.old) {
        looks.delete(path);
        return 'settled';
      }
      const before = looks.get(path); // of a time to come, where the clock was set back since
      const same = before?.last.size === size && before.last.modified === modified && before.last.changed === changed;
      if (before && same && Math.abs(now - before.last.at) >= patience.still) {
        looks.delete(path);
        return 'settled';
      }
      const since = before?.since ?? now;
      looks.set(path, { since, last: before && same ? before.last : { size, modified, changed, at: now } });
      return now - since >= patience.enough ? 'restless' : 'waiting';
    },
    forget: (path) => {
      looks.delete(path);
    },
  };
}
