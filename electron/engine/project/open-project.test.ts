import { copyFileSync, existsSync, openSync, closeSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import { PRAGMAS, readPragma } from '../db/pragmas.ts';
import { openEngine } from '../engine.ts';
import { layoutOf } from './layout.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';

const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五', 'a2 headline: 六', 'a2 body: 七八');
const PATH = '清河晚报_20240518_03.txt';

async function note(engine: Engine, text: string): Promise<void> {
  const issue = issueAt(engine, PATH);
  const { version, tree } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'note', edits: [{ kind: 'setNote', article: tree.articles[0]!.id, note: text }] }));
}

async function noteOf(engine: Engine): Promise<string> {
  return must(await engine.call('issue.open', { issue: issueAt(engine, PATH) })).tree.articles[0]!.note;
}

/** A project with one page and one note, closed, and so with one backup. */
async function closedProject(): Promise<Place> {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport(PATH, PAGE));
  await note(engine, 'kept');
  await engine.close();
  return place;
}

const openPlain = ({ projectPath, base }: Place, folder: string | null = null) => openEngine(
  { projectPath, folder, resourcesPath: base, logPath: join(base, 'engine.log'), editor: 'Editor', watch: false }, { read: false },
);

/** Overwrites bytes in the middle of a file with others. */
function damage(path: string, from: number, length: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(handle);
}

test('every pragma is in effect', async () => {
  const { store, context } = await openOn(temporaryProject());
  const shown = (db: Database, names: object) => Object.fromEntries(Object.keys(names).map((name) => [name, readPragma(db, name)]));
  expect(shown(store.db, PRAGMAS.keep)).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, busy_timeout: 5000 });
  const index = Database.open(context.layout.index, 'derive');
  expect(shown(index, PRAGMAS.derive)).toMatchObject({ journal_mode: 'wal', synchronous: 1 });
  index.close();
});

test('a folder that is no project is not made into one, and nothing is left there', async () => {
  const place = temporaryProject();
  expect(await openPlain(place)).toEqual({ ok: false, error: { code: 'not-a-project', path: place.projectPath } });
  expect(existsSync(place.projectPath)).toBe(false);
});

test('a second opener reads what the first one writes, and writes nothing', async () => {
  const place = temporaryProject();
  const writer = await openOn(place);
  record(writer, readReport(PATH, PAGE));
  const reader = await openOn(place);
  expect(must(await reader.call('project.info', {})).readOnly).toBe('held');
  await note(writer, 'seen');
  expect(await noteOf(reader)).toBe('seen');
  expect(must(await reader.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] })).total).toBe(2);
  const issue = issueAt(reader, PATH);
  expect(await reader.call('history.undo', { once: once(), issue })).toEqual({ ok: false, error: { code: 'read-only' } });
  expect(await reader.call('project.setSettings', { once: once(), settings: { editor: 'x' } })).toEqual({ ok: false, error: { code: 'read-only' } });
  await writer.close();
  await reader.close();
  const next = await openOn(place);
  expect(next.store.readOnly).toBe(null);
  expect(await noteOf(next)).toBe('seen');
});

test.each([
  ['its header', 0, 60],
  ['the middle of the schema', 100, 400],
  ['all of its second half', -0.5, 0],
])('project.db damaged in %s: the backup takes its place, the damaged one is kept', async (_name, from, length) => {
  const place = await closedProject();
  const path = join(place.projectPath, 'project.db');
  const { size } = statSync(path);
  if (from < 0) damage(path, Math.floor(size / 2), Math.ceil(size / 2));
  else damage(path, from, length);
  const broken = readFileSync(path);
  const engine = await openOn(place);
  const { restored } = must(await engine.call('project.info', {}));
  expect(restored?.backup).toMatch(/^\d{4}-/);
  expect(await noteOf(engine)).toBe('kept');
  expect(must(await engine.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] })).total).toBe(2);
  const [aside] = readdirSync(join(place.projectPath, 'damaged'));
  expect(readFileSync(join(place.projectPath, 'damaged', aside!, 'project.db')).equals(broken)).toBe(true);
  await engine.close();
  expect(must(await (await openOn(place)).call('project.info', {})).restored).toBe(null);
});

/** Overwrites the page an index of project.db begins on: what is in the tables can be read all the same. */
function damageIndex(path: string, index: string): void {
  const db = Database.open(path, 'read-only');
  const { rootpage } = db.get<{ rootpage: number }>('SELECT rootpage FROM sqlite_master WHERE name = ?', index)!;
  db.close();
  damage(path, (rootpage - 1) * 4096, 4096);
}

