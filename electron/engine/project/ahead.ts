import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import { fetchTexts } from './issues.ts';
import { PROJECT } from './journal.ts';
import { lastChange } from './store.ts';
import type { Store } from './store.ts';

const PAUSE = 15;
const BATCH = 10; // issues whose texts are fetched while those before them are worked on

/** Who asked for long work, as far as it is concerned: wants to hear how far it is, and may no longer want it. */
export type Asker = { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void };

/**
 * Work on many issues that is done before the transaction which writes it down, so that calls are answered between its stretches. What was
 * worked out for an issue holds as long as nothing was done to it; else it is worked out anew when it is asked for.
 */
export class Ahead<Item extends { readonly issue: IssueId }, Made> {
  readonly #store: Store;
  readonly #make: (item: Item) => Made;
  readonly #pause: number;
  readonly #texts: () => boolean;
  readonly #done = new Map<IssueId, { readonly since: number; readonly made: Made }>();
  #first: number | null = null; // the project's last change when the first was worked out

  /** `texts`: whether the work loads each issue, so that its text had better be at hand before. `pause`: milliseconds of work after which calls are answered first. */
  constructor(store: Store, make: (item: Item) => Made, { texts = () => false, pause = PAUSE }: { readonly texts?: () => boolean; readonly pause?: number } = {}) {
    this.#store = store;
    this.#make = make;
    this.#pause = pause;
    this.#texts = texts;
  }

  /** Works all of them out. Says whether it is still wanted. */
  async prepare(items: readonly Item[], asker: Asker | null = null): Promise<boolean> {
    const fetches = items.length > BATCH && this.#texts(); // of fewer, somebody has the page open: its text is at hand
    let next = fetches ? this.#fetch(items, 0) : null;
    let [begun, since] = [performance.now(), lastChange(this.#store.db)];
    this.#first ??= since;
    for (const [at, item] of items.entries()) {
      if (fetches && at % BATCH === 0) {
        await next;
        since = lastChange(this.#store.db);
        next = this.#fetch(items, at + BATCH);
      }
      this.#done.set(item.issue, { since, made: this.#make(item) });
      if (performance.now() - begun < this.#pause) continue;
      asker?.progress(at + 1, items.length);
      await breathe();
      if (asker?.signal.aborted) return false;
      [begun, since] = [performance.now(), lastChange(this.#store.db)];
    }
    return asker?.signal.aborted !== true;
  }

  async #fetch(items: readonly Item[], from: number): Promise<void> {
    await fetchTexts(this.#store, items.slice(from, from + BATCH).map(({ issue }) => issue)).catch(() => undefined); // whoever loads the issue finds the same, and says so
  }

  /**
   * Gives what was made of an item; of one that was not prepared, too, and of the project as a whole anew. What was changed since is asked once, now: for a
   * transaction that takes all of it.
   */
  taking(): (item: Item) => Made {
    const changed = new Map(this.#first === null ? [] : this.#store.db.all<{ id: IssueId; change: number }>('SELECT id, change FROM issue WHERE change > ?', this.#first).map(({ id, change }) => [id, change]));
    return (item) => {
      const done = item.issue === PROJECT ? undefined : this.#done.get(item.issue);
      return done && (changed.get(item.issue) ?? 0) <= done.since ? done.made : this.#make(item);
    };
  }
}
