import type { Result } from '#util/result.ts';
import { fail, ok } from '#util/result.ts';
import type { Database } from './database.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { DatabaseName } from './migrations/migrations.ts';
import { readPragma } from './pragmas.ts';

/** The newest schema this program knows. */
export function newestVersion(name: DatabaseName): number {
  return MIGRATIONS[name].length;
}

/** The schema a database has; 0 when it is empty. */
export function schemaVersion(db: Database): number {
  return Number(readPragma(db, 'user_version'));
}

/** Brings a database to the newest schema, each step one transaction. One from a newer program is left as it is. */
export function migrate(db: Database, name: DatabaseName): Result<void, { readonly code: 'newer'; readonly version: number }> {
  const steps = MIGRATIONS[name];
  const version = schemaVersion(db);
  if (version > steps.length) return fail({ code: 'newer', version });
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
  return ok(undefined);
}
