import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import { issueOf } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import type { Engine } from '../engine.ts';
import { strictDecode } from '../ingest/strict-decode.ts';
import { layoutOf } from '../project/layout.ts';
import { publicIds } from '../project/public-ids.ts';
import { rebuildProject } from '../project/rebuild.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';
import { exportProject } from './export-project.ts';
import type { ExportOptions } from './options.ts';
import { verifyExport } from './verify-export.ts';

const pathOf = (n: number) => `2024-05/清河晚报_2024051${n}_01.txt`;
const pageOf = (n: number, more = '') => issueOf(`a${n}1 headline: 题${n}`, `a${n}1 body: 第${n}页抵偿的办法。${more}`, '- banner: 栏');
const PAGES = [1, 2, 3, 4, 5];
const [TREE, TEXT, HISTORY, MENDABLE] = [2, 3, 4, 5] as const; // what is hurt of a page, by its number

/** Writes on a page. */
async function correct(engine: Engine, n: number): Promise<void> {
  const issue = issueAt(engine, pathOf(n));
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [{ kind: 'replaceText', passage: tree.articles[0]!.passages[1]!.id, from: 3, to: 4, put: { text: '低', why: { id: 'person' } } }] }));
}

/** Overwrites stored bytes, as a disk does that forgets, while nobody has the project open. */
function hurt({ projectPath }: Place, pages: readonly number[]): void {
  const { project, sources } = layoutOf(projectPath);
  const db = Database.open(project, 'keep');
  const store = Database.open(sources, 'keep');
  const idOf = (n: number) => db.get<{ id: number }>('SELECT id FROM issue WHERE path = ?', pathOf(n))!.id;
  for (const n of pages) {
    const id = idOf(n);
    if (n === TREE) db.exec(`UPDATE reading SET tree = x'00' WHERE issue = ${id}`);
    if (n === TREE || n === MENDABLE) db.exec(`UPDATE issue SET tree = x'00' WHERE id = ${id}`);
    // Of this one the journal does not lead to the tree, but it can be replayed.
    if (n === MENDABLE) force(db, `UPDATE effect SET after = 'another' WHERE issue = ${id}`);
    if (n === HISTORY) force(db, `UPDATE effect SET deed = x'00' WHERE issue = ${id}`);
    if (n !== TEXT) continue;
    const { hash } = db.get<{ hash: string }>('SELECT hash FROM reading WHERE issue = ?', id)!;
    force(store, `DELETE FROM source WHERE hash = '${hash}'`);
    db.run('UPDATE file SET hash = NULL, modified = -1 WHERE hash = ?', hash); // as the opening leaves it that found sources.db damaged
  }
  db.close();
  store.close();
}

