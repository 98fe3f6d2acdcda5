import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';

const PAUSE = 15;

/** Who asked for long work, as far as it is concerned: wants to hear how far it is, and may no longer want it. */
export type Asker = { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void };

/**
 * Work on many issues that is done before the transaction which writes it down, so that calls are answered between its stretches. What was
 * worked out for an issue holds as long as nothing was done to it; else it is worked out anew when it is asked for.
 */
export class Ahead<Item extends { readonly issue: IssueId }, Made> {
  readonly #db: Database;
  readonly #make: (item: Item) => Made;
  readonly #pause: number;
  readonly #done = new Map<IssueId, { readonly change: number | null; readonly made: Made }>();

  /** `pause`: milliseconds of work after which calls are answered first. */
  constructor(db: Database, make: (item: Item) => Made, pause = PAUSE) {
    this.#db = db;
    this.#make = make;
    this.#pause = pause;
  }

  /** Works all of them out. Says whether it is still wanted. */
  async prepare(items: readonly Item[], asker: Asker | null = null): Promise<boolean> {
    let begun = performance.now();
    for (const [at, item] of items.entries()) {
      this.#done.set(item.issue, { change: this.#change(item.issue), made: this.#make(item) });
      if (performance.now() - begun < this.#pause) continue;
      asker?.progress(at + 1, items.length);
      await breathe();
      if (asker?.signal.aborted) return false;
      begun = performance.now();
    }
    return asker?.signal.aborted !== true;
  }

  /** What was made of an item; of one that was not prepared, too. */
  get(item: Item): Made {
    const done = this.#done.get(item.issue);
    return done && done.change !== null && done.change === this.#change(item.issue) ? done.made : this.#make(item);
  }

  /** The last change of an issue; of the project as a whole, and of one that is not there, there is none. */
  #change(issue: IssueId): number | null {
    return this.#db.get<{ change: number }>('SELECT change FROM issue WHERE id = ?', issue)?.change ?? null;
  }
}
