import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import type { Encoding } from '#contract/schemas/file.ts';
import { Database } from '../db/database.ts';
import type { Value } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { MIGRATIONS } from '../db/migrations/migrations.ts';
import { pack } from '../db/pack.ts';
import { sqliteTrouble } from '../db/sqlite-error.ts';
import { TABLES_FILE, UNREADABLE_FILE, sourcePath, tablesOf, textPath } from '../export/project-part.ts';
import type { PackedValue, PartHead, PartRow, Unreadable } from '../export/project-part.ts';
import { layoutOf } from './layout.ts';
import { SourceStore, textHash } from './source-store.ts';
import type { Decode } from './source-store.ts';

export type RebuildOptions = {
  readonly from: string; // the export's folder
  readonly projectPath: string; // must not be there
  readonly folder: string; // to be watched; files that are not there are written into it
  readonly decode: Decode;
  readonly now: () => Date;
};

export type Rebuilt = { readonly sources: number; readonly files: number };

/** Why an export does not make a project. */
export class RebuildError extends Error {
  readonly code: 'no-part' | 'newer' | 'damaged' | 'project-exists';

  constructor(code: RebuildError['code'], what: string) {
    super(what);
    this.code = code;
  }
}

const AT_ONCE = 2_000; // rows in a transaction

/**
 * Makes a project of the `stet/` part of an export: its sources, articles, journal, topics, settings and ids, as they were. The project appears whole or not at all. What was
 * lost before the export is so here, and comes back as it would have there: with the file.
 * The export is to have been verified. Throws RebuildError, and the file system's errors.
 */
export async function rebuildProject({ from, projectPath, folder, decode, now }: RebuildOptions): Promise<Rebuilt> {
  if (existsSync(projectPath)) throw new RebuildError('project-exists', projectPath);
  if (!existsSync(join(from, TABLES_FILE))) throw new RebuildError('no-part', from);
  const partial = `${projectPath}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    const rebuilt = await fill(partial, { from, folder, decode, now });
    renameSync(partial, projectPath);
    return rebuilt;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

async function fill(root: string, { from, folder, decode, now }: Omit<RebuildOptions, 'projectPath'>): Promise<Rebuilt> {
  const layout = layoutOf(root);
  const db = Database.open(layout.project, 'keep');
  try {
    const { weights } = await fillTables(db, join(from, TABLES_FILE)).catch((error: unknown) => {
      throw isOfRows(error) ? new RebuildError('damaged', TABLES_FILE) : error;
    });
    db.run('INSERT INTO project (id, folder, made_at, incarnation, weights) VALUES (1, ?, ?, ?, ?)', folder, now().toISOString(), randomUUID(), weights);
    const lost = lostOf(from);
    const sources = keepSources(layout.sources, db, from, decode, lost);
    return { sources, files: restoreFiles(db, from, folder, lost) };
  } finally {
    db.close();
  }
}

/** Fills a new database with the rows, in the schema they were written in, and brings it to the newest. */
async function fillTables(db: Database, path: string): Promise<PartHead> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  const first = await lines.next();
  const head = JSON.parse(first.done ? 'null' : first.value) as PartHead | null;
  if (head?.generator !== 'stet-project') throw new RebuildError('damaged', path);
  if (head.schema > MIGRATIONS.project.length) throw new RebuildError('newer', String(head.schema));
  for (const step of MIGRATIONS.project.slice(0, head.schema)) db.exec(step);
  db.exec(`PRAGMA user_version = ${head.schema}`);
  db.exec('PRAGMA foreign_keys = 0'); // rows come in the order of their tables; they are held against each other at the end
  const triggers = db.all<{ name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`);
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  const known = new Set(tablesOf(db));
  for (const table of known) db.exec(`DELETE FROM "${table}"`); // what the schema brings with it is among the rows
  let rows: PartRow[] = [];
  const flush = () => {
    db.transaction(() => rows.forEach((row) => insert(db, row)));
    rows = [];
  };
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const row = JSON.parse(next.value) as PartRow;
    if (!known.has(row.table)) throw new RebuildError('damaged', row.table);
    rows.push(row);
    if (rows.length >= AT_ONCE) flush();
  }
  flush();
  for (const { sql } of triggers) db.exec(sql);
  if (db.all('PRAGMA foreign_key_check').length > 0) throw new RebuildError('damaged', path);
  db.exec('PRAGMA foreign_keys = 1');
  migrate(db, 'project');
  return head;
}

