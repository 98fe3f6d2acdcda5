import type { Database } from './database.ts';
import type { DatabaseName } from './migrations/migrations.ts';
import { describeSchema } from './schema.ts';
import indexSchema from './schema/index.sql?raw';
import projectSchema from './schema/project.sql?raw';
import sourcesSchema from './schema/sources.sql?raw';
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
  return describeSchema(db) === EXPECTED[name];
}

/** What the migrations come to, as it was written down from them: making it anew at every opening takes longer than looking into the database. */
const EXPECTED: Readonly<Record<DatabaseName, string>> = { project: withoutHead(projectSchema), sources: withoutHead(sourcesSchema), index: withoutHead(indexSchema) };

function withoutHead(generated: string): string {
  return generated.slice(generated.indexOf('\n\n') + 2);
}
