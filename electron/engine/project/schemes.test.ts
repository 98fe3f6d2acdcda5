import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Names, Scheme } from '#contract/schemas/project.ts';
import { Database } from '../db/database.ts';
import { MIGRATIONS } from '../db/migrations/migrations.ts';
import type { Engine } from '../engine.ts';
import { must, once, openOn, temporaryProject } from '../testing/project.ts';
import { readTrouble } from './scheme-import.ts';

const names = (en: string, zh = ''): Names => ({ en, 'zh-Hans': zh });
const schemes = async (engine: Engine): Promise<readonly Scheme[]> => must(await engine.call('topics.list', {})).slice(1);
const last = async (engine: Engine): Promise<Scheme> => (await schemes(engine)).at(-1)!;
const undo = async (engine: Engine) => must(await engine.call('history.undo', { once: once(), issue: null }));
const redo = async (engine: Engine) => must(await engine.call('history.redo', { once: once(), issue: null }));

test('there are several schemes, each a tree; what is done to one is taken back and done again', async () => {
  const engine = await openOn(temporaryProject());
  const { scheme } = must(await engine.call('topics.addScheme', { once: once(), title: names('Waters', '水系') }));
  const top = must(await engine.call('topics.add', { once: once(), scheme, labels: names(' rivers ') }));
  const below = must(await engine.call('topics.add', { once: once(), scheme, broader: top.id, labels: names('brooks') }));
  must(await engine.call('topics.change', { once: once(), topic: below, notation: 'W.2', definition: names('', '溪涧') }));
  must(await engine.call('topics.changeScheme', { once: once(), scheme, title: names('All waters'), retired: true }));
  expect(await last(engine)).toMatchObject({
    title: names('All waters'), retired: true, editable: true,
    topics: [{ ...top, broader: null, labels: names('rivers') }, { ...below, broader: top.id, notation: 'W.2', definition: names('', '溪涧'), retired: false }],
  });
  expect(await engine.call('topics.change', { once: once(), topic: top, broader: below.id })).toEqual({ ok: false, error: { code: 'topic-below-itself' } });
  expect(await engine.call('topics.add', { once: once(), broader: top.id, labels: names('x') })).toMatchObject({ error: { where: 'topics.add.broader' } }); // of another scheme
  const done = await schemes(engine);
  for (let n = 0; n < 5; n += 1) await undo(engine);
  expect(await schemes(engine)).toMatchObject([{ id: 'own', topics: [] }]);
  for (let n = 0; n < 5; n += 1) await redo(engine);
  expect(await schemes(engine)).toEqual(done);
});

