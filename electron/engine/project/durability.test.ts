import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { isSound } from '../db/check.ts';
import { Database } from '../db/database.ts';
import { MIGRATIONS } from '../db/migrations/migrations.ts';
import { openEngine } from '../engine.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const PAGE = issueOf('a1 headline: 一', `a1 body: ${'二三四五六七八九十'.repeat(40)}`);

async function note(engine: Engine, issue: number, text: string, key = once()) {
  const { version } = must(await engine.call('issue.open', { issue }));
  return engine.call('issue.edit', { once: key, issue, version, label: 'note', edits: [{ kind: 'setNote', article: articleId('a1'), note: text }] });
}

test('a log cut off anywhere, as by a power cut, gives back a prefix that holds every act synced before the cut', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  engine.store.db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0');
  const log = `${engine.context.layout.project}-wal`;
  const acts: { readonly key: string; readonly end: number }[] = [];
  for (let n = 0; n < 40; n += 1) {
    const key = once();
    must(await note(engine, issue, `${n} ${'長'.repeat(n * 20)}`, key));
    acts.push({ key, end: statSync(log).size });
  }
  const [base, bytes] = [readFileSync(engine.context.layout.project), readFileSync(log)];
  expect(acts.at(-1)?.end).toBe(bytes.length);

  const folder = join(place.base, 'cut');
  mkdirSync(folder);
  let count = 0;
  fc.assert(fc.property(fc.nat(bytes.length), fc.boolean(), (at, zeroed) => {
    const path = join(folder, `${(count += 1)}.db`);
    writeFileSync(path, base);
    writeFileSync(`${path}-wal`, zeroed ? Buffer.concat([bytes.subarray(0, at), Buffer.alloc(4096)]) : bytes.subarray(0, at));
    const db = Database.open(path, 'keep');
    expect(isSound(db, 'project')).toBe(true);
    const kept = db.all<{ once: string }>('SELECT once FROM done ORDER BY entry').map((row) => row.once);
    expect(kept).toEqual(acts.slice(0, kept.length).map(({ key }) => key));
    expect(kept.length).toBeGreaterThanOrEqual(acts.filter(({ end }) => end <= at).length);
    const { version } = db.get<{ version: number }>('SELECT version FROM issue')!;
    expect(version).toBe(kept.length);
    db.close();
  }), { numRuns: 40 });
});

test('a full disk refuses an act whole; what was acknowledged stays, and work goes on when there is room', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  const { db } = engine.store;
  const { page_count: pages } = db.get<{ page_count: number }>('PRAGMA page_count')!;
  db.exec(`PRAGMA max_page_count = ${pages + 3}`); // SQLite answers as it does where the disk has no room
  let last = '';
  let refused: unknown = null;
  for (let n = 0; refused === null && n < 500; n += 1) {
    const text = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + ((n * 7919 + i * i * 31) % 20_000))).join('');
    const result = await note(engine, issue, text);
    if (result.ok) last = text;
    else refused = result.error;
  }
  expect(refused).toEqual({ code: 'disk-full' });
  const noted = async () => must(await engine.call('issue.open', { issue })).tree.articles[0]?.note;
  expect(await noted()).toBe(last);
  expect(last).not.toBe('');
  const many = Array.from({ length: 60 }, (_, n) => readReport(`b${n}.txt`, issueOf(`b${n} body: ${n}${last}`)));
  expect(() => record(engine, ...many)).toThrow('database or disk is full');
  expect(db.all('SELECT path FROM file')).toHaveLength(1);
  db.exec('PRAGMA max_page_count = 1000000');
  must(await note(engine, issue, 'room again'));
  expect(await noted()).toBe('room again');
  record(engine, ...many);
  expect(db.all('SELECT path FROM file')).toHaveLength(61);
  expect(isSound(db, 'project')).toBe(true);
});

