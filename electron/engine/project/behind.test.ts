import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { articleId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { readIssue } from './issues.ts';
import { settleTrees } from './settle-trees.ts';
import { treePrint } from './tree-codec.ts';
import { verifyProject } from './verify.ts';

const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五', 'a2 headline: 六', 'a2 body: 七八九');
const open = async (engine: Engine, issue: number) => must(await engine.call('issue.open', { issue }));
const behindOf = (engine: Engine) => engine.store.db.all<{ behind: number | null }>('SELECT behind FROM issue ORDER BY id').map(({ behind }) => behind);

async function opened() {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  const note = async (text: string, on = engine) =>
    must(await on.call('issue.edit', { once: once(), issue, version: (await open(on, issue)).version, label: 'note', edits: [{ kind: 'setNote', article: articleId('a1'), note: text }] }));
  return { place, engine, issue, note };
}

/** More of them for a thorough look: STET_RUNS=1000 npx vitest run behind. */
const RUNS = Number(process.env['STET_RUNS'] ?? 12);
const ACTS = ['edit', 'edit', 'edit', 'type', 'undo', 'redo', 'settle'] as const;
const act = fc.record({ kind: fc.constantFrom(...ACTS), roll: dice });
const page = arbitraryIssue.filter(({ source }) => !source.startsWith('\uFEFF'));

test('killed at any byte of what was written, a page is as the last act that is there left it', async () => {
  await fc.assert(fc.asyncProperty(page, fc.array(act, { minLength: 1, maxLength: 12 }), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), async (first, acts, cuts) => {
    const place = temporaryProject();
    const engine = await openOn(place);
    record(engine, readReport('a.txt', first));
    const issue = issueAt(engine, 'a.txt');
    engine.store.db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA wal_autocheckpoint = 0');
    const log = `${engine.context.layout.project}-wal`;
    const size = () => statSync(log).size;
    const known = new Map<number, Tree>(); // by version
    const ends: number[] = [0];
    const look = async () => {
      const { version, tree, source } = await open(engine, issue);
      known.set(version, tree);
      ends.push(size());
      return { version, now: { source, ...tree } };
    };
    let { version, now } = await look();
    for (const [serial, { kind, roll }] of acts.entries()) {
      const edit = editFor(now, kindOf(roll), roll, serial);
      if (kind === 'settle') settleTrees(engine.store);
      else if (kind === 'undo' || kind === 'redo') await engine.call(`history.${kind}`, { once: once(), issue });
      else if (edit && kind === 'edit') await engine.call('issue.edit', { once: once(), issue, version, label: 'test', edits: [edit] as never });
      else if (edit) await engine.call('issue.type', { once: once(), issue, version, run: 'one-long-run', edits: [edit] as never });
      ({ version, now } = await look());
    }
    const [base, bytes] = [readFileSync(engine.context.layout.project), readFileSync(log)];
    const folder = join(place.base, 'cut');
    mkdirSync(folder);
    const points = new Set([...ends, ...cuts.map((part) => Math.round(part * bytes.length))]);
    for (const point of points) {
      const path = join(folder, `${point}.db`);
      writeFileSync(path, base);
      writeFileSync(`${path}-wal`, bytes.subarray(0, point));
      const db = Database.open(path, 'keep');
      const stored = readIssue({ db, sources: engine.store.sources }, issue)!;
      const { source: _source, ...tree } = stored.issue;
      expect(tree).toEqual(known.get(stored.version));
      db.close();
    }
  }), { numRuns: RUNS, endOnFailure: true });
}, 30_000 + RUNS * 5_000);

test('an act is in the journal at once, in the tree with the next, and all of it when nobody is at work or the project is closed', async () => {
  const { place, engine, issue, note } = await opened();
  await note('first');
  const [{ id: first }] = engine.store.db.all<{ id: number }>('SELECT id FROM effect') as [{ id: number }];
  expect(behindOf(engine)).toEqual([first]);
  await note('second');
  expect(behindOf(engine)).toEqual([first + 1]);
  const before = engine.store.db.get('SELECT version, change FROM issue');
  settleTrees(engine.store);
  expect(behindOf(engine)).toEqual([null]);
  expect(engine.store.db.get('SELECT version, change FROM issue')).toEqual(before); // nothing is another for anybody
  expect((await open(engine, issue)).tree.articles[0]!.note).toBe('second');
  await note('third');
  await engine.close();
  const again = await openOn(place);
  expect(behindOf(again)).toEqual([null]);
  expect((await open(again, issue)).tree.articles[0]!.note).toBe('third');
});

