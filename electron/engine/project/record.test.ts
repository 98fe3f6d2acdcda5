import { expect, test } from 'vitest';
import type { Edit } from '#core/edits/edit.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { FileReport } from './file-store.ts';
import { layoutOf } from './layout.ts';
import { currentReading } from './readings.ts';
import { fileStore } from './record.ts';

const PAGE = (more = '') => issueOf(
  'a1 headline: 河畔书屋亮灯夜读市民渐多', `a1 body: ${more}入夏以来沿江六间书屋延长开放时间到晚上十点`, 'a1 body: 管里员说最受欢迎的是靠窗的长桌',
  'a2 headline: 麦收时节农机手备战忙', 'a2 body: 天刚亮合作社的院子里已是马达声声',
);
const OTHER = issueOf('b1 headline: 另一版', 'b1 body: 另一篇');
const why = { id: 'person' };
const correct: Edit = { kind: 'replaceText', passage: passageId('p3'), from: 1, to: 2, put: { text: '理', why } };
const A = '清河晚报_20240518_03.txt';
const B = '清河晚报_20240518_04.txt';
const missing = (path: string): FileReport => ({ kind: 'missing', path });

/** The tree of another source version, whose ids are others. */
function renamed(issue: Issue): Issue {
  const articles = issue.articles.map((article) => ({
    ...article, id: articleId(`n-${article.id}`), passages: article.passages.map((passage) => ({ ...passage, id: passageId(`n-${passage.id}`) })),
  }));
  return { ...issue, articles };
}

async function edit(engine: Engine, issue: number, ...edits: readonly Edit[]): Promise<void> {
  const { version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'test', edits: edits as never }));
}

async function open(engine: Engine, issue: number) {
  const opened = must(await engine.call('issue.open', { issue }));
  return { ...opened, shown: showIssue({ source: opened.source, ...opened.tree }) };
}

const files = (engine: Engine) => fileStore(engine.store).known().map(({ path, state, issue }) => [path, state, issue]);

test('a known hash at a new path, the old one gone: renamed, with all that was decided', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  record(engine, readReport(`moved/${B}`, PAGE()), missing(A));
  expect(files(engine)).toEqual([[`moved/${B}`, 'read', issue]]);
  const { shown, metadata, files: [file] } = await open(engine, issue);
  expect(shown[2]).toBe('a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌');
  expect(metadata.values.page).toBe('04');
  expect(file?.path).toBe(`moved/${B}`);
  expect(must(await engine.call('library.rows', { offset: 0, limit: 1, filter: {}, sort: [] })).rows).toMatchObject([{ folder: 'moved', file: B, page: '04' }]);
});

test('the same content at two paths is one issue; when one of them changes it becomes an issue of its own, with the decisions replayed', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()), readReport(B, PAGE()));
  const issue = issueAt(engine, A);
  expect(issueAt(engine, B)).toBe(issue);
  await edit(engine, issue, correct);
  await edit(engine, issue, { kind: 'setStatus', article: articleId('a1'), status: 'approved' }, { kind: 'setStatus', article: articleId('a2'), status: 'approved' });
  record(engine, readReport(B, renamed(PAGE('今年'))));
  const own = issueAt(engine, B);
  expect(own).not.toBe(issue);
  expect((await open(engine, issue)).tree.articles.map(({ status }) => status)).toEqual(['approved', 'approved']);
  const copied = await open(engine, own);
  expect(copied.metadata.values.page).toBe('04');
  expect(copied.shown.slice(1, 3)).toEqual(['n-a1 body: 今年入夏以来沿江六间书屋延长开放时间到晚上十点', 'n-a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌']);
  expect(copied.tree.articles.map(({ status }) => status)).toEqual(['in-work', 'approved']); // the first one's text is not the one that was approved
  must(await engine.call('history.undo', { once: once(), issue: own }));
  expect((await open(engine, own)).shown).toEqual(showIssue(renamed(PAGE('今年'))));
  expect((await open(engine, issue)).canUndo).toBe(true);
});

