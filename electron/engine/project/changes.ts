import type { IssueId } from '#contract/schemas/library.ts';

/** What a committed transaction changed, told to whoever derives or shows something from it. */
export type Change = {
  readonly issues: ReadonlyMap<IssueId, number>; // with their versions
  readonly head: { readonly entry: number; readonly at: string } | null; // when something was decided
  readonly files: boolean;
  readonly topicsOrSettings: boolean;
  readonly accepted: boolean; // one of the lists of wordings
};

/**
 * Listeners to committed changes. They are called in order, some time after COMMIT returned, and must not throw: whoever waits for an answer does not wait for
 * them.
 */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();
  #waiting: Change[] = [];
  #scheduled = false;

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    this.#waiting.push(change);
    if (this.#scheduled) return;
    this.#scheduled = true;
    process.nextTick(() => this.flush()); // behind all promises, so behind the answer; an immediate would take longer to be made than to be run
  }

  /** Tells what waits, now. */
  flush(): void {
    this.#scheduled = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const change of waiting) for (const listener of this.#listeners) listener(change);
  }
}
