import { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { DatabaseName } from './migrations/migrations.ts';
import { describeSchema } from './schema.ts';
import { sqliteTrouble } from './sqlite-error.ts';

/** Whether a database is sound: its pages hang together and it holds exactly the tables, indexes and triggers it should. */
export function isSound(db: Database, name: DatabaseName): boolean {
  try {
    const problems = db.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    return problems.length === 1 && problems[0]?.quick_check === 'ok' && hasExpectedSchema(db, name);
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return false;
    throw error;
  }
}

/** Whether the schema is the one our migrations make: triggers or views that someone else put into the file are not run. */
export function hasExpectedSchema(db: Database, name: DatabaseName): boolean {
  const fresh = Database.inMemory();
  try {
    migrate(fresh, name);
    return describeSchema(fresh) === describeSchema(db);
  } finally {
    fresh.close();
  }
}
