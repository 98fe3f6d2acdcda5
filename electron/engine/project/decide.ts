import type { AppError } from '#contract/app-error.ts';
import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { FieldDeed } from './deed.ts';
import { PROJECT, addEntry, answered, lastPlace, remember, setStanding } from './journal.ts';
import { onTopOfNow, recordDeed } from './put-deed.ts';
import { editorOf } from './settings.ts';
import { write } from './store.ts';
import type { Store, Tx } from './store.ts';

/** A call that decides: `once` is its sender's key, `label` names what was done. `run`: of an entry that goes with another (taken-back.ts) or is a rule's. `isQuiet`: it takes no article into work. */
export type Act = { readonly once: string; readonly label: string; readonly run?: string; readonly origin?: 'person' | 'rule'; readonly isQuiet?: boolean };

/** What a deciding body does it with. The entry is made with the first thing that is done. */
export class Deciding {
  readonly tx: Tx;
  readonly #act: Omit<Act, 'once'>;
  readonly #issues = new Map<IssueId, number>();
  #entry: EntryId | null = null;

  constructor(tx: Tx, { label, run, origin }: Omit<Act, 'once'>) {
    this.tx = tx;
    this.#act = { label, ...(run !== undefined && { run }), ...(origin !== undefined && { origin }) };
  }

  get entry(): EntryId {
    this.#entry ??= addEntry(this.tx, { who: editorOf(this.tx.store), origin: 'person', ...this.#act });
    return this.#entry;
  }

  /** Sets values, of an issue or (issue 0) of the project. */
  set(issue: IssueId, deed: FieldDeed): void {
    this.did(issue, recordDeed(this.tx, { entry: this.entry, standsFor: this.entry, issue }, onTopOfNow(this.tx.store, issue, deed)));
  }

  /** Says that something was done to an issue, as the effect with this place. */
  did(issue: IssueId, place: number): void {
    this.#issues.set(issue, place);
  }

  /** Writes down where the entry stands. Returns it, or null when nothing was done. */
  finish(ofTheProject: boolean): EntryId | null {
    const entry = this.#entry;
    if (entry === null) return null;
    if (ofTheProject) this.#issues.set(PROJECT, lastPlace(this.tx.db));
    for (const [issue, place] of this.#issues) setStanding(this.tx, { issue, entry, state: 'live', by: entry, deeds: entry, place });
    return entry;
  }
}

/**
 * Runs a deciding call as one journal entry, once: the same key again gets the first answer. `ofTheProject`: it is listed and
 * undone with what was done to the project and to many issues at once.
 */
export function decide<T>(store: Store, { once, ...act }: Act, ofTheProject: boolean, body: (deciding: Deciding) => Result<T, AppError>): Result<T, AppError> {
  const before = answered(store.db, once);
  if (before !== undefined) return ok(before as T);
  return write(store, (tx) => {
    const deciding = new Deciding(tx, act);
    const result = body(deciding);
    if (result.ok) remember(tx, once, deciding.finish(ofTheProject), result.value);
    return result;
  });
}
