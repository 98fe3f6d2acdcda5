import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import type { Lost, ReadOnly } from '#contract/schemas/project.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { EverywhereList } from '../accepted/everywhere.ts';
import { listBackups } from '../db/backup.ts';
import { Database } from '../db/database.ts';
import { takeWriterLock } from '../db/lock.ts';
import type { WriterLock } from '../db/lock.ts';
import { migrate } from '../db/migrate.ts';
import { sqliteTrouble } from '../db/sqlite-error.ts';
import { RECIPE } from '../index/derive.ts';
import { Changes } from './changes.ts';
import { wasClosedInOrder } from './check-later.ts';
import type { ToCheck } from './check-later.ts';
import { layoutOf } from './layout.ts';
import type { Layout } from './layout.ts';
import type { Restored } from './open-database.ts';
import { WHOLLY, openForReading, openIndexDatabase, openProjectDatabase, openSourcesDatabase, setAside } from './open-database.ts';
import { lostSince } from './lost.ts';
import { mendTrees } from './mend-trees.ts';
import { isTrue, salvageSources } from './salvage.ts';
import { SourceStore } from './source-store.ts';
import type { Decode } from './source-store.ts';
import { readOnlyError } from './store.ts';
import type { Store } from './store.ts';

export type OpenRequest = {
  readonly projectPath: string;
  readonly folder: string | null; // of a new project
  readonly editor: string;
  readonly acceptedPath: string | null; // of the list of what is accepted everywhere
  readonly careful: boolean;
  readonly trusting: boolean; // what was closed in order is looked through once it is open (see `unchecked`), not before
  readonly now: () => Date;
  readonly decode: Decode;
};

/** A project with its databases open. */
export type OpenProject = {
  readonly layout: Layout;
  readonly store: Store;
  readonly index: Database;
  readonly folder: string;
  readonly restored: Lost | null; // a backup took the place of a damaged project.db
  readonly unchecked: readonly ToCheck[]; // not looked through yet
  readonly rescued: boolean; // sources.db was damaged and is made anew: files whose bytes were lost are to be read again
  close(): void;
};

/** Opens a project, as its writer or, where another process is that, for reading. Makes it where `folder` is given and there is none. */
export async function openProject(request: OpenRequest): Promise<Result<OpenProject, AppError>> {
  const layout = layoutOf(request.projectPath);
  if (!existsSync(layout.project) && listBackups(layout.backups).length === 0) {
    if (request.folder === null) return fail({ code: 'not-a-project', path: request.projectPath });
    makeFolder(request.projectPath);
  }
  const lock = writerLock(layout);
  if (lock === 'held' || lock === 'disk') return openReading(request, layout, lock);
  try {
    const opened = await openWriting(request, layout, lock);
    if (!opened.ok) lock.release();
    return opened;
  } catch (error) {
    lock.release();
    throw error;
  }
}

// Where nothing can be written, Node's recursive mkdir says that the folder is not there.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function writerLock(layout: Layout): WriterLock | ReadOnly {
  // SQLite opens a file that cannot be written to for reading, without a word, and gives a lock on it.
  if (![layout.root, layout.project, layout.sources, layout.lock].every(canBeWritten)) return 'disk';
  try {
    return takeWriterLock(layout.lock) ?? 'held';
  } catch (error) {
    if (sqliteTrouble(error) === 'not-writable') return 'disk'; // a read-only disk, or somebody else's folder
    throw error;
  }
}

function canBeWritten(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return !existsSync(path);
  }
}

async function openWriting(request: OpenRequest, layout: Layout, lock: WriterLock): Promise<Result<OpenProject, AppError>> {
  const now = request.now().toISOString();
  const inOrder = request.trusting && wasClosedInOrder(layout);
  const opened = await openProjectDatabase(layout, now, !inOrder);
  if (!opened.ok) return opened;
  const { db } = opened.value;
  const restored = lostIn(opened.value, layout);
  const size = existsSync(layout.sources) ? statSync(layout.sources).size : 0;
  const isSuspect = existsSync(layout.suspect); // however large it is then, and however long it takes
  const sources = openSourcesDatabase(layout, isSuspect || (!inOrder && size <= WHOLLY));
  if (!sources.ok) {
    db.close();
    return sources;
  }
  const whole = sources.value && (!isSuspect || isTrue(sources.value)) ? sources.value : null;
  if (!whole) sources.value?.close();
  const sourcesDb = whole ?? await rescueSources(layout, db, now);
  if (restored !== null) db.run('UPDATE project SET incarnation = ?', randomUUID());
  db.run('INSERT INTO project (id, folder, made_at, incarnation) VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING', request.folder ?? '', now, randomUUID());
  const { incarnation } = db.get<{ incarnation: string }>('SELECT incarnation FROM project')!;
  const index = await openIndexDatabase(layout, incarnation, RECIPE, !inOrder);
  const derived = statSync(layout.index).size <= WHOLLY;
  const toCheck: readonly ToCheck[] = [{ path: layout.project, name: 'project' }, ...(size <= WHOLLY ? [{ path: layout.sources, name: 'sources' } as const] : []), ...(derived ? [{ path: layout.index, name: 'index' } as const] : [])];
  const project = assemble(request, { layout, db, sourcesDb, index, readOnly: null, restored, lock, unchecked: inOrder ? toCheck : [], rescued: whole === null });
  if (isSuspect) mendTrees(project.store);
  rmSync(layout.suspect, { force: true });
  return ok(project);
}

