import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasExpectedSchema } from './check.ts';
import { Database } from './database.ts';
import { moveIntoPlace } from './files.ts';
import { letGo } from './let-go.ts';
import { schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

const NAME = /^project-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.db$/;
const HOURLY = 3;
const DAILY = 7;

/** A copy of project.db. `at` is when it was made, ISO 8601. */
export type Backup = { readonly path: string; readonly at: string };

function nameFor(at: string): string {
  return `project-${at.replaceAll(':', '-').replace('.', '-')}.db`;
}

/** The backups in a folder, newest first. Other files there are not looked at. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).toSorted().toReversed().flatMap((name) => {
    const match = NAME.exec(name);
    return match ? [{ path: join(folder, name), at: `${match[1]}T${match[2]}:${match[3]}:${match[4]}.${match[5]}Z` }] : [];
  });
}

/** Whether a backup can take the database's place. It is opened read-only and left as it is. */
export function isGoodBackup(path: string): boolean {
  let db: Database | null = null;
  try {
    db = Database.open(path, 'read-only');
    const version = schemaVersion(db);
    const whole = db.all<{ quick_check: string }>('PRAGMA quick_check(1)')[0]?.quick_check === 'ok';
    return whole && version >= 1 && (version < MIGRATIONS.project.length || hasExpectedSchema(db, 'project'));
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

/** How far a good backup's journal goes, and how much was changed; null of one that is not good. */
function reachOf({ path, at }: Backup): { readonly path: string; readonly at: string; readonly effects: number; readonly change: number } | null {
  if (!isGoodBackup(path)) return null;
  const db = Database.open(path, 'read-only');
  try {
    const { effects, change } = db.get<{ effects: number; change: number }>(
      'SELECT (SELECT coalesce(max(id), 0) FROM effect) AS effects, (SELECT coalesce(max(change), 0) FROM issue) AS change',
    )!;
    return { path, at, effects, change };
  } finally {
    db.close();
  }
}

/** The backups that can take the database's place, the one that holds most first: a clock that was wrong once names one newest that is not. */
export function goodBackups(folder: string): readonly Backup[] {
  return listBackups(folder).flatMap((backup) => reachOf(backup) ?? [])
    .toSorted((a, b) => b.effects - a.effects || b.change - a.change || (a.at < b.at ? 1 : -1));
}

/**
 * Copies project.db into `folder` beside the other backups: written under another name, opened and checked, synced, renamed.
 * Then lets go of those that are no longer among the last of three hours and of seven days. `now` is ISO 8601. Returns the backup,
 * or null if the copy was not good (it is then gone again).
 */
export async function makeBackup(db: Database, folder: string, now: string): Promise<Backup | null> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, nameFor(now));
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  await db.copyTo(partial);
  const copy = Database.open(partial, 'lock'); // out of WAL mode, so that the copy is one file
  copy.close();
  const good = isGoodBackup(partial);
  await letGo();
  if (!good) {
    rmSync(partial, { force: true });
    return null;
  }
  moveIntoPlace(partial, path);
  for (const { path: old } of superfluous(listBackups(folder))) {
    if (old !== path) rmSync(old, { force: true }); // whatever the clock says, this one is the newest
  }
  return { path, at: now };
}

/** Of backups, newest first, those to let go: not the newest of one of the last three hours or seven days that have any. */
export function superfluous(backups: readonly Backup[]): readonly Backup[] {
  const newestOf = (length: number, count: number) => {
    const periods = new Map<string, Backup>();
    for (const backup of backups) {
      const period = backup.at.slice(0, length);
      if (!periods.has(period)) periods.set(period, backup);
    }
    return [...periods.values()].slice(0, count);
  };
  const kept = new Set([...newestOf('2026-01-01T10'.length, HOURLY), ...newestOf('2026-01-01'.length, DAILY)]);
  return backups.filter((backup) => !kept.has(backup));
}
