import { createHash } from 'node:crypto';
import { Database } from '../db/database.ts';
import { inflate } from '../db/pack.ts';
import { DamagedError, sqliteTrouble } from '../db/sqlite-error.ts';

type Row = { readonly hash: string; readonly size: number; readonly bytes: Uint8Array };

/** Copies what can still be read out of a damaged sources.db, from both ends. Each version is proved by its hash. Returns how many were saved. */
export function salvageSources(damaged: string, into: Database): number {
  let saved = 0;
  for (const order of ['ASC', 'DESC']) {
    whileReadable(damaged, (db) => {
      for (const { hash, size, bytes } of db.iterate<Row>(`SELECT hash, size, bytes FROM source ORDER BY id ${order}`)) {
        if (isWhole(hash, bytes)) saved += into.run('INSERT INTO source (hash, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', hash, size, bytes).changes;
      }
    });
  }
  whileReadable(damaged, (db) => {
    for (const { hash, encoding, text } of db.iterate<{ hash: string; encoding: string; text: Uint8Array }>('SELECT hash, encoding, text FROM decoded')) {
      // A text is proved by the reading that speaks of it when it is used.
      into.run('INSERT INTO decoded (hash, encoding, text) SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM source WHERE hash = ?1) ON CONFLICT DO NOTHING', hash, encoding, text);
    }
  });
  return saved;
}

/** Whether every version in a sources.db has the hash it is known by: of bytes that are others SQLite itself notices nothing. */
export function isTrue(db: Database): boolean {
  try {
    for (const { hash, bytes } of db.iterate<Pick<Row, 'hash' | 'bytes'>>('SELECT hash, bytes FROM source ORDER BY id')) if (!isWhole(hash, bytes)) return false;
    return true;
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return false;
    throw error;
  }
}

/** Reads a database as far as it goes: where it turns out to be damaged, `body` ends there. */
export function whileReadable(path: string, body: (db: Database) => void): void {
  let db: Database | null = null;
  try {
    db = Database.open(path, 'read-only');
    body(db);
  } catch (error) {
    if (sqliteTrouble(error) !== 'damaged') throw error;
  } finally {
    db?.close();
  }
}

function isWhole(hash: string, bytes: Uint8Array): boolean {
  try {
    return createHash('sha256').update(inflate(bytes)).digest('hex') === hash;
  } catch (error) {
    if (error instanceof DamagedError) return false;
    throw error;
  }
}