/** What a backup in the place of a damaged project.db lacks. */
function lostIn({ db, restored }: { readonly db: Database; readonly restored: Restored | null }, layout: Layout): Lost | null {
  if (restored === null) return null;
  const { at, kept } = restored;
  return { backup: at, kept: relative(layout.root, kept).split(sep).join('/'), changes: existsSync(kept) ? lostSince(kept, db) : null };
}

/** Starts a new sources.db with what a damaged one still gives. Files whose bytes are lost are read again. */
async function rescueSources(layout: Layout, project: Database, now: string): Promise<Database> {
  const damaged = await setAside(layout.sources, layout, now);
  const fresh = Database.open(layout.sources, 'keep');
  migrate(fresh, 'sources');
  fresh.transaction(() => salvageSources(damaged, fresh));
  const there = new Set(fresh.all<{ hash: string }>('SELECT hash FROM source').map(({ hash }) => hash));
  project.transaction(() => {
    for (const { id, hash } of project.all<{ id: number; hash: string }>('SELECT id, hash FROM file WHERE hash IS NOT NULL')) {
      if (!there.has(hash)) project.run('UPDATE file SET hash = NULL, modified = -1 WHERE id = ?', id);
    }
  });
  return fresh;
}

function openReading(request: OpenRequest, layout: Layout, why: ReadOnly): Result<OpenProject, AppError> {
  const durability = why === 'disk' && [layout.project, layout.sources].every(isWhole) ? 'still' : 'read-only';
  const project = openForReading(layout.project, 'project', durability);
  if (!project.ok) return project;
  if (!project.value) return fail(readOnlyError(why));
  const sources = openForReading(layout.sources, 'sources', durability);
  if (!sources.ok || !sources.value) {
    project.value.close();
    return sources.ok ? fail(readOnlyError(why)) : sources;
  }
  // The writer's index may be behind and is not ours to mend: what is shown is derived in memory.
  const index = Database.inMemory();
  migrate(index, 'index');
  return ok(assemble(request, { layout, db: project.value, sourcesDb: sources.value, index, readOnly: why, restored: null, lock: null, unchecked: [], rescued: false }));
}

/** Whether all of a database is in its own file: SQLite needs to write to read what it has beside it. */
const isWhole = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;

type Parts = {
  readonly layout: Layout;
  readonly db: Database;
  readonly sourcesDb: Database;
  readonly index: Database;
  readonly readOnly: ReadOnly | null;
  readonly restored: Lost | null;
  readonly lock: WriterLock | null;
  readonly unchecked: readonly ToCheck[];
  readonly rescued: boolean;
};

function assemble({ decode, now, editor, acceptedPath, careful }: OpenRequest, { layout, db, sourcesDb, index, readOnly, restored, lock, unchecked, rescued }: Parts): OpenProject {
  const { folder } = db.get<{ folder: string }>('SELECT folder FROM project')!;
  const sources = new SourceStore(sourcesDb, decode);
  const store: Store = { db, sources, everywhere: new EverywhereList(acceptedPath), changes: new Changes(), readOnly, isInPlace: watchPlace(layout.project), now, defaultEditor: editor, careful };
  return {
    layout, store, index, folder, restored, unchecked, rescued,
    close() {
      sources.close();
      db.close();
      lock?.release();
    },
  };
}

/** Tells whether a file is still the one that is at a path now. */
function watchPlace(path: string): () => boolean {
  const at = () => statSync(path, { throwIfNoEntry: false });
  const first = at();
  return () => {
    const now = at();
    return now !== undefined && now.ino === first?.ino && now.dev === first.dev;
  };
}
