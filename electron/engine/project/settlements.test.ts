import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edit } from '#core/edits/edit.ts';
import { applyAll } from '#core/edits/apply.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue } from '#core/model/issue.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { ok } from '#util/result.ts';
import { Database } from '../db/database.ts';
import { MIGRATIONS } from '../db/migrations/migrations.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { pack } from '../db/pack.ts';
import { splitInto } from './switch-reading.ts';
import { addEntry, setStanding } from './journal.ts';
import { addSplit, readingOf } from './readings.ts';
import { replay } from './replay.ts';
import { loadIssue } from './issues.ts';
import { write } from './store.ts';
import { writeTree } from './tree-codec.ts';

const plain = issueOf('a1 headline: 河畔书屋', 'a1 body: 夜读满座，', 'a1 body: 灯火通明。', 'a2 headline: 麦收', 'a2 body: 马达声声', '- furniture: 版权', '- duplicate: 河畔书屋');
const joined = applyAll(plain, [{ kind: 'join', passage: passageId('p3') }]);
if (!joined.ok) throw new Error(joined.error.code);
const page = joined.value;
const decisions: readonly Decision[] = [
  { subject: passageId('p2'), kind: 'join', confidence: 0.7, reasons: [] },
  { subject: articleId('a2'), kind: 'boundary', confidence: 0.6, reasons: [] },
];

const open = async (engine: Engine, issue: number) => must(await engine.call('issue.open', { issue }));
const join2 = { kind: 'join', subject: 'p2', verdict: 'right' } as const;
const boundary = { kind: 'boundary', subject: 'a2', verdict: 'wrong' } as const;
const merge: Edit = { kind: 'mergeAbove', article: articleId('a2') };

async function opened(place = temporaryProject()) {
  const engine = await openOn(place);
  record(engine, readReport('1.txt', page, { decisions }));
  const issue = issueAt(engine, '1.txt');
  const settle = async (version: number, ...items: { kind: 'join' | 'boundary'; subject: string; verdict: 'right' | 'wrong' | null }[]) =>
    must(await engine.call('issue.settle', { once: once(), issue, version, label: 'accept', items }));
  return { engine, issue, settle, place };
}

test('an answer is an entry of the journal: it lasts, is counted, is taken back and given again', async () => {
  const place = temporaryProject();
  const { engine, issue, settle } = await opened(place);
  const least = async (of: Engine) => must(await of.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] })).rows.map(({ confidence }) => confidence);
  expect(await least(engine)).toEqual([0.7, 0.6]);
  expect(await settle(0, join2)).toMatchObject({ version: 1, canUndo: true });
  expect(await least(engine)).toEqual([null, 0.6]);
  await engine.close();
  const again = await openOn(place);
  expect(await open(again, issue)).toMatchObject({ version: 1, settled: [join2] });
  expect(must(await again.call('history.list', { issue, before: null, limit: 9 }))).toMatchObject([{ label: 'accept', who: 'Editor', live: true, edits: 1 }]);
  expect(must(await again.call('history.undo', { once: once(), issue }))).toMatchObject({ label: 'accept', version: 2, answers: { settled: [] }, canRedo: true });
  expect(await least(again)).toEqual([0.7, 0.6]);
  expect(must(await again.call('history.redo', { once: once(), issue }))).toMatchObject({ answers: { settled: [join2] } });
});

test('an answer and the edits it asks for are one entry, and go back as one', async () => {
  const { engine, issue } = await opened();
  const request = { once: once(), issue, version: 0, label: 'merge', edits: [merge] as never, settle: [boundary] };
  const saved = must(await engine.call('issue.edit', request));
  expect(must(await engine.call('issue.edit', request))).toEqual(saved);
  const after = await open(engine, issue);
  expect(after).toMatchObject({ version: saved.version, settled: [boundary] });
  expect(after.tree.articles).toHaveLength(1);
  const back = must(await engine.call('history.undo', { once: once(), issue }));
  expect(back).toMatchObject({ answers: { settled: [] } });
  expect({ source: page.source, ...back.tree }).toEqual(page);
});

test('changing an answer and taking it back bring back what stood before', async () => {
  const { engine, issue, settle } = await opened();
  await settle(0, join2);
  await settle(1, { ...join2, verdict: 'wrong' }, boundary);
  await settle(2, { ...join2, verdict: null });
  expect((await open(engine, issue)).settled).toEqual([boundary]);
  const settled = async () => must(await engine.call('history.undo', { once: once(), issue })).answers?.settled;
  expect(await settled()).toEqual([boundary, { ...join2, verdict: 'wrong' }]);
  expect(await settled()).toEqual([join2]);
  expect(await settled()).toEqual([]);
});

test('an answer given on a page that is another by now is refused, and so is one to an unknown page', async () => {
  const { engine, issue, settle } = await opened();
  await settle(0, join2);
  expect(await engine.call('issue.settle', { once: once(), issue, version: 0, label: 'accept', items: [boundary] })).toEqual({ ok: false, error: { code: 'issue-moved-on', version: 1 } });
  expect(await engine.call('issue.settle', { once: once(), issue: 99, version: 0, label: 'accept', items: [boundary] })).toEqual({ ok: false, error: { code: 'no-such-issue' } });
});