test('a new version of a file: human edits are replayed, undo goes back through them, redo goes forward again', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  await edit(engine, issue, { kind: 'mergeAbove', article: articleId('a2') });
  await edit(engine, issue, { kind: 'setNote', article: articleId('a1'), note: '二校' });
  must(await engine.call('history.undo', { once: once(), issue }));
  record(engine, readReport(A, renamed(PAGE('今年'))));
  const now = await open(engine, issue);
  expect(now.shown).toEqual([
    'n-a1 headline: 河畔书屋亮灯夜读市民渐多', 'n-a1 body: 今年入夏以来沿江六间书屋延长开放时间到晚上十点', 'n-a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌',
    'n-a1 headline: 麦收时节农机手备战忙', 'n-a1 body: 天刚亮合作社的院子里已是马达声声',
  ]);
  expect(now).toMatchObject({ unplaced: [], canUndo: true, canRedo: true });
  must(await engine.call('history.redo', { once: once(), issue })); // the note, made on the old version
  expect((await open(engine, issue)).tree.articles[0]?.note).toBe('二校');
  for (let n = 0; n < 3; n += 1) must(await engine.call('history.undo', { once: once(), issue }));
  const start = await open(engine, issue);
  expect(start.shown).toEqual(showIssue(renamed(PAGE('今年'))));
  expect(start.tree.articles.map(({ status }) => status)).toEqual(['new', 'new']);
  expect(start.canUndo).toBe(false);
  for (let n = 0; n < 3; n += 1) must(await engine.call('history.redo', { once: once(), issue }));
  expect((await open(engine, issue)).shown).toEqual(now.shown);
});

test('an edit that no longer fits is listed with both readings, and finds its place when the text is back', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  const gone = issueOf('a1 headline: 河畔书屋亮灯夜读市民渐多', 'a2 headline: 麦收时节农机手备战忙', 'a2 body: 天刚亮合作社的院子里已是马达声声');
  record(engine, readReport(A, renamed(gone)));
  const without = await open(engine, issue);
  expect(without.unplaced).toMatchObject([{ edit: correct, problem: 'anchor-gone' }]);
  expect(without.unplaced[0]?.was).toContain('管里员');
  record(engine, readReport(A, renamed(PAGE('今年'))));
  const back = await open(engine, issue);
  expect(back.unplaced).toEqual([]);
  expect(back.shown[2]).toBe('n-a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌');
  record(engine, readReport(A, renamed(gone)));
  const { entry } = (await open(engine, issue)).unplaced[0]!;
  must(await engine.call('issue.dropUnplaced', { issue, entry }));
  expect((await open(engine, issue)).unplaced).toEqual([]);
});

test('what found no place on an issue of its own still waits for one; articles made by hand have ids of their own there', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()), readReport(B, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  await edit(engine, issue, { kind: 'splitBefore', passage: passageId('p5'), head: { id: articleId('made'), status: 'new', topics: [], note: '' } });
  const gone = issueOf('a1 headline: 河畔书屋亮灯夜读市民渐多', 'a2 headline: 麦收时节农机手备战忙', 'a2 body: 天刚亮合作社的院子里已是马达声声');
  record(engine, readReport(B, renamed(gone)));
  const own = issueAt(engine, B);
  const apart = await open(engine, own);
  expect(apart.unplaced).toMatchObject([{ edit: correct }]);
  expect(apart.tree.articles).toHaveLength(3);
  const ids = new Set((await open(engine, issue)).tree.articles.map(({ id }) => id));
  expect(apart.tree.articles.filter(({ id }) => ids.has(id))).toEqual([]);
  expect(must(await engine.call('library.setTopics', { once: once(), selection: { articles: [articleId('made')] }, add: [{ scheme: 'own', id: 't' }], remove: [] }))).toEqual({ articles: 1 });
  record(engine, readReport(B, renamed(renamed(PAGE('今年')))));
  const back = await open(engine, own);
  expect(back.unplaced).toEqual([]);
  expect(back.shown[2]).toBe('n-n-a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌');
});

test('what found no place outlives undo and redo of the rest of its entry', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct, { kind: 'setNote', article: articleId('a2'), note: '二校' });
  const gone = issueOf('a1 headline: 河畔书屋亮灯夜读市民渐多', 'a2 headline: 麦收时节农机手备战忙', 'a2 body: 天刚亮合作社的院子里已是马达声声');
  record(engine, readReport(A, renamed(gone)));
  must(await engine.call('history.undo', { once: once(), issue }));
  expect((await open(engine, issue)).unplaced).toEqual([]);
  must(await engine.call('history.redo', { once: once(), issue }));
  expect((await open(engine, issue)).unplaced).toMatchObject([{ edit: correct }]);
  record(engine, readReport(A, renamed(PAGE('今年'))));
  expect((await open(engine, issue)).shown[2]).toContain('管-[里]+[理]员');
});