test('what was decided after the backup is counted, its pages are named, and where the damaged file is kept is told', async () => {
  const place = await closedProject();
  const backups = join(place.projectPath, 'backups');
  const kept = readdirSync(backups).map((name) => [name, readFileSync(join(backups, name))] as const);
  const later = await openOn(place);
  await note(later, 'later');
  await note(later, 'last');
  must(await later.call('project.setSettings', { once: once(), settings: { editor: '校对甲' } }));
  await later.close();
  for (const name of readdirSync(backups)) rmSync(join(backups, name));
  for (const [name, bytes] of kept) writeFileSync(join(backups, name), bytes);
  damageIndex(join(place.projectPath, 'project.db'), 'entry_by_label');
  const { restored } = must(await (await openOn(place)).call('project.info', {}));
  expect(restored).toMatchObject({ backup: expect.stringMatching(/^\d{4}-/), kept: expect.stringMatching(/^damaged\/[^/]+\/project\.db$/), changes: { count: 3, pages: [PATH, ''] } });
  expect(existsSync(join(place.projectPath, restored!.kept))).toBe(true);
});

test('what cannot be read of the damaged file is told as not known, not as nothing', async () => {
  const place = await closedProject();
  damage(join(place.projectPath, 'project.db'), 0, 60);
  const { restored } = must(await (await openOn(place)).call('project.info', {}));
  expect(restored).toMatchObject({ changes: null });
});

test('project.db gone while its backups are there: it is restored, not begun anew', async () => {
  const place = await closedProject();
  rmSync(join(place.projectPath, 'project.db'));
  const engine = await openOn(place);
  expect(await noteOf(engine)).toBe('kept');
});

test('a clock that was wrong does not have an older backup restored, nor the new one let go', async () => {
  const place = temporaryProject();
  const ahead = await openOn(place, { now: () => new Date('2030-01-01T10:50:00Z') });
  record(ahead, readReport(PATH, PAGE));
  await ahead.close();
  const engine = await openOn(place, { now: () => new Date('2030-01-01T10:10:00Z') });
  await note(engine, 'kept');
  await engine.close();
  damage(join(place.projectPath, 'project.db'), 0, 60);
  expect(await noteOf(await openOn(place))).toBe('kept');
});

test('what was closed in order is looked through once it is open: damage is mended at the next opening, of which the first is told', async () => {
  const place = await closedProject();
  const { project } = layoutOf(place.projectPath);
  const sound = statSync(project).size;
  damage(project, sound - 4096, 4096);
  const broken: unknown[] = [];
  const engine = await openOn(place, { forWindow: true, onBroken: (error) => broken.push(error) });
  expect(engine.context.restored).toBeNull();
  await engine.settled();
  expect(String(broken[0])).toContain('damaged');
  await engine.close();
  const again = await openOn(place, { forWindow: true });
  expect(again.context.restored).not.toBeNull();
  expect(await noteOf(again)).toBe('kept');
  await again.settled(); // and now it is sound
});

test('what was not closed in order is looked through before anything else', async () => {
  const place = await closedProject();
  const { project } = layoutOf(place.projectPath);
  damage(project, statSync(project).size - 4096, 4096);
  writeFileSync(`${project}-wal`, 'the rest of a log');
  const engine = await openOn(place, { forWindow: true });
  expect(engine.context.restored).not.toBeNull();
});

test('a damaged backup is passed over; without a good one the project is not opened', async () => {
  const place = await closedProject();
  const backups = join(place.projectPath, 'backups');
  const [good] = readdirSync(backups);
  copyFileSync(join(backups, good!), join(backups, 'project-2999-01-01T00-00-00-000Z.db'));
  damage(join(backups, 'project-2999-01-01T00-00-00-000Z.db'), 4000, 4000);
  damage(join(place.projectPath, 'project.db'), 0, 60);
  const engine = await openOn(place);
  expect(await noteOf(engine)).toBe('kept');
  await engine.close();
  for (const name of readdirSync(backups)) writeFileSync(join(backups, name), 'nothing of use');
  damage(join(place.projectPath, 'project.db'), 0, 60);
  const before = readdirSync(join(place.projectPath, 'damaged'));
  const refused = await openPlain(place);
  const aside = readdirSync(join(place.projectPath, 'damaged')).find((name) => !before.includes(name));
  expect(refused).toEqual({ ok: false, error: { code: 'project-damaged', path: join(place.projectPath, 'damaged', aside!, 'project.db') } });
});

