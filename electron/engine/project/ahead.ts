import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import { PROJECT } from './journal.ts';
import { lastChange } from './store.ts';

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
  readonly #done = new Map<IssueId, { readonly since: number; readonly made: Made }>();
  #first: number | null = null; // the project's last change when the first was worked out

  /** `pause`: milliseconds of work after which calls are answered first. */
  constructor(db: Database, make: (item: Item) => Made, pause = PAUSE) {
    this.#db = db;
    this.#make = make;
    this.#pause = pause;
  }

  /** Works all of them out. Says whether it is still wanted. */
  async prepare(items: readonly Item[], asker: Asker | null = null): Promise<boolean> {
    let [begun, since] = [performance.now(), lastChange(this.#db)];
    this.#first ??= since;
    for (const [at, item] of items.entries()) {
      this.#done.set(item.issue, { since, made: this.#make(item) });
      if (performance.now() - begun < this.#pause) continue;
      asker?.progress(at + 1, items.length);
      await breathe();
      if (asker?.signal.aborted) return false;
      [begun, since] = [performance.now(), lastChange(this.#db)];
    }
    return asker?.signal.aborted !== true;
  }

  /**
   * Gives what was made of an item; of one that was not prepared, too, and of the project as a whole anew. What was changed since is asked once, now: for a
   * transaction that takes all of it.
   */
  taking(): (item: Item) => Made {
    const changed = new Map(this.#first === null ? [] : this.#db.all<{ id: IssueId; change: number }>('SELECT id, change FROM issue WHERE change > ?', this.#first).map(({ id, change }) => [id, change]));
    return (item) => {
      const done = item.issue === PROJECT ? undefined : this.#done.get(item.issue);
      return done && (changed.get(item.issue) ?? 0) <= done.since ? done.made : this.#make(item);
    };
  }
}
