import type { AppError } from '#contract/app-error.ts';
import type { ReadOnly } from '#contract/schemas/project.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Issue } from '#core/model/issue.ts';
import { checkLedger } from '#core/model/ledger.ts';
import { invariant } from '#util/invariant.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { EverywhereList } from '../accepted/everywhere.ts';
import type { Database } from '../db/database.ts';
import type { Changes } from './changes.ts';
import type { SourceStore } from './source-store.ts';

/** What everything about a project works on. */
export type Store = {
  readonly db: Database; // project.db
  readonly sources: SourceStore;
  readonly everywhere: EverywhereList;
  readonly changes: Changes;
  readonly readOnly: ReadOnly | null; // why nothing can be written
  readonly isInPlace: () => boolean; // whether project.db still lies where it was opened: a folder that was moved or deleted takes what is written along unseen
  readonly now: () => Date;
  readonly defaultEditor: string;
  readonly careful: boolean; // checks the ledger after every edit: in development and in tests
};

/** The number of the last transaction that changed what is derived: the newest issue bears it. 0: there was none. */
export const lastChange = (db: Database): number => db.get<{ change: number | null }>('SELECT max(change) AS change FROM issue')!.change ?? 0;

/** What one transaction knows and the next need not ask. It is so as long as nothing was written in between. */
type Carried = { readonly writes: number | null; readonly change: number | null; readonly editor: string | null };
const carried = new WeakMap<Database, Carried>();

/** One transaction of project.db. What it touches is told to `store.changes` once it is committed. */
export class Tx {
  readonly store: Store;
  readonly db: Database;
  readonly at: string; // ISO 8601
  readonly #issues = new Map<IssueId, number>();
  #change: number | null = null;
  #entry: number | null = null;
  readonly #before: Carried | null;
  readonly #afterwards: (() => void)[] = [];
  #files = false;
  #topicsOrSettings = false;
  #accepted = false;
  editor: string | null; // who signs, where that is known; see `signerOf`

  constructor(store: Store) {
    this.store = store;
    this.db = store.db;
    this.at = store.now().toISOString();
    const known = carried.get(store.db);
    this.#before = known !== undefined && known.writes !== null && known.writes === store.db.writes ? known : null;
    this.editor = this.#before?.editor ?? null;
  }

  /** The number of this transaction in the order of all that changed what is derived. */
  get change(): number {
    return (this.#change ??= (this.#before?.change ?? lastChange(this.db)) + 1);
  }

  /** Says that an issue is no longer as it was; `version` is its version now. */
  touch(issue: IssueId, version: number): void {
    this.db.run('UPDATE issue SET change = ? WHERE id = ?', this.change, issue);
    this.touched(issue, version);
  }

  /** The same where the issue bears this transaction's number already. */
  touched(issue: IssueId, version: number): void {
    this.#issues.set(issue, version);
  }

  /** The version of an issue that this transaction touched. */
  versionOf(issue: IssueId): number {
    const version = this.#issues.get(issue);
    invariant(version !== undefined, 'the issue was touched');
    return version;
  }

  /** Says that a journal entry was made or extended. */
  decided(entry: number): void {
    this.#entry = entry;
  }

  touchFiles(): void {
    this.#files = true;
  }

  touchTopicsOrSettings(): void {
    this.#topicsOrSettings = true;
    this.editor = null;
  }

  touchAccepted(): void {
    this.#accepted = true;
  }

  checkLedger(issue: Issue): void {
    proveLedger(this.store, issue);
  }

  /** Has something done once all is on the disk. Not done where nothing is kept. */
  afterwards(act: () => void): void {
    this.#afterwards.push(act);
  }

  /** Tells what was changed. Only after the commit. */
  tell(): void {
    carried.set(this.db, { writes: this.db.writes, change: this.#change ?? this.#before?.change ?? null, editor: this.#topicsOrSettings ? null : this.editor });
    for (const act of this.#afterwards) act();
    this.store.changes.tell({
      issues: this.#issues,
      head: this.#entry === null ? null : { entry: this.#entry, at: this.at },
      files: this.#files,
      topicsOrSettings: this.#topicsOrSettings,
      accepted: this.#accepted,
    });
  }
}

/** Proves that an issue still accounts for every character of its source, where the store is careful. */
export function proveLedger({ careful }: Store, issue: Issue): void {
  if (!careful) return;
  const ledger = checkLedger(issue);
  invariant(ledger.ok, `the ledger holds: ${JSON.stringify(ledger)}`);
}

class Refused extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** What is answered where something was to be written all the same. */
export const readOnlyError = (why: ReadOnly): AppError => ({ code: why === 'disk' ? 'read-only-disk' : 'read-only' });

/** Runs `body` in one transaction. If it fails or throws, nothing was changed; if it returns a value, that is on the disk. */
export function write<T>(store: Store, body: (tx: Tx) => Result<T, AppError>): Result<T, AppError> {
  if (store.readOnly) return fail(readOnlyError(store.readOnly));
  if (!store.isInPlace()) return fail({ code: 'project-gone' });
  const tx = new Tx(store);
  try {
    const result = store.db.transaction(() => {
      const inner = body(tx);
      if (!inner.ok) throw new Refused(inner.error); // rolls back
      return inner;
    });
    tx.tell();
    return result;
  } catch (error) {
    if (error instanceof Refused) return fail(error.error);
    throw error;
  }
}
