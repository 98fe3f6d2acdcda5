import type { IssueId } from '#contract/schemas/library.ts';

/** What a committed transaction changed, told to whoever derives or shows something from it. */
export type Change = {
  readonly issues: ReadonlyMap<IssueId, number>; // with their versions
  readonly head: { readonly entry: number; readonly at: string } | null; // when something was decided
  readonly files: boolean;
  readonly topicsOrSettings: boolean;
};

/** Listeners to committed changes. They are called in order, after COMMIT returned, and must not throw. */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
