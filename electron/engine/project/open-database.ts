import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { goodBackups, listBackups, makeBackup } from '../db/backup.ts';
import { hasExpectedSchema, isSound } from '../db/check.ts';
import { Database } from '../db/database.ts';
import { copyIntoPlace } from '../db/files.ts';
import { letGo } from '../db/let-go.ts';
import { migrate, newestVersion, schemaVersion } from '../db/migrate.ts';
import type { DatabaseName } from '../db/migrations/migrations.ts';
import type { Durability } from '../db/pragmas.ts';
import { sqliteTrouble } from '../db/sqlite-error.ts';
import { withCompanions } from './layout.ts';
import type { Layout } from './layout.ts';

/** Bytes of a sources.db or index.db that is checked page by page on opening. */
export const WHOLLY = 64 * 1024 * 1024;

export type Newer = { readonly code: 'project-newer'; readonly version: number };
/** A backup that took a damaged database's place: its time, and where the damaged file is kept. */
export type Restored = { readonly at: string; readonly kept: string };
export type Damaged = { readonly code: 'project-damaged'; readonly path: string };

/** What a database file turned out to be before anything was written to it. */
type Look = { readonly kind: 'new' | 'current' | 'older' | 'damaged' } | { readonly kind: 'newer'; readonly version: number };

function lookAt(path: string, name: DatabaseName, durability: 'read-only' | 'still' = 'read-only'): Look {
  if (!existsSync(path)) return { kind: 'new' };
  let db: Database | null = null;
  try {
    db = Database.open(path, durability);
    const version = schemaVersion(db);
    if (version > newestVersion(name)) return { kind: 'newer', version };
    return { kind: version === 0 ? 'new' : version < newestVersion(name) ? 'older' : 'current' };
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return { kind: 'damaged' };
    throw error;
  } finally {
    db?.close();
  }
}

/** Opens a database at the newest schema, or returns null if it is damaged. It is then closed again. */
function openCurrent(path: string, name: DatabaseName, durability: Durability, wholly: boolean): Database | null {
  let db: Database | null = null;
  try {
    db = Database.open(path, durability);
    migrate(db, name);
    if (wholly ? isSound(db, name) : hasExpectedSchema(db, name)) return db;
  } catch (error) {
    if (sqliteTrouble(error) !== 'damaged') {
      db?.close();
      throw error;
    }
  }
  db?.close();
  return null;
}

/** Puts a damaged database with all that belongs to it out of the way, where it can still be examined. Returns where it is now. */
export async function setAside(path: string, layout: Layout, now: string): Promise<string> {
  await letGo();
  const folder = join(layout.damaged, now.replaceAll(':', '-'));
  mkdirSync(folder, { recursive: true });
  for (const file of withCompanions(path)) if (existsSync(file)) renameSync(file, join(folder, basename(file)));
  return join(folder, basename(path));
}

/**
 * Opens project.db: made if it is new, brought to the newest schema (after a backup), checked, `wholly` page by page. If it is damaged,
 * the newest good backup takes its place and the damaged one is kept aside; `restored` then says which backup, and where the damaged one is.
 */
export async function openProjectDatabase(layout: Layout, now: string, wholly: boolean): Promise<Result<{ readonly db: Database; readonly restored: Restored | null }, Newer | Damaged>> {
  const look = lookAt(layout.project, 'project');
  if (look.kind === 'newer') return fail({ code: 'project-newer', version: look.version });
  const lost = look.kind === 'new' && listBackups(layout.backups).length > 0;
  if (look.kind === 'older') await backUpOlder(layout, now);
  const db = look.kind === 'damaged' || lost ? null : openCurrent(layout.project, 'project', 'keep', wholly);
  if (db) return ok({ db, restored: null });
  const kept = await setAside(layout.project, layout, now);
  for (const { path, at } of goodBackups(layout.backups)) {
    copyIntoPlace(path, layout.project);
    const restored = openCurrent(layout.project, 'project', 'keep', true);
    if (restored) return ok({ db: restored, restored: { at, kept } });
    await remove(layout.project);
  }
  return fail({ code: 'project-damaged', path: existsSync(kept) ? kept : layout.project });
}

async function backUpOlder(layout: Layout, now: string): Promise<void> {
  const db = Database.open(layout.project, 'keep');
  try {
    await makeBackup(db, layout.backups, now);
  } finally {
    db.close();
  }
}

async function remove(path: string): Promise<void> {
  await letGo();
  for (const file of withCompanions(path)) rmSync(file, { force: true });
}

/** Opens index.db, looked through `wholly` where it is not too large. One that is damaged, or was derived from another project.db or by another recipe, is made anew, empty. */
export async function openIndexDatabase(layout: Layout, incarnation: string, recipe: string, wholly: boolean): Promise<Database> {
  const look = lookAt(layout.index, 'index');
  const size = existsSync(layout.index) ? statSync(layout.index).size : 0;
  const db = look.kind === 'damaged' || look.kind === 'newer' ? null : openCurrent(layout.index, 'index', 'derive', wholly && size <= WHOLLY);
  if (db && isDerivedFrom(db, incarnation, recipe)) return db;
  db?.close();
  await remove(layout.index);
  return openCurrent(layout.index, 'index', 'derive', false)!;
}

/** Whether an index is of this project.db and recipe, or of nothing yet. */
function isDerivedFrom(index: Database, incarnation: string, recipe: string): boolean {
  try {
    return index.get('SELECT 1 FROM held WHERE incarnation <> ? OR recipe <> ?', incarnation, recipe) === undefined;
  } catch (error) {
    if (sqliteTrouble(error) === 'damaged') return false;
    throw error;
  }
}

/** Opens sources.db, looked through `wholly` page by page, or returns null where it is damaged. */
export function openSourcesDatabase(layout: Layout, wholly: boolean): Result<Database | null, Newer> {
  const look = lookAt(layout.sources, 'sources');
  if (look.kind === 'newer') return fail({ code: 'project-newer', version: look.version });
  return ok(look.kind === 'damaged' ? null : openCurrent(layout.sources, 'sources', 'keep', wholly));
}

/** Opens a database that another process may be writing to, or (`still`) that nobody can; null where it is not there in the schema we know. */
export function openForReading(path: string, name: DatabaseName, durability: 'read-only' | 'still'): Result<Database | null, Newer> {
  const look = lookAt(path, name, durability);
  if (look.kind === 'newer') return fail({ code: 'project-newer', version: look.version });
  return ok(look.kind === 'current' ? Database.open(path, durability) : null);
}