/** Whether an error says that the rows are not what was written, rather than that the disk or the program failed. */
const isOfRows = (error: unknown): boolean => error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR' && sqliteTrouble(error) === null);

function insert(db: Database, { table, row }: PartRow): void {
  const columns = Object.keys(row);
  if (columns.some((column) => !/^[a-z_]+$/u.test(column))) throw new RebuildError('damaged', table);
  db.run(`INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(row).map(stored));
}

const stored = (value: unknown): Value => (typeof value === 'object' && value !== null ? storedBytes(value as PackedValue) : (value as Value));

const storedBytes = (value: PackedValue): Uint8Array => ('damaged' in value ? Buffer.from(value.damaged, 'base64') : pack(value.packed));

/** The hashes of versions that the part lacks, as they were lost before the export. */
function lostOf(from: string): ReadonlySet<string> {
  const path = join(from, UNREADABLE_FILE);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  return new Set(lines.flatMap((line) => {
    const { hash, encoding } = JSON.parse(line) as Unreadable;
    return encoding === undefined ? [hash] : [];
  }));
}

/** Keeps the bytes of every version that is not lost, and the texts that trees point into. Returns how many versions there are. */
function keepSources(path: string, project: Database, from: string, decode: Decode, lost: ReadonlySet<string>): number {
  const db = Database.open(path, 'keep');
  const store = new SourceStore(db, decode);
  try {
    migrate(db, 'sources');
    const hashes = new Set<string>();
    for (const { hash, encoding, text_hash: expected } of project.all<Reading>('SELECT DISTINCT hash, encoding, text_hash FROM reading ORDER BY hash')) {
      if (lost.has(hash)) continue;
      const bytes = sourceBytes(from, hash);
      const kept = join(from, ...textPath(hash, encoding).split('/'));
      const isLayout = existsSync(kept);
      const plain = decode(bytes, encoding);
      const text = isLayout ? readFileSync(kept).toString('utf16le') : plain;
      if (text === null || ![text, plain].some((each) => each !== null && textHash(each) === expected)) throw new RebuildError('damaged', sourcePath(hash));
      store.keep([{ hash, bytes, encoding, text, isLayout }]); // what was kept stays so
      hashes.add(hash);
    }
    return hashes.size;
  } finally {
    db.close();
  }
}

type Reading = { readonly hash: string; readonly encoding: Encoding; readonly text_hash: string };

function sourceBytes(from: string, hash: string): Buffer {
  const bytes = readFileSync(join(from, ...sourcePath(hash).split('/')));
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new RebuildError('damaged', sourcePath(hash));
  return bytes;
}

/** Writes the files that were read into the watched folder, where they are not there: the newest version of each, as old as it was. Of one whose bytes are lost the next look takes what is there. Returns how many it wrote. */
function restoreFiles(project: Database, from: string, folder: string, lost: ReadonlySet<string>): number {
  for (const hash of lost) project.run('UPDATE file SET hash = NULL, modified = -1 WHERE hash = ?', hash);
  let written = 0;
  for (const { path, hash, modified } of project.all<{ path: string; hash: string; modified: number }>(`SELECT path, hash, modified FROM file WHERE state = 'read' AND hash IS NOT NULL ORDER BY path`)) {
    const target = join(folder, ...path.split('/'));
    if (relative(folder, target).split(sep)[0] === '..' || existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, sourceBytes(from, hash));
    utimesSync(target, modified / 1_000, modified / 1_000);
    written += 1;
  }
  return written;
}
