import type { Encoding } from '#contract/schemas/file.ts';
import type { Database } from '../db/database.ts';
import { schemaVersion } from '../db/migrate.ts';
import { unpack } from '../db/pack.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import type { SourceStore } from '../project/source-store.ts';

/** The folder of an export that holds what a project is rebuilt from, and the file of it that holds the tables. */
export const PART = 'stet';
export const TABLES_FILE = `${PART}/project.jsonl`;
export const UNREADABLE_FILE = `${PART}/unreadable.jsonl`;
export const sourcePath = (hash: string): string => `${PART}/sources/${hash.slice(0, 2)}/${hash}`;
export const textPath = (hash: string, encoding: Encoding): string => `${PART}/texts/${hash.slice(0, 2)}/${hash}-${encoding}`;

/** The first line: by which schema of project.db the rows are to be read, and which learned weights are in use (null: the program's own). */
export type PartHead = { readonly generator: 'stet-project'; readonly schema: number; readonly weights: string | null };
/** Every other line: a row of a table, packed values as the JSON they hold. */
export type PartRow = { readonly table: string; readonly row: Readonly<Record<string, unknown>> };
export type PackedValue = { readonly packed: unknown } | { readonly damaged: string };
/** A line of what the part lacks, as it is lost: a version's bytes, or its text beside them. */
export type Unreadable = { readonly hash: string; readonly encoding?: Encoding };

/** A piece of a file, for its end. `closes`: nothing more comes. */
export type Part = { readonly path: string; readonly part: string | Uint8Array; readonly closes: boolean };

/** Tables that say nothing of the articles: answers to calls made twice, where this project lies on this machine. */
const LEFT_OUT: ReadonlySet<string> = new Set(['done', 'project']);

const README = `This folder holds what Stet rebuilds the project from: \`stet import --from-export FOLDER --project NEW.stet\`.

- \`project.jsonl\`: the tables of the project, a row a line, in the order of their keys: files, pages (issue), how each was read (reading), the journal
  (entry, effect), where each entry stands (standing), ids given to articles (public_id), topics, settings, rules and accepted wordings. \`packed\` values are JSON that
  the database keeps compressed. The first line names the schema. Offsets in here are UTF-16 code units of the decoded source.
- \`sources/\`: the bytes of every version of every file that was ever read, named by their SHA-256.
- \`unreadable.jsonl\`, where it is there: versions whose bytes (\`hash\`), or text beside them (with \`encoding\`), were lost before the export. Values of rows
  that were damaged are in \`damaged\`, their bytes as they were found, in base64.
- \`texts/\`: what some of them were read as, in UTF-16LE, where later programs might read them otherwise: GB18030, Big5, files of layout.
`;

/**
 * What a project is rebuilt from, file by file, the same bytes for the same state: its tables and its sources. `db` is the project at one moment; `ids` where ids of articles
 * are to be read from, as an export gives some itself. Throws DamagedError where something cannot be read; `withDamaged`: damaged values go along as they are, and what is lost
 * of the sources is listed.
 */
export function* projectPart(db: Database, ids: Database, sources: SourceStore, withDamaged = false): Generator<Part> {
  const plain = plainWith(withDamaged);
  yield { path: `${PART}/README.md`, part: README, closes: true };
  yield { path: TABLES_FILE, part: line({ generator: 'stet-project', schema: schemaVersion(db), weights: db.get<{ weights: string | null }>('SELECT weights FROM project')?.weights ?? null } satisfies PartHead), closes: false };
  for (const table of tablesOf(db)) {
    for (const row of (table === 'public_id' ? ids : db).iterate<Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY ${keyOf(db, table)}`)) {
      yield { path: TABLES_FILE, part: line({ table, row: Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])) } satisfies PartRow), closes: false };
    }
  }
  const unreadable: Unreadable[] = [];
  const readable = <T>(what: Unreadable, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!withDamaged || !(error instanceof DamagedError)) throw error;
      unreadable.push(what);
      return null;
    }
  };
  for (const { hash } of db.iterate<{ hash: string }>('SELECT DISTINCT hash FROM reading ORDER BY hash')) {
    const bytes = readable({ hash }, () => sources.bytes(hash));
    if (bytes) yield { path: sourcePath(hash), part: bytes, closes: true };
  }
  for (const { hash, encoding } of db.iterate<{ hash: string; encoding: Encoding }>('SELECT DISTINCT hash, encoding FROM reading ORDER BY hash, encoding')) {
    const text = readable({ hash, encoding }, () => sources.keptText(hash, encoding));
    if (text !== null) yield { path: textPath(hash, encoding), part: Buffer.from(text, 'utf16le'), closes: true };
  }
  if (unreadable.length > 0) yield { path: UNREADABLE_FILE, part: unreadable.map(line).join(''), closes: true };
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

const plainWith = (withDamaged: boolean) => (value: unknown): unknown => (value instanceof Uint8Array ? packedValue(value, withDamaged) : value);

function packedValue(bytes: Uint8Array, withDamaged: boolean): PackedValue {
  try {
    return { packed: unpack(bytes) };
  } catch (error) {
    if (withDamaged && error instanceof DamagedError) return { damaged: Buffer.from(bytes).toString('base64') };
    throw error;
  }
}

/** The tables that a project is rebuilt from, by name. */
export function tablesOf(db: Database): readonly string[] {
  return db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`).flatMap(({ name }) => (LEFT_OUT.has(name) ? [] : [name]));
}

function keyOf(db: Database, table: string): string {
  return db.all<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', table).map(({ name }) => `"${name}"`).join(', ');
}