test.skipIf(process.platform === 'win32')('a project whose folder is moved or deleted under it acknowledges nothing more; put back, it goes on', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  must(await note(engine, issue, 'before'));
  const key = once();
  renameSync(place.projectPath, `${place.projectPath}-away`);
  expect(await note(engine, issue, 'meanwhile', key)).toEqual({ ok: false, error: { code: 'project-gone' } });
  expect(await engine.call('history.undo', { once: once(), issue })).toEqual({ ok: false, error: { code: 'project-gone' } });
  record(engine, readReport('b.txt', issueOf('b1 body: 新来的一页')));
  mkdirSync(place.projectPath);
  copyFileSync(join(`${place.projectPath}-away`, 'project.db'), join(place.projectPath, 'project.db')); // another file in its place
  expect(await note(engine, issue, 'meanwhile', key)).toEqual({ ok: false, error: { code: 'project-gone' } });
  rmSync(place.projectPath, { recursive: true });
  renameSync(`${place.projectPath}-away`, place.projectPath);
  must(await note(engine, issue, 'meanwhile', key));
  expect(must(await engine.call('issue.open', { issue })).tree.articles[0]?.note).toBe('meanwhile');
  expect(engine.store.db.all('SELECT path FROM file')).toHaveLength(1); // found by the next look at the folder
});

test('a project of an older schema is backed up, then brought to the newest one with all it holds', async () => {
  const place = temporaryProject();
  const path = join(place.projectPath, 'project.db');
  mkdirSync(place.projectPath);
  const old = Database.open(path, 'keep');
  old.exec(MIGRATIONS.project[0]);
  old.exec('PRAGMA user_version = 1');
  old.run('INSERT INTO project (id, folder, made_at, incarnation) VALUES (1, ?, ?, ?)', place.folder, '2026-01-01T00:00:00.000Z', 'x');
  old.run('INSERT INTO setting (key, value) VALUES (?, ?)', 'editor', '"校对甲"');
  old.close();
  const engine = await openOn(place);
  expect(must(await engine.call('project.info', {}))).toMatchObject({ settings: { editor: '校对甲' }, restored: null });
  expect(isSound(engine.store.db, 'project')).toBe(true);
  const [backup] = readdirSync(join(place.projectPath, 'backups'));
  const before = Database.open(join(place.projectPath, 'backups', backup!), 'read-only');
  expect(before.get('PRAGMA user_version')).toEqual({ user_version: 1 });
  before.close();
});

test('backups roll: the newest of each of three hours and of seven days, none where nothing changed', async () => {
  const place = temporaryProject();
  const names = () => readdirSync(join(place.projectPath, 'backups')).map((name) => name.slice('project-2026-'.length, -'-00-000Z.db'.length));
  for (const at of ['03-01T10:00', '03-02T10:00', '03-10T08:00', '03-10T08:30', '03-10T09:00', '03-10T10:00', '03-10T11:00']) {
    const engine = await openOn(place, { now: () => new Date(`2026-${at}:00Z`) });
    record(engine, readReport('a.txt', issueOf(`a1 body: ${at}`)));
    engine.context.indexer.complete();
    await engine.close();
  }
  expect(names()).toEqual(['03-01T10-00', '03-02T10-00', '03-10T09-00', '03-10T10-00', '03-10T11-00']);
});

test('the newest backup can be opened as a project', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  must(await note(engine, issueAt(engine, 'a.txt'), 'kept'));
  await engine.close();
  const projectPath = join(place.base, 'copy.stet');
  mkdirSync(projectPath);
  const [backup] = readdirSync(join(place.projectPath, 'backups'));
  copyFileSync(join(place.projectPath, 'backups', backup!), join(projectPath, 'project.db'));
  copyFileSync(join(place.projectPath, 'sources.db'), join(projectPath, 'sources.db'));
  const copy = must(await openEngine({ projectPath, folder: null, resourcesPath: place.base, logPath: join(place.base, 'engine.log'), editor: 'E', watch: false }, { read: false }));
  expect(must(await copy.call('issue.open', { issue: 1 })).tree.articles[0]?.note).toBe('kept');
  await copy.close();
});