test('a confirmed aside is confirmed as it stands: another passage there, and it is to be confirmed anew', async () => {
  const { engine, issue } = await opened();
  const confirmed = async () => (await open(engine, issue)).asideConfirmed;
  expect(await confirmed()).toBe(false);
  must(await engine.call('issue.confirmAside', { once: once(), issue, version: 0, confirmed: true }));
  expect(await confirmed()).toBe(true);
  const aside: Edit = { kind: 'setAside', moves: [{ passage: passageId('p5'), to: { article: null, after: null }, role: 'furniture' }] };
  must(await engine.call('issue.edit', { once: once(), issue, version: 1, label: 'set-aside', edits: [aside] as never }));
  expect(await confirmed()).toBe(false);
  const undo = async () => must(await engine.call('history.undo', { once: once(), issue })).answers?.asideConfirmed;
  expect([await undo(), await undo()]).toEqual([true, false]);
  const approve: readonly Edit[] = page.articles.map(({ id }) => ({ kind: 'setStatus', article: id, status: 'approved' }));
  const { version } = await open(engine, issue);
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'approve-page', edits: approve as never, confirmAside: true }));
  expect(await confirmed()).toBe(true);
  expect(await undo()).toBe(false);
});

/** The page split anew into another tree, as the learner does it. */
function splitAnew(engine: Engine, issue: number, tree: Issue): void {
  must(write(engine.store, (tx) => {
    const reading = addSplit(tx, readingOf(tx.db, issue), { tree: writeTree(tree).bytes, decisions: pack(decisions), version: 'test-2' });
    const entry = addEntry(tx, { who: 'Editor', origin: 'person', label: 'split-anew' });
    const place = splitInto(tx, { issue, entry }, reading, replay(tx.db, loadIssue(engine.store, issue)!, tree));
    setStanding(tx, { issue, entry, state: 'live', by: entry, deeds: entry, place });
    return ok(null);
  }));
}

test('where a page is split anew, an answer holds for what it was about and for nothing else, and goes back with its edits', async () => {
  const { engine, issue, settle } = await opened();
  await settle(0, join2);
  must(await engine.call('issue.edit', { once: once(), issue, version: 1, label: 'merge', edits: [merge] as never, settle: [boundary] }));
  const other = applyAll(page, [{ kind: 'join', passage: passageId('p2') }]); // the same page, otherwise pieced together
  if (!other.ok) throw new Error(other.error.code);
  splitAnew(engine, issue, other.value);
  expect((await open(engine, issue)).settled).toEqual([boundary]);
  must(await engine.call('history.undo', { once: once(), issue }));
  expect((await open(engine, issue)).settled).toEqual([boundary, join2]);
  must(await engine.call('history.redo', { once: once(), issue }));
  must(await engine.call('history.undo', { once: once(), issue }));
  splitAnew(engine, issue, page);
  const before = await open(engine, issue);
  expect(before.settled).toEqual([boundary, join2]);
  must(await engine.call('history.undo', { once: once(), issue })); // of splitting
  expect(must(await engine.call('history.undo', { once: once(), issue }))).toMatchObject({ label: 'merge', answers: { settled: [join2] } });
});

test('a merge that was done again on a page split anew is taken back with its answer', async () => {
  const { engine, issue } = await opened();
  must(await engine.call('issue.edit', { once: once(), issue, version: 0, label: 'merge', edits: [merge] as never, settle: [boundary] }));
  record(engine, readReport('1.txt', page, { decisions, splitter: 'test-2' }));
  expect(await open(engine, issue)).toMatchObject({ settled: [boundary], tree: { articles: [{ id: 'a1' }] } });
  expect(must(await engine.call('history.undo', { once: once(), issue }))).toMatchObject({ label: 'merge', answers: { settled: [] }, tree: { articles: [{ id: 'a1' }, { id: 'a2' }] } });
});

/** Writes a project.db as the program before wrote it: by the first steps of the schema, with all that was in it. */
function asFormerVersion(projectPath: string, version: number): void {
  const path = join(projectPath, 'project.db');
  const newer = `${path}-newer`;
  renameSync(path, newer);
  const db = Database.open(path, 'keep');
  db.exec('PRAGMA foreign_keys = OFF');
  for (const step of MIGRATIONS.project.slice(0, version)) db.exec(step);
  db.exec(`ATTACH '${newer.replaceAll("'", "''")}' AS newer`);
  for (const { name } of db.all<{ name: string }>(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)) {
    const columns = db.all<{ name: string }>(`SELECT name FROM pragma_table_info(?1) WHERE name IN (SELECT name FROM pragma_table_info(?1, 'newer'))`, name).map((column) => `"${column.name}"`).join(', ');
    db.exec(`INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM newer."${name}"`);
  }
  db.exec(`PRAGMA user_version = ${version}`);
  db.close();
}

test('a project of the program before answers could be given is opened with all that was decided, and takes answers', async () => {
  const place = temporaryProject();
  const { engine, issue } = await opened(place);
  must(await engine.call('issue.edit', { once: once(), issue, version: 0, label: 'merge', edits: [merge] as never }));
  const before = await open(engine, issue);
  await engine.close();
  asFormerVersion(place.projectPath, 3);
  const again = await openOn(place);
  expect(await open(again, issue)).toEqual(before);
  must(await again.call('issue.settle', { once: once(), issue, version: 1, label: 'accept', items: [join2] }));
  expect(await open(again, issue)).toMatchObject({ settled: [join2], asideConfirmed: false });
  expect(must(await again.call('history.undo', { once: once(), issue }))).toMatchObject({ label: 'accept' });
  const back = must(await again.call('history.undo', { once: once(), issue }));
  expect({ source: page.source, ...back.tree }).toEqual(page);
});