/** Does to a database what its triggers keep Stet from doing. */
function force(db: Database, statement: string): void {
  const triggers = db.all<{ name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`);
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  db.exec(statement);
  for (const { sql } of triggers) db.exec(sql);
}

/** A project of five pages, all corrected, some of which cannot be read any more. */
async function project(lost: readonly number[], pages = PAGES) {
  const place = temporaryProject();
  const first = await openOn(place);
  for (const n of pages) {
    mkdirSync(dirname(join(place.folder, pathOf(n))), { recursive: true });
    writeFileSync(join(place.folder, pathOf(n)), pageOf(n).source);
    record(first, readReport(pathOf(n), pageOf(n)));
    await correct(first, n);
  }
  await first.close();
  hurt(place, lost);
  return { place, engine: await openOn(place) };
}

async function exported({ place: { base, folder }, engine }: { readonly place: Pick<Place, 'base' | 'folder'>; readonly engine: Engine }, name: string, more: Partial<ExportOptions> = {}) {
  const { store, layout } = engine.context;
  const target = join(base, name);
  const done = await exportProject(store, {
    projectDb: layout.project, watchedFolder: folder, target, formats: EXPORTERS.map(({ id }) => id), filter: {}, wanted: () => true, reading: 'emended', bom: false, licence: '',
    pending: layout.exporting, version: '0.0.0', ...more,
  }, new AbortController().signal, () => {});
  return { done, target };
}

const contents = (folder: string): Readonly<Record<string, string>> => Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), createHash('sha256').update(readFileSync(join(entry.parentPath, entry.name))).digest('hex')] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const json = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;
const articlesOf = (target: string) => readFileSync(join(target, 'jsonl', 'articles.jsonl'), 'utf8');
const flawsOf = async (target: string) => verifyExport(target, () => {}, new AbortController().signal);

test('every page that cannot be read is named, with what of it cannot and what may yet be mended; nothing is written', async () => {
  const it = await project([TREE, TEXT, HISTORY, MENDABLE]);
  const { done, target } = await exported(it, 'corpus');
  expect(done).toEqual({ ok: false, error: {
    code: 'pages-lost', count: 4, again: 1,
    pages: [{ path: pathOf(TREE), why: 'tree' }, { path: pathOf(TEXT), why: 'text' }, { path: pathOf(HISTORY), why: 'history' }, { path: pathOf(MENDABLE), why: 'tree' }],
  } });
  expect([existsSync(target), existsSync(`${target}.partial`)]).toEqual([false, false]);
});

test('what the next opening may mend is mended by it; in a window the refusal has it look', async () => {
  const { place, engine } = await project([MENDABLE]);
  engine.grant('out', place.base);
  const told = new Promise<unknown>((resolve) => engine.on((_, payload) => 'state' in payload && payload.state === 'failed' && resolve(payload.error)));
  must(await engine.call('export.start', { formats: ['jsonl'], filter: {}, grant: 'out', folderName: 'corpus' }));
  expect(await told).toMatchObject({ code: 'pages-lost', count: 1, again: 1 });
  await engine.close();
  const again = await openOn(place);
  must((await exported({ place, engine: again }, 'mended')).done);
});

test('left out if that is asked for: the ledger counts each, the manifest and the card name them, all else is as it is without them', async () => {
  const it = await project([TREE, TEXT, HISTORY]);
  const { done, target } = await exported(it, 'corpus', { leaveOutLost: true });
  expect(must(done)).toMatchObject({ pages: 2, articles: 2, lostPages: 3 });
  const without = await exported(await project([], [1, 5]), 'corpus');
  expect(must(without.done).pages).toBe(2);
  const facts = (lines: string) => lines.split('\n').filter(Boolean).map((line) => ({ ...JSON.parse(line) as object, approvals: 0, corrections: 0 }));
  expect(facts(articlesOf(target))).toEqual(facts(articlesOf(without.target)));

  const characters = [...pageOf(TREE).source].filter((character) => character.trim() !== '').length;
  const { left_out: leftOut, pages, totals } = json<{ left_out: unknown; pages: readonly { source: number }[]; totals: Readonly<Record<string, unknown>> }>(target, 'ledger.json');
  expect(leftOut).toMatchObject([
    { source_file: pathOf(TREE), why: 'tree', source: characters, encoding: 'utf-8' }, { source_file: pathOf(TEXT), why: 'text', source: null }, { source_file: pathOf(HISTORY), why: 'history', source: characters },
  ]);
  expect(totals).toMatchObject({ pages: 2, source: pages.reduce((sum, page) => sum + page.source, 0), left_out: { pages: 3, source: 2 * characters, unknown: 1 } });
  expect(json(target, 'manifest.json')).toMatchObject({ left_out_unreadable: { pages: 3, files: [{ source_file: pathOf(TREE), why: 'tree' }, { source_file: pathOf(TEXT), why: 'text' }, { source_file: pathOf(HISTORY), why: 'history' }] } });
  expect(readFileSync(join(target, 'huggingface', 'README.md'), 'utf8')).toContain('3 pages could not be read any more');
  expect(contents((await exported(it, 'again', { leaveOutLost: true })).target)).toEqual(contents(target));
});

test('what was left out is counted by a script of its own and by the check of an export, and each sees a figure that is wrong', async () => {
  const it = await project([TREE, TEXT]);
  const { target } = await exported(it, 'corpus', { leaveOutLost: true });
  const script = join(import.meta.dirname, '../../../e2e/guards/support/recount-ledger.mjs');
  const recount = () => spawnSync(process.execPath, [script, it.place.folder, target], { encoding: 'utf8' }).stdout;
  expect(recount()).toBe('3 pages, 2 left out, 0 faults\n');
  expect(await flawsOf(target)).toMatchObject({ pages: 3, leftOut: 2, flaws: [] });
  const ledger = readFileSync(join(target, 'ledger.json'), 'utf8');
  for (const [was, is, flaw] of [['"unknown":1', '"unknown":2', 'left_out.unknown'], ['"left_out":{"pages":2', '"left_out":{"pages":1', 'left_out.pages'], ['"why":"tree","source":', '"why":"tree","source":1', 'left_out.source']] as const) {
    writeFileSync(join(target, 'ledger.json'), ledger.replace(was, is));
    expect((await flawsOf(target)).flaws).toContainEqual({ code: 'total', figure: flaw });
    expect(recount()).toContain('the ledger says');
  }
});

test('where nothing is lost leave to leave it out changes no byte', async () => {
  const it = await project([]);
  const { target } = await exported(it, 'corpus', { withProject: true });
  const { done, target: other } = await exported(it, 'other', { withProject: true, leaveOutLost: true });
  expect(must(done).lostPages).toBe(0);
  expect(contents(other)).toEqual(contents(target));
});

test('a page that was kept from an earlier export is left out all the same: what leaves hangs on the project alone', async () => {
  const { place, engine } = await project([]);
  const kept = join(place.base, 'kept');
  must((await exported({ place, engine }, 'before', { kept })).done);
  await engine.close();
  hurt(place, [TREE]);
  const it = { place, engine: await openOn(place) };
  const { done, target } = await exported(it, 'corpus', { kept, leaveOutLost: true });
  expect(must(done).lostPages).toBe(1);
  expect(contents((await exported(it, 'other', { leaveOutLost: true })).target)).toEqual(contents(target));
});

test('what a project is rebuilt from goes along as far as there is any: rebuilt, the other pages are as they were, the lost ones have their ids and come back by what brings them back', async () => {
  const { place, engine } = await project([]);
  must((await exported({ place, engine }, 'before')).done); // each article has an id
  await engine.close();
  hurt(place, [TREE, TEXT, HISTORY]);
  const it = { place, engine: await openOn(place) };
  expect((await exported(it, 'corpus', { withProject: true })).done).toMatchObject({ error: { code: 'pages-lost', count: 3 } });
  const { done, target } = await exported(it, 'corpus', { withProject: true, leaveOutLost: true });
  must(done);
  expect(await flawsOf(target)).toMatchObject({ leftOut: 3, flaws: [] });

  const other = { ...place, folder: join(place.base, 'pages again'), projectPath: join(place.base, 'again.stet') };
  await rebuildProject({ from: target, projectPath: other.projectPath, folder: other.folder, decode: strictDecode, now: () => new Date(0) });
  expect(readdirSync(join(other.folder, '2024-05')).length).toBe(PAGES.length - 1); // but the one whose bytes are lost
  const rebuilt = { place: other, engine: await openOn(other) };
  expect(contents((await exported(rebuilt, 'rebuilt', { withProject: true, leaveOutLost: true })).target)).toEqual(contents(target));
  for (const n of PAGES) expect([...publicIds(rebuilt.engine.store.db, issueAt(rebuilt.engine, pathOf(n)))]).toEqual([...publicIds(it.engine.store.db, issueAt(it.engine, pathOf(n)))]);

  record(rebuilt.engine, readReport(pathOf(TEXT), pageOf(TEXT))); // its file, from a copy
  expect(must(await rebuilt.engine.call('issue.open', { issue: issueAt(rebuilt.engine, pathOf(TEXT)) })).tree.articles[0]!.passages[1]!.pieces.length).toBeGreaterThan(2);
});

test('where only an earlier version is lost no page is, and what a project is rebuilt from goes along without it if that is asked for', async () => {
  const { place, engine } = await project([]);
  record(engine, readReport(pathOf(TEXT), pageOf(TEXT, '又一句。')));
  await engine.close();
  const db = Database.open(layoutOf(place.projectPath).sources, 'keep');
  const { hash } = (({ page }) => page)(readReport(pathOf(TEXT), pageOf(TEXT)) as Extract<ReturnType<typeof readReport>, { kind: 'read' }>);
  force(db, `DELETE FROM source WHERE hash = '${hash}'`);
  db.close();
  const it = { place, engine: await openOn(place) };
  must((await exported(it, 'without')).done);
  expect((await exported(it, 'corpus', { withProject: true })).done).toEqual({ ok: false, error: { code: 'project-part-lost' } });
  const { done, target } = await exported(it, 'corpus', { withProject: true, leaveOutLost: true });
  expect(must(done)).toMatchObject({ pages: 5, lostPages: 0 });
  expect(readFileSync(join(target, 'stet', 'unreadable.jsonl'), 'utf8')).toBe(`{"hash":"${hash}"}\n`);
});