test('the library shows an act that its page’s tree does not hold yet, also after a kill', async () => {
  const { place, note, issue } = await opened();
  await note('kept');
  const { projectPath } = place;
  const copy = { ...place, projectPath: join(place.base, 'killed.stet') };
  mkdirSync(copy.projectPath);
  for (const name of ['project.db', 'project.db-wal', 'sources.db', 'sources.db-wal']) copyFileSync(join(projectPath, name), join(copy.projectPath, name));
  const again = await openOn(copy);
  expect(behindOf(again)).not.toEqual([null]);
  expect((await open(again, issue)).tree.articles[0]!).toMatchObject({ note: 'kept', status: 'in-work' });
  const { rows } = must(await again.call('library.rows', { offset: 0, limit: 9, filter: {}, sort: [] }));
  expect(rows.map(({ status }) => status).toSorted()).toEqual(['in-work', 'new']);
});

test('undo and redo of what the window has just done answer without a tree', async () => {
  const { engine, issue, note } = await opened();
  await note('before');
  const { entry, version } = await note('one');
  const back = must(await engine.call('history.undo', { once: once(), issue, expect: { entry, version } }));
  expect(back.tree).toBe(null);
  const again = must(await engine.call('history.redo', { once: once(), issue, expect: { entry, version: version + 1 } }));
  expect(again.tree).toBe(null);
  expect((await open(engine, issue)).tree.articles[0]!.note).toBe('one');
});

test('a project of the program before, whose journal has the prints after each act, is brought on; its acts are taken back, done again and added to', async () => {
  const { place, engine, issue, note } = await opened();
  await note('old');
  const before = await open(engine, issue);
  await engine.close();
  const db = Database.open(join(place.projectPath, 'project.db'), 'keep');
  const fixed = db.get<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE name = 'effect_is_fixed'`)!.sql;
  db.exec('DROP TRIGGER effect_is_fixed');
  db.run('UPDATE effect SET after = ?', treePrint(before.tree));
  db.exec(`${fixed}; ALTER TABLE issue DROP COLUMN behind; PRAGMA user_version = 8`);
  db.close();
  const again = await openOn(place);
  expect(await open(again, issue)).toEqual(before);
  const entry = 1;
  const back = must(await again.call('history.undo', { once: once(), issue, expect: { entry, version: before.version } }));
  expect(back.tree).toBe(null);
  expect((await open(again, issue)).tree.articles).toEqual(PAGE.articles);
  expect(must(await again.call('history.redo', { once: once(), issue, expect: { entry, version: before.version + 1 } })).tree).toBe(null);
  expect((await open(again, issue)).tree).toEqual(before.tree);
  await note('new', again);
  expect(must(await again.call('history.undo', { once: once(), issue })).tree).toEqual(before.tree);
});

test('an act that was hurt on the disk before it was in the tree makes its page unreadable, and says so', async () => {
  const { engine, issue, note } = await opened();
  await note('hurt');
  const { db } = engine.store;
  db.exec('DROP TRIGGER effect_is_fixed');
  db.run(`UPDATE effect SET deed = x'00'`);
  expect(await engine.call('issue.open', { issue })).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
  expect((await verifyProject(engine.store, () => undefined, new AbortController().signal)).flaws).toContainEqual({ code: 'unreadable', path: 'a.txt' });
});

test('while nothing is asked, trees are brought up to the journal', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { engine, note } = await opened();
  await note('last');
  expect(behindOf(engine)).not.toEqual([null]);
  vi.advanceTimersByTime(60_000);
  expect(behindOf(engine)).toEqual([null]);
});