test('a file is tried, taken in as one step, taken in again with what is gone retired, and written as it was', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  const file = join(place.base, 'waters.csv');
  engine.grant('file', file);
  writeFileSync(file, 'id,broader,label_en,note_zh\n1,,rivers,\n2,1,brooks,溪涧\n2,1,again,\n3,9,lost,\n');
  const request = { grant: 'file', scheme: null, retireMissing: false };
  const tried = must(await engine.call('topics.tryImport', request));
  expect(tried).toMatchObject({
    added: 2, changed: 0, retired: 0, same: 0, refused: 2,
    firstRefused: [{ line: 4, id: '2', why: 'duplicate-id' }, { line: 5, id: '3', why: 'unknown-broader' }],
    sample: [{ what: 'added', id: '1' }, { what: 'added', id: '2' }],
  });
  expect(await schemes(engine)).toHaveLength(1);
  expect(must(await engine.call('topics.importFile', { once: once(), ...request, title: names('Waters') }))).toEqual(tried);
  const { id: scheme, topics } = await last(engine);
  expect(topics).toMatchObject([{ id: '1', labels: names('rivers') }, { id: '2', broader: '1', definition: names('', '溪涧') }]);

  writeFileSync(file, 'id,label_en\n1,streams\n4,lakes\n');
  expect(must(await engine.call('topics.importFile', { once: once(), grant: 'file', scheme, retireMissing: true, title: names('') }))).toMatchObject({ added: 1, changed: 1, retired: 1 });
  expect((await last(engine)).topics).toMatchObject([{ id: '1', labels: names('streams') }, { id: '2', retired: true }, { id: '4' }]);
  const after = await last(engine);
  await undo(engine);
  expect((await last(engine)).topics).toEqual(topics);
  await redo(engine);

  for (const ending of ['csv', 'ttl', 'rdf']) {
    const written = join(place.base, `out.${ending}`);
    engine.grant(ending, written);
    expect(must(await engine.call('topics.exportFile', { scheme, grant: ending }))).toEqual({ topics: 3 });
    expect(must(await engine.call('topics.tryImport', { grant: ending, scheme, retireMissing: true })), readFileSync(written, 'utf8')).toMatchObject({ same: 3, added: 0, changed: 0, retired: 0, refused: 0 });
    expect(must(await engine.call('topics.importFile', { once: once(), grant: ending, scheme: null, retireMissing: false, title: names('Copy') }))).toMatchObject({ added: 3 });
    expect((await last(engine)).topics.map(({ scheme: _, ...topic }) => topic)).toEqual(after.topics.map(({ scheme: _, ...topic }) => topic));
  }
  expect(readdirSync(place.base).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('a file that cannot be read changes nothing, and nothing is written into the watched folder', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  engine.grant('gone', join(place.base, 'gone.csv'));
  engine.grant('bad', join(place.base, 'bad.ttl'));
  writeFileSync(join(place.base, 'bad.ttl'), 'not turtle');
  engine.grant('inside', join(place.folder, 'topics.csv'));
  expect(await engine.call('topics.tryImport', { grant: 'gone', scheme: null, retireMissing: false })).toMatchObject({ error: { code: 'scheme-file-gone', file: 'gone.csv' } });
  expect(await engine.call('topics.importFile', { once: once(), grant: 'bad', scheme: null, retireMissing: false, title: names('x') })).toMatchObject({ error: { code: 'scheme-file-syntax', file: 'bad.ttl', line: 1 } });
  expect(await engine.call('topics.tryImport', { grant: '/etc/passwd', scheme: null, retireMissing: false })).toMatchObject({ error: { code: 'grant-unknown' } });
  expect(await engine.call('topics.exportFile', { scheme: 'medtop', grant: 'inside' })).toMatchObject({ error: { code: 'target-inside-source' } });
  expect(readdirSync(place.folder)).toEqual([]);
  expect(await schemes(engine)).toHaveLength(1);
});

test.each([
  ['only-head.csv', 'id,label_en,label_zh\n', { code: 'scheme-file-empty' }],
  ['semicolons.csv', 'id;"label_en";label_zh\n1;rivers;河道\n', { code: 'scheme-file-commas' }],
  ['tabs.csv', 'id\tlabel_en\n1\trivers\n', { code: 'scheme-file-commas' }],
  ['no-names.csv', 'id,name\n1,rivers\n', { code: 'scheme-file-columns' }],
  ['empty.csv', '', { code: 'scheme-file-empty' }],
])('%s is refused by its name, and with what is wrong', async (file, text, error) => {
  const place = temporaryProject();
  const engine = await openOn(place);
  engine.grant('file', join(place.base, file));
  writeFileSync(join(place.base, file), text);
  expect(await engine.call('topics.tryImport', { grant: 'file', scheme: null, retireMissing: false })).toEqual({ ok: false, error: { ...error, file } });
});

test.each([
  ['EACCES', { code: 'no-permission', path: '/a/waters.csv' }],
  ['EPERM', { code: 'no-permission', path: '/a/waters.csv' }],
  ['EISDIR', { code: 'scheme-file-gone', file: 'waters.csv' }],
  ['EBUSY', { code: 'scheme-file-unreadable', file: 'waters.csv' }],
  ['EMFILE', { code: 'scheme-file-unreadable', file: 'waters.csv' }],
  ['ERR_OUT_OF_RANGE', null],
])('a file that cannot be read: %s', (code, expected) => {
  expect(readTrouble(Object.assign(new Error(code), { code }), '/a/waters.csv')).toEqual(expected);
});

test('a folder in the file’s place is no bug', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  mkdirSync(join(place.base, 'folder.csv'));
  engine.grant('folder', join(place.base, 'folder.csv'));
  expect(await engine.call('topics.tryImport', { grant: 'folder', scheme: null, retireMissing: false })).toEqual({ ok: false, error: { code: 'scheme-file-gone', file: 'folder.csv' } });
});

test('a project of the program before there were schemes keeps its topics, and what was done to them can be taken back', async () => {
  const place = temporaryProject();
  const before = await openOn(place);
  const topic = must(await before.call('topics.add', { once: once(), labels: names('old river', '老河') }));
  must(await before.call('topics.change', { once: once(), topic, retired: true }));
  await before.close();
  const path = join(place.projectPath, 'project.db');
  renameSync(path, `${path}-newer`);
  const db = Database.open(path, 'keep');
  db.exec('PRAGMA foreign_keys = OFF');
  for (const step of MIGRATIONS.project.slice(0, 4)) db.exec(step);
  db.exec(`ATTACH '${`${path}-newer`.replaceAll("'", "''")}' AS newer`);
  for (const { name } of db.all<{ name: string }>(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)) {
    const columns = db.all<{ name: string }>(`SELECT name FROM pragma_table_info(?1) WHERE name IN (SELECT name FROM pragma_table_info(?1, 'newer'))`, name).map((column) => `"${column.name}"`).join(', ');
    db.exec(`INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM newer."${name}"`);
  }
  db.exec('PRAGMA user_version = 4');
  db.close();
  const engine = await openOn(place);
  expect(await schemes(engine)).toEqual([{
    id: 'own', title: names('Own topics', '自定主题'), editable: true, retired: false,
    topics: [{ ...topic, broader: null, notation: '', labels: names('old river', '老河'), definition: names(''), retired: true }],
  }]);
  await undo(engine);
  expect((await schemes(engine))[0]?.topics[0]?.retired).toBe(false);
  await undo(engine);
  expect((await schemes(engine))[0]?.topics).toEqual([]);
});
