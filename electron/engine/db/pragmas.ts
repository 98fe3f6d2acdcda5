import { invariant } from '#util/invariant.ts';

/**
 * What a database is for. `keep`: what is committed outlives a power cut (synchronous=FULL). `derive`: it can be made again
 * (synchronous=NORMAL). `memory`: it goes with the process. `read-only`: another process writes it. `still`: nobody can, for it lies
 * on a disk that cannot be written to. `lock`: it is only there to be locked; who finds it locked does not wait.
 */
export type Durability = 'keep' | 'derive' | 'memory' | 'read-only' | 'still' | 'lock';

const COMMON = { foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, busy_timeout: 5_000 };

/** The pragmas of each kind and the values they must show afterwards. */
export const PRAGMAS: Readonly<Record<Durability, Readonly<Record<string, string | number>>>> = {
  keep: { journal_mode: 'wal', synchronous: 2, ...COMMON },
  derive: { journal_mode: 'wal', synchronous: 1, ...COMMON },
  memory: { journal_mode: 'memory', ...COMMON },
  'read-only': { query_only: 1, ...COMMON },
  still: { query_only: 1, ...COMMON },
  lock: { journal_mode: 'delete', ...COMMON, busy_timeout: 0 },
};

/** What of a connection pragmas are set by and read from. */
type Connection = { exec(sql: string): void; get<T>(sql: string): T | undefined };

/** Sets what a kind of database needs and checks that it took effect: a pragma that SQLite does not follow says nothing. */
export function applyPragmas(db: Connection, durability: Durability): void {
  for (const [name, value] of Object.entries(PRAGMAS[durability])) {
    db.exec(`PRAGMA ${name} = ${value}`);
    invariant(readPragma(db, name) === value, `PRAGMA ${name} is ${value}, not ${readPragma(db, name)}`);
  }
}

/** The value a pragma shows. */
export function readPragma(db: Connection, name: string): string | number | undefined {
  const row = db.get<Record<string, string | number>>(`PRAGMA ${name}`);
  return row && Object.values(row)[0];
}
