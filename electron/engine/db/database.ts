import { pathToFileURL } from 'node:url';
import { DatabaseSync, backup } from '@photostructure/sqlite';
import { invariant } from '#util/invariant.ts';
import { applyPragmas } from './pragmas.ts';
import type { Durability } from './pragmas.ts';
import { attributed, sqliteTrouble } from './sqlite-error.ts';
import { fromStored, toStored } from './text.ts';

export type Value = string | number | null | Uint8Array;
type Native = InstanceType<typeof DatabaseSync>;
type NativeStatement = ReturnType<Native['prepare']>;
type Row = Record<string, unknown>;

const isWritten = (durability: Durability): boolean => durability !== 'read-only' && durability !== 'still';

function bound(value: Value): Value {
  if (typeof value === 'string') return toStored(value);
  invariant(typeof value !== 'number' || Number.isFinite(value), 'only finite numbers are stored');
  return value;
}

function restored(row: Row): Row {
  for (const key in row) {
    const value = row[key];
    if (typeof value === 'string') row[key] = fromStored(value);
  }
  return row;
}

/** A connection to one database file. All values bound and read go through `text.ts`; statements are prepared once and kept. */
export class Database {
  readonly #native: Native;
  readonly #path: string;
  readonly #durability: Durability;
  readonly #statements = new Map<string, NativeStatement>();
  readonly #running = new Set<NativeStatement>(); // the binding's iterators point at their statement without keeping it from being collected
  #writes = 0;

  private constructor(native: Native, path: string, durability: Durability) {
    this.#native = native;
    this.#path = path;
    this.#durability = durability;
  }

  /** Opens a file, making it if it is not there. Throws SQLite's errors: see `sqliteTrouble`. */
  static open(path: string, durability: Durability): Database {
    const native = new DatabaseSync(durability === 'still' ? `${pathToFileURL(path).href}?immutable=1` : path, { readOnly: !isWritten(durability), enableForeignKeyConstraints: true });
    try {
      const db = new Database(native, path, durability);
      applyPragmas(db, durability);
      return db;
    } catch (error) {
      native.close();
      throw error;
    }
  }

  /** Whether it is opened as one that nobody can write to. */
  get isStill(): boolean {
    return this.#durability === 'still';
  }

  /** A database that lives in memory only. */
  static inMemory(): Database {
    return Database.open(':memory:', 'memory');
  }

  /** What SQLite throws meanwhile says which file it is about. */
  #asked<T>(ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      throw attributed(error, this.#path);
    }
  }

  #prepare(sql: string): NativeStatement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      if (this.#statements.size > 500) this.#statements.clear();
      statement = this.#native.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Runs one statement that gives no rows. Returns how many rows it changed and the last row's id. */
  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly id: number } {
    this.#writes += 1;
    const { changes, lastInsertRowid } = this.#asked(() => this.#prepare(sql).run(...values.map(bound)));
    return { changes, id: Number(lastInsertRowid) };
  }

  /** The first row, or undefined. The caller vouches for the row's type. */
  get<T>(sql: string, ...values: readonly Value[]): T | undefined {
    const row = this.#asked(() => this.#prepare(sql).get(...values.map(bound))) as Row | undefined;
    return row && (restored(row) as T);
  }

  /** All rows. The caller vouches for the rows' type. */
  all<T>(sql: string, ...values: readonly Value[]): readonly T[] {
    return (this.#asked(() => this.#prepare(sql).all(...values.map(bound))) as Row[]).map((row) => restored(row) as T);
  }

  /** Rows one at a time, by a statement of their own, so that others may run between them. */
  *iterate<T>(sql: string, ...values: readonly Value[]): Generator<T, void, undefined> {
    const statement = this.#native.prepare(sql);
    this.#running.add(statement);
    try {
      for (const row of statement.iterate(...values.map(bound))) yield restored(row as Row) as T;
    } catch (error) {
      throw attributed(error, this.#path);
    } finally {
      this.#running.delete(statement);
    }
  }

  /** Runs statements without values: schema and pragmas. No text of a user's may ever be part of `sql`. */
  exec(sql: string): void {
    this.#writes += 1;
    this.#asked(() => this.#native.exec(sql));
  }

  /** Grows whenever something may have been changed: while it stands still, what was read is still so. Null where another process may write. */
  get writes(): number | null {
    return isWritten(this.#durability) ? this.#writes : null;
  }

  /** Runs `body` in one transaction: all of it is kept, or, if it throws, nothing. Returned means committed. */
  transaction<T>(body: () => T): T {
    invariant(!this.#native.isTransaction, 'transactions do not nest');
    this.#prepare('BEGIN IMMEDIATE').run();
    try {
      const value = body();
      this.#prepare('COMMIT').run();
      return value;
    } catch (error) {
      if (this.#native.isTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  /** Whether a transaction is under way. */
  get inTransaction(): boolean {
    return this.#native.isTransaction;
  }

  /** Lets go of pages that are kept in memory and of statements: they are read and prepared again when they are next asked for. */
  shrink(): void {
    this.#statements.clear(); // given back when they have been collected
    this.#native.exec('PRAGMA shrink_memory');
  }

  /** Copies the whole database to `path` a few pages at a time, while it stays in use. */
  async copyTo(path: string): Promise<void> {
    await backup(this.#native, path, { rate: 500 });
  }

  /**
   * Closes the connection: its locks are free at once, its files when its statements have been collected (see `letGo`). A transaction
   * that is under way is rolled back.
   */
  close(): void {
    this.#statements.clear();
    if (this.#native.isTransaction) this.#native.exec('ROLLBACK');
    if (this.#durability === 'keep' || this.#durability === 'derive') this.#checkpoint('TRUNCATE');
    this.#native.close();
  }

  /** Writes what is in the log into the database file, as far as nobody reads it: the log then begins anew. SQLite does so by itself in a commit, once the log is a thousand pages long. */
  checkpoint(): void {
    this.#checkpoint('PASSIVE');
  }

  /** Where that fails (a full disk, a damaged file) it stays in the log, which is just as durable. */
  #checkpoint(how: 'PASSIVE' | 'TRUNCATE'): void {
    try {
      this.#native.exec(`PRAGMA wal_checkpoint(${how})`);
    } catch (error) {
      if (sqliteTrouble(error) === null) throw error;
    }
  }
}