test('an approved article keeps its text: a new version that would change it waits, one that does not is taken', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, { kind: 'setStatus', article: articleId('a1'), status: 'approved' });
  record(engine, readReport(A, renamed(PAGE('今年'))));
  record(engine, readReport(A, renamed(PAGE('今年')))); // and looked at once more
  const pinned = await open(engine, issue);
  expect(pinned.source).toBe(PAGE().source);
  expect(pinned.unplaced).toMatchObject([{ problem: 'approved', edit: { kind: 'setStatus', article: 'a1' } }]);
  expect(pinned.unplaced[0]?.is).toContain('今年入夏');
  const { version } = pinned;
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'note', edits: [{ kind: 'setNote', article: articleId('a1'), note: '再看' }] }));
  expect((await open(engine, issue)).source).toBe(PAGE().source); // the approver's own later edit takes nothing away
  record(engine, readReport(A, PAGE())); // the old bytes are back
  expect((await open(engine, issue)).unplaced).toEqual([]);
  const harmless = issueOf(...showIssue(PAGE()), '- furniture: 一八八八');
  record(engine, readReport(A, renamed(harmless)));
  const taken = await open(engine, issue);
  expect(taken.source).toBe(harmless.source);
  expect(taken.unplaced).toEqual([]);
  expect(taken.tree.articles.map(({ status }) => status)).toEqual(['approved', 'new']);
});

test('a new version that waited is taken up when the approval is withdrawn', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  await edit(engine, issue, { kind: 'setStatus', article: articleId('a1'), status: 'approved' });
  record(engine, readReport(A, renamed(PAGE('今年'))));
  must(await engine.call('history.undo', { once: once(), issue }));
  await new Promise((resolve) => setImmediate(resolve));
  const now = await open(engine, issue);
  expect(now.source).toBe(PAGE('今年').source);
  expect(now.shown[2]).toContain('管-[里]+[理]员');
  expect(now.unplaced).toEqual([]);
});

test('a page that waits for its approval keeps its decisions when its file is renamed or copied', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, { kind: 'setStatus', article: articleId('a1'), status: 'approved' });
  const next = renamed(PAGE('今年'));
  record(engine, readReport(A, next)); // waits
  record(engine, missing(A), readReport(`moved/${A}`, next));
  record(engine, readReport(B, next));
  expect(files(engine)).toEqual([[`moved/${A}`, 'read', issue], [B, 'read', issue]]);
  expect((await open(engine, issue)).tree.articles[0]?.status).toBe('approved');
  record(engine, readReport(B, renamed(PAGE('明年')))); // the copy changes: an issue of its own
  expect(issueAt(engine, B)).not.toBe(issue);
  must(await engine.call('history.undo', { once: once(), issue }));
  await new Promise((resolve) => setImmediate(resolve));
  expect((await open(engine, issue)).source).toBe(next.source);
});

test('a better splitter makes a fresh tree of the same source', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  const split = { ...PAGE(), articles: [{ ...PAGE().articles[0]!, passages: PAGE().articles.flatMap(({ passages }) => passages) }] };
  record(engine, readReport(A, split, { splitter: 'test-2' }));
  const { tree, shown, version } = await open(engine, issue);
  expect(tree.articles).toHaveLength(1);
  expect(shown[2]).toContain('管-[里]+[理]员');
  record(engine, readReport(A, split, { splitter: 'test-2' }));
  expect((await open(engine, issue)).version).toBe(version);
});

test('other statistics of the archive are no reason to make a fresh tree, other weights are', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE(), { splitter: '3.weights.first' }));
  const issue = issueAt(engine, A);
  const { version } = await open(engine, issue);
  const split = { ...PAGE(), articles: [{ ...PAGE().articles[0]!, passages: PAGE().articles.flatMap(({ passages }) => passages) }] };
  record(engine, readReport(A, split, { splitter: '3.weights.second' }));
  expect((await open(engine, issue)).version).toBe(version);
  expect(currentReading(engine.store.db, issue).splitter).toBe('3.weights.first');
  record(engine, readReport(A, split, { splitter: '3.others.second' }));
  expect((await open(engine, issue)).tree.articles).toHaveLength(1);
  expect(currentReading(engine.store.db, issue).splitter).toBe('3.others.second');
});

test('two files that swap their contents swap their issues', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()), readReport(B, OTHER));
  const [a, b] = [issueAt(engine, A), issueAt(engine, B)];
  record(engine, readReport(A, OTHER), readReport(B, PAGE()));
  expect([issueAt(engine, A), issueAt(engine, B)]).toEqual([b, a]);
  expect((await open(engine, a)).metadata.values.page).toBe('04');
});

