import { expect, test } from 'vitest';
import type { Edit } from '#core/edits/edit.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { markSuspect } from './check-later.ts';
import type { FileReport } from './file-store.ts';
import { layoutOf } from './layout.ts';
import { Database } from '../db/database.ts';
import type { Engine } from '../engine.ts';
import { must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';

const FILE = '清河晚报_20240518_03.txt';
const OTHER = '清河晚报_20240518_04.txt';
const PAGE = issueOf('a1 headline: 河畔书屋亮灯', 'a1 body: 入夏以来沿江书屋延长开放时间', 'a2 headline: 麦收时节备战忙', 'a2 body: 院子里已是马达声声');
const put = (passage: string, text: string): Edit => ({ kind: 'replaceText', passage: passageId(passage), from: 0, to: 0, put: { text, why: { id: 'person' } } });

const open = async (engine: Engine, issue = 1) => must(await engine.call('issue.open', { issue }));

async function edit(engine: Engine, ...edits: readonly Edit[]): Promise<void> {
  must(await engine.call('issue.edit', { once: once(), issue: 1, version: (await open(engine)).version, label: 'test', edits: edits as never }));
}

/** Overwrites a few bytes of the tree of the first page, as a disk does that forgets. */
function hurtTree({ projectPath }: Place): void {
  const db = Database.open(layoutOf(projectPath).project, 'keep');
  const bytes = Buffer.from(db.get<{ tree: Uint8Array }>('SELECT tree FROM issue WHERE id = 1')!.tree);
  bytes.fill(0xa5, 12, 20);
  db.run('UPDATE issue SET tree = ? WHERE id = 1', bytes);
  db.close();
}

/** An engine on a project whose first page somebody wrote on, and maybe others. */
async function written(...others: readonly FileReport[]): Promise<{ readonly place: Place; readonly engine: Engine }> {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport(FILE, PAGE), ...others);
  await edit(engine, put('p2', '甲'));
  return { place, engine };
}

/** Opens the project again, where the first page says that it is damaged. */
async function openHurt(place: Place): Promise<Engine> {
  const engine = await openOn(place);
  expect(await engine.call('issue.open', { issue: 1 })).toEqual({ ok: false, error: { code: 'database-damaged', file: 'project.db' } });
  return engine;
}

test('a tree whose bytes were damaged follows from the journal: what was edited, taken back and answered stands there, and one goes on with it', async () => {
  const { place, engine } = await written();
  must(await engine.call('history.undo', { once: once(), issue: 1 }));
  await edit(engine, put('p2', '乙'), put('p4', '丙'));
  must(await engine.call('issue.confirmAside', { once: once(), issue: 1, version: (await open(engine)).version, confirmed: true }));
  await edit(engine, put('p4', '丁'));
  const before = await open(engine);
  await engine.close();
  hurtTree(place);

  const again = await openOn(place);
  expect(await open(again)).toEqual(before);
  await edit(again, put('p1', '戊'));
  must(await again.call('history.undo', { once: once(), issue: 1 }));
  expect((await open(again)).tree).toEqual(before.tree);
});

test('where the journal does not lead to it that is said of this page, and the others are there', async () => {
  const { place, engine } = await written(readReport(OTHER, issueOf('b1 headline: 另一版', 'b1 body: 另一篇')));
  record(engine, readReport(FILE, issueOf('n1 headline: 河畔书屋亮灯', 'n1 body: 入夏以来沿江书屋延长开放时间', 'n1 body: 新的一段'))); // replayed on another version: no edit of anybody's leads there
  await engine.close();
  hurtTree(place);

  const again = await openHurt(place);
  expect((await open(again, 2)).files[0]?.path).toBe(OTHER);
});

test.each([
  ['what was approved is looked at again', false, 'in-work'],
  ['proved by the last edit of it, it stays approved', true, 'approved'],
] as const)('such a page is mended at the next opening, what people did is replayed on the machine\'s tree: %s', async (_, edited, status) => {
  const { place, engine } = await written();
  await edit(engine, { kind: 'setStatus', article: articleId('a2'), status: 'approved' });
  record(engine, readReport(FILE, issueOf('a1 headline: 河畔书屋亮灯', 'a1 body: 入夏以来沿江书屋延长开放时间', 'a1 body: 新的一段', 'a2 headline: 麦收时节备战忙', 'a2 body: 院子里已是马达声声')));
  if (edited) await edit(engine, put('p3', '乙'));
  const before = await open(engine);
  expect(before.tree.articles[1]!.status).toBe('approved');
  await engine.close();
  hurtTree(place);

  await (await openHurt(place)).close();
  const mended = await openOn(place);
  const after = await open(mended);
  expect(after.tree.articles).toEqual([before.tree.articles[0], { ...before.tree.articles[1], status }]);
  expect(after.unplaced).toEqual(before.unplaced);
  expect(must(await mended.call('history.list', { issue: 1, before: null, limit: 1 }))[0]).toMatchObject({ label: 'mended', origin: 'parser' });
  await edit(mended, put('p1', '丁'));
  must(await mended.call('history.undo', { once: once(), issue: 1 }));
  expect((await open(mended)).tree).toEqual(after.tree);
});

test('where the machine\'s tree is damaged as well that is said, with the file; a copy of that with another end is read as a page of its own', async () => {
  const { place, engine } = await written();
  await engine.close();
  hurtTree(place);
  const db = Database.open(layoutOf(place.projectPath).project, 'keep');
  db.run('UPDATE reading SET tree = (SELECT tree FROM issue WHERE id = 1)');
  db.close();

  const lost = { ok: false, error: { code: 'page-tree-lost', path: FILE } };
  const hurt = await openOn(place);
  expect(await hurt.call('issue.open', { issue: 1 })).toEqual(lost);
  await hurt.close();
  markSuspect(layoutOf(place.projectPath)); // whatever else was found meanwhile
  const again = await openOn(place);
  expect(await again.call('issue.open', { issue: 1 })).toEqual(lost);
  record(again, readReport(OTHER, { ...PAGE, source: `${PAGE.source}\n` }));
  expect((await open(again, 2)).files[0]?.path).toBe(OTHER);
});