test('a project of a newer program is left untouched', async () => {
  const place = await closedProject();
  const path = join(place.projectPath, 'project.db');
  const db = Database.open(path, 'keep');
  db.exec('PRAGMA user_version = 99');
  db.close();
  const before = readFileSync(path);
  expect(await openPlain(place)).toEqual({ ok: false, error: { code: 'project-newer', version: 99 } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a trigger that someone put into project.db is not run: the file counts as damaged', async () => {
  const place = await closedProject();
  const db = Database.open(join(place.projectPath, 'project.db'), 'keep');
  db.exec('CREATE TRIGGER evil AFTER INSERT ON entry BEGIN UPDATE setting SET value = 1; END');
  db.close();
  const engine = await openOn(place);
  expect(must(await engine.call('project.info', {})).restored).not.toBe(null);
  expect(engine.store.db.all(`SELECT name FROM sqlite_schema WHERE name = 'evil'`)).toEqual([]);
});

test('an index.db that gives no sense is made anew at the next opening', async () => {
  const place = await closedProject();
  const rows = (engine: Engine) => engine.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] });
  const engine = await openOn(place);
  engine.context.indexer.complete();
  await engine.close();
  const index = Database.open(join(place.projectPath, 'index.db'), 'derive');
  index.run(`UPDATE article SET topics = '['`);
  index.close();
  const hurt = await openOn(place);
  expect((await rows(hurt)).ok).toBe(false);
  await hurt.close();
  expect(must(await rows(await openOn(place))).total).toBe(2);
});

test('an index.db whose pages are hurt does not keep a restored project from being opened', async () => {
  const place = await closedProject();
  const path = join(place.projectPath, 'index.db');
  damage(path, 4096, statSync(path).size - 4096);
  damage(join(place.projectPath, 'project.db'), 0, 60);
  const engine = await openOn(place);
  expect(must(await engine.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] })).total).toBe(2);
});

test('index.db dropped, damaged or behind is made again, row for row', async () => {
  const place = await closedProject();
  const path = join(place.projectPath, 'index.db');
  const dump = () => {
    const db = Database.open(path, 'read-only');
    const rows = db.all('SELECT article.*, text FROM article JOIN article_text USING (id) ORDER BY issue, position').map((row) => ({ ...(row as object), id: 0 }));
    db.close();
    return rows;
  };
  const reopen = async () => {
    const engine = await openOn(place);
    must(await engine.call('library.rows', { offset: 0, limit: 1, filter: {}, sort: [] }));
    await engine.close();
    return dump();
  };
  const rows = await reopen();
  expect(rows).toHaveLength(2);
  const old = readFileSync(path);
  rmSync(path);
  expect(await reopen()).toEqual(rows);
  writeFileSync(path, 'not a database at all');
  expect(await reopen()).toEqual(rows);
  const engine = await openOn(place);
  await note(engine, 'later');
  const issue = issueAt(engine, PATH);
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'approved' }));
  expect(issue).toBeGreaterThan(0);
  await engine.close();
  writeFileSync(path, old); // an index from before: it catches up
  expect((await reopen()).map((row) => (row as unknown as { status: string }).status)).toEqual(['approved', 'approved']);
});

test('a damaged sources.db is salvaged, and what it lost is read again', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  const other = issueOf('b1 headline: 八', `b1 body: ${'九十'.repeat(3000)}`);
  record(engine, readReport(PATH, PAGE), readReport('other.txt', other));
  await note(engine, 'kept');
  await engine.close();
  damage(join(place.projectPath, 'sources.db'), 0, 60);
  const again = await openOn(place);
  const lost = again.store.db.all<{ path: string }>('SELECT path FROM file WHERE hash IS NULL ORDER BY path').map(({ path }) => path);
  expect(lost).toEqual(['other.txt', PATH].toSorted());
  expect(await again.call('issue.open', { issue: 1 })).toEqual({ ok: false, error: { code: 'page-text-lost', path: PATH } });
  record(again, readReport(PATH, PAGE), readReport('other.txt', other));
  expect(await noteOf(again)).toBe('kept');
  expect(must(await again.call('issue.open', { issue: 2 })).source).toBe(other.source);
});

test('bytes in sources.db that are others than they were: met in use, they are looked for at the next opening and read again, and the rest is kept', async () => {
  const place = await closedProject();
  const sources = join(place.projectPath, 'sources.db');
  const db = Database.open(sources, 'read-only');
  const { bytes } = db.get<{ bytes: Uint8Array }>('SELECT bytes FROM source')!;
  db.close();
  damage(sources, readFileSync(sources).indexOf(bytes) + 9, 2);
  const engine = await openOn(place, { forWindow: true });
  await engine.settled(); // SQLite finds nothing wrong
  expect(await engine.call('issue.open', { issue: 1 })).toEqual({ ok: false, error: { code: 'database-damaged', file: 'sources.db' } });
  await engine.close();
  const again = await openOn(place, { forWindow: true });
  expect(readdirSync(join(place.projectPath, 'damaged'))).toHaveLength(1);
  record(again, readReport(PATH, PAGE));
  expect(await noteOf(again)).toBe('kept');
  await again.close();
  expect(existsSync(layoutOf(place.projectPath).suspect)).toBe(false);
});