test('what is gone is marked missing and nothing decided about it is deleted; what nothing was read from is forgotten', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()), { kind: 'problem', path: 'empty.txt', size: 0, modified: 1, problem: 'empty' }, { kind: 'waiting', path: 'new.txt', size: 1, modified: 1 });
  const issue = issueAt(engine, A);
  await edit(engine, issue, correct);
  expect(must(await engine.call('files.list', { only: 'problems', offset: 0, limit: 10 }))).toMatchObject({ total: 1, files: [{ path: 'empty.txt', problem: 'empty' }] });
  record(engine, missing(A), missing('empty.txt'), missing('new.txt'));
  expect(files(engine)).toEqual([[A, 'missing', issue]]);
  expect((await open(engine, issue)).shown[2]).toContain('+[理]');
  expect(must(await engine.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] })).total).toBe(2);
  record(engine, { kind: 'touched', path: A, size: 9, modified: 2 });
  expect(files(engine)).toEqual([[A, 'read', issue]]);
});

test('what was decided about a file that is gone falls to no other file', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, { kind: 'problem', path: 'odd.txt', size: 3, modified: 1, problem: 'undecodable' });
  const { files: [odd] } = must(await engine.call('files.list', { only: 'all', offset: 0, limit: 1 }));
  must(await engine.call('files.setEncoding', { once: once(), file: odd!.file, encoding: 'gb18030' }));
  record(engine, missing('odd.txt'), readReport(A, PAGE()));
  must(await engine.call('history.undo', { once: once(), issue: null }));
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect(fileStore(engine.store).find(A)?.encodingByPerson).toBe(null);
  expect(fileStore(engine.store).find('odd.txt')).toMatchObject({ state: 'missing', encodingByPerson: 'gb18030' });
});

test('a file with a problem keeps the issue it had', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(A, PAGE()));
  const issue = issueAt(engine, A);
  record(engine, { kind: 'problem', path: A, size: 0, modified: 5, problem: 'empty' });
  expect(files(engine)).toEqual([[A, 'problem', issue]]);
  record(engine, readReport(A, PAGE()));
  expect(files(engine)).toEqual([[A, 'read', issue]]);
});

test('a batch is kept whole or not at all', async () => {
  const engine = await openOn(temporaryProject());
  expect(() => record(engine, readReport(A, PAGE()), { kind: 'touched', path: 'never seen', size: 1, modified: 1 })).toThrow('only a known file');
  expect(files(engine)).toEqual([]);
  expect(engine.store.db.all('SELECT * FROM issue')).toEqual([]);
});

test('text and names that SQLite would cut or mangle come back exactly', async () => {
  const engine = await openOn(temporaryProject());
  const page = issueOf('a1 headline: 一\0二', 'a1 body: 三\u2028四\uFDD0五');
  const path = 'odd\nname\uD800.txt';
  record(engine, readReport(path, page));
  const opened = await open(engine, issueAt(engine, path));
  expect(opened.source).toBe(page.source);
  expect(opened.files[0]?.path).toBe(path);
  await edit(engine, opened.issue, { kind: 'setNote', article: articleId('a1'), note: 'a\0b\uD800' });
  expect((await open(engine, opened.issue)).tree.articles[0]?.note).toBe('a\0b\uD800');
  expect(must(await engine.call('library.rows', { offset: 0, limit: 1, filter: { text: '一\0二' }, sort: [] })).rows).toMatchObject([{ headline: '一\0二', file: path }]);
});

test('a page whose text was lost keeps no other from being read: its file is listed with that, and once its bytes are back so is the page, with what was decided', async () => {
  const place = temporaryProject();
  const first = await openOn(place);
  record(first, readReport(A, PAGE()));
  const issue = issueAt(first, A);
  await edit(first, issue, correct);
  await first.close();
  const sources = Database.open(layoutOf(place.projectPath).sources, 'keep');
  sources.exec('DROP TRIGGER source_is_kept; DELETE FROM source');
  sources.close();

  const engine = await openOn(place);
  record(engine, readReport(A, PAGE('改')), readReport(B, OTHER));
  expect(files(engine)).toEqual([[A, 'problem', issue], [B, 'read', issue + 1]]);
  expect(fileStore(engine.store).find(A)?.problem).toBe('page-damaged');
  expect(await engine.call('issue.open', { issue })).toEqual({ ok: false, error: { code: 'page-text-lost', path: A } });
  expect((await open(engine, issue + 1)).shown).toEqual(showIssue(OTHER));

  record(engine, readReport(A, PAGE()));
  expect(files(engine)[0]).toEqual([A, 'read', issue]);
  expect((await open(engine, issue)).shown[2]).toBe('a1 body: 管-[里]+[理]员说最受欢迎的是靠窗的长桌');
});
