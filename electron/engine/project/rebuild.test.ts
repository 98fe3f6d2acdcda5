import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Database } from '../db/database.ts';
import { unpack } from '../db/pack.ts';
import type { Engine } from '../engine.ts';
import { TABLES_FILE, projectPart } from '../export/project-part.ts';
import { strictDecode } from '../ingest/strict-decode.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';
import { actPage, carryOut, randomAct } from '../testing/random-acts.ts';
import { layoutOf } from './layout.ts';
import { rebuildProject } from './rebuild.ts';

const PAGES = [1, 2];
const path = (page: number) => `深/清河晚报_2024051${page}_0${page}.txt`;
const pageOf = (page: number, word: string) => actPage(page, word, '- banner: 栏');

const act = randomAct(PAGES);

const unpacked = (row: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value instanceof Uint8Array ? unpack<unknown>(value) : value]));

/** Every row of every table, whatever the part takes up of them; but answers to calls made twice, and where the project lies. */
function tables(place: Place): Readonly<Record<string, readonly unknown[]>> {
  const db = Database.open(layoutOf(place.projectPath).project, 'read-only');
  const names = db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('done', 'project')`);
  const rows = Object.fromEntries(names.map(({ name }) => [name, db.all<Readonly<Record<string, unknown>>>(`SELECT * FROM "${name}" ORDER BY 1, 2`).map(unpacked)]));
  db.close();
  return rows;
}

/** Writes the part below a folder; returns the SHA-256 of each of its files. */
function writePart(engine: Engine, place: Place, into: string): ReadonlyMap<string, string> {
  const db = Database.open(layoutOf(place.projectPath).project, 'read-only');
  const files = new Map<string, Buffer[]>();
  for (const { path: at, part } of projectPart(db, engine.store.db, engine.store.sources)) {
    const parts = files.get(at) ?? [];
    parts.push(Buffer.from(part as Uint8Array));
    files.set(at, parts);
  }
  db.close();
  for (const [at, parts] of files) {
    mkdirSync(dirname(join(into, at)), { recursive: true });
    writeFileSync(join(into, at), Buffer.concat(parts));
  }
  return new Map([...files].map(([at, parts]) => [at, createHash('sha256').update(Buffer.concat(parts)).digest('hex')]));
}

test('whatever was done to a project, what is rebuilt from its part gives the same part again, and is sound', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
    const place = temporaryProject();
    const engine = await openOn(place);
    record(engine, ...PAGES.map((page) => readReport(path(page), pageOf(page, '乙'))));
    for (const each of acts) await carryOut(engine, each, path, pageOf);
    const [first, second] = [join(place.base, 'first'), join(place.base, 'second')];
    const part = writePart(engine, place, first);
    expect(part.size).toBeGreaterThan(2);
    const [folder, projectPath] = [join(place.base, 'pages again'), join(place.base, 'again.stet')];
    await rebuildProject({ from: first, projectPath, folder, decode: strictDecode, now: () => new Date(0) });
    const again = { ...place, folder, projectPath };
    const rebuilt = await openOn(again);
    expect([...writePart(rebuilt, again, second)]).toEqual([...part]);
    expect(tables(again)).toEqual(tables(place));
    for (const page of PAGES) {
      const [was, is] = [must(await engine.call('issue.open', { issue: issueAt(engine, path(page)) })), must(await rebuilt.call('issue.open', { issue: issueAt(rebuilt, path(page)) }))];
      expect(is).toEqual(was);
      expect(readFileSync(join(folder, path(page)), 'utf8')).toBe(was.source);
      const [undone, again] = [await engine.call('history.undo', { once: once(), issue: issueAt(engine, path(page)) }), await rebuilt.call('history.undo', { once: once(), issue: issueAt(rebuilt, path(page)) })];
      expect(again.ok).toBe(undone.ok); // its journal works, not only its texts
      expect(must(await rebuilt.call('issue.open', { issue: issueAt(rebuilt, path(page)) })).tree).toEqual(must(await engine.call('issue.open', { issue: issueAt(engine, path(page)) })).tree);
    }
    await rebuilt.close();
    await engine.close();
  }), { numRuns: 10 });
}, 120_000);

test('a part that was tampered with makes no project, and leaves nothing', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport(path(1), pageOf(1, '乙')));
  const from = join(place.base, 'export');
  writePart(engine, place, from);
  const projectPath = join(place.base, 'again.stet');
  const rebuild = () => rebuildProject({ from, projectPath, folder: join(place.base, 'again'), decode: strictDecode, now: () => new Date(0) });
  const tables = readFileSync(join(from, TABLES_FILE), 'utf8');
  for (const [damage, code] of [
    [tables.replace('"schema":', '"schema":9'), 'newer'],
    [tables.replace('"table":"entry"', '"table":"done"').replace('"table":"file"', '"table":"nothing"'), 'damaged'],
    [tables.replace('stet-project', 'else'), 'damaged'],
  ] as const) {
    writeFileSync(join(from, TABLES_FILE), damage);
    await expect(rebuild()).rejects.toMatchObject({ code });
    expect(readdirSync(place.base).filter((name) => name.startsWith('again.stet'))).toEqual([]);
  }
  writeFileSync(join(from, TABLES_FILE), tables);
  const hash = createHash('sha256').update(pageOf(1, '乙').source).digest('hex');
  writeFileSync(join(from, 'stet', 'sources', hash.slice(0, 2), hash), 'else');
  await expect(rebuild()).rejects.toMatchObject({ code: 'damaged' });
  expect(existsSync(projectPath)).toBe(false);
});

test('a page that was read from a file of layout is rebuilt with the text that the file gave', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  const report = readReport('深/1.xml', pageOf(1, '乙'));
  if (report.kind !== 'read') throw new Error('a page that is read');
  const bytes = Buffer.from(`<alto>${report.page.source}</alto>`); // what it says is not what its text is
  const hash = createHash('sha256').update(bytes).digest('hex');
  record(engine, { ...report, bytes, page: { ...report.page, hash, isLayout: true } });
  const from = join(place.base, 'export');
  writePart(engine, place, from);
  const [folder, projectPath] = [join(place.base, 'pages again'), join(place.base, 'again.stet')];
  await rebuildProject({ from, projectPath, folder, decode: strictDecode, now: () => new Date(0) });
  const rebuilt = await openOn({ ...place, folder, projectPath });
  expect(must(await rebuilt.call('issue.open', { issue: issueAt(rebuilt, '深/1.xml') })).source).toBe(report.page.source);
  expect(readFileSync(join(folder, '深/1.xml'))).toEqual(bytes);
});
