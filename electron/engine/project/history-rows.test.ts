import { expect, test } from 'vitest';
import type { HistoryFilter, HistoryRow } from '#contract/schemas/history.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Edit } from '#core/edits/edit.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const first = issueOf('a1 headline: 甲题', 'a1 body: 一二三四五六七八九十甲乙丙丁戊己庚辛');
const second = issueOf('b1 headline: 另一题', 'b1 body: 河水涨了半尺，渡船停开一天。');

const all = async (engine: Engine, filter: HistoryFilter = {}) => must(await engine.call('history.all', { before: null, skip: 0, limit: 100, filter }));
const type = (from: number, to: number, text: string): Edit => ({ kind: 'replaceText', passage: passageId('p2'), from, to, put: { text, why: { id: 'person' } } });

async function edit(engine: Engine, path: string, label: string, ...edits: readonly Edit[]): Promise<number> {
  const issue = issueAt(engine, path);
  const { version } = must(await engine.call('issue.open', { issue }));
  return must(await engine.call('issue.edit', { once: once(), issue, version, label, edits: edits as never })).entry;
}

test('the whole project’s history says what was done, to which page, by whom, what it was before and after, and what became of it', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('五月/一.txt', first), readReport('五月/二.txt', second));
  const issue = issueAt(engine, '五月/一.txt');

  const typed = await edit(engine, '五月/一.txt', 'type', type(9, 10, '拾'));
  const role = await edit(engine, '五月/一.txt', 'set-role', { kind: 'setRole', passage: passageId('p1'), role: 'kicker' });
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'approved' }));
  must(await engine.call('library.setMetadata', { once: once(), selection: { articles: [articleId('a1')] }, values: { newspaper: '平江日报' } }));
  must(await engine.call('topics.add', { once: once(), labels: { en: 'Rivers', 'zh-Hans': '河流' } }));
  const back = must(await engine.call('history.undo', { once: once(), issue, entry: typed })).entry;

  const { total, rows } = await all(engine);
  expect(total).toBe(6);
  const page = { issue, path: '五月/一.txt' };
  const told: readonly Partial<Record<keyof HistoryRow, unknown>>[] = [
    { entry: back, label: 'undo', turns: { entry: typed, label: 'type', back: true }, page, pages: 1, state: 'none', undone: null, brief: { what: 'text', subject: 'p2', before: '…四五六七八九十甲乙丙丁戊己…', after: '…四五六七八九拾甲乙丙丁戊己…' } },
    { label: 'add-topic', page: null, pages: 0, state: 'live', brief: { what: 'label', before: '', after: '河流 / Rivers' } },
    { label: 'set-metadata', page, pages: 1, state: 'live', brief: { what: 'field', name: 'newspaper', before: '', after: '平江日报' } },
    { label: 'set-status', pages: 2, page, state: 'live', brief: { what: 'status', subject: 'a1', name: '甲题', before: 'in-work', after: 'approved' } },
    { entry: role, label: 'set-role', page, state: 'live', turns: null, brief: { what: 'role', subject: 'p1', name: '甲题', before: 'headline', after: 'kicker' } },
    { entry: typed, label: 'type', who: 'Editor', origin: 'person', page, state: 'undone', undone: { who: 'Editor' }, brief: { what: 'text', subject: 'p2' } },
  ];
  expect(rows).toMatchObject(told);

  expect((await all(engine, { kind: 'roles' })).rows.map(({ entry }) => entry)).toEqual([role]);
  expect((await all(engine, { page: '二.txt' })).rows.map(({ label }) => label)).toEqual(['set-status']);
  expect(await all(engine, { by: { origin: 'rule', who: '' } })).toEqual({ total: 0, rows: [] });
  expect(must(await engine.call('history.authors', {}))).toEqual([{ origin: 'person', who: 'Editor', entries: 6 }]);

  // After a restart it reads the same.
  await engine.close();
  expect((await all(await openOn(place))).rows).toEqual(rows);
});

test('what a run of typing came to is told in one line, and an act on several pages names the first and lists them', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport('一.txt', first), readReport('二.txt', second));
  const issue = issueAt(engine, '一.txt');
  for (const [at, text] of ['子', '丑'].entries()) {
    const { version } = must(await engine.call('issue.open', { issue }));
    must(await engine.call('issue.type', { once: once(), issue, version, run: 'one-run-of-typing', edits: [type(10 + at, 10 + at, text)] as never }));
  }
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'problem' }));
  const { rows: [bulk, typing] } = await all(engine);
  expect(typing).toMatchObject({ label: 'typing', edits: 3, brief: { what: 'text', before: '…五六七八九十甲乙丙丁戊己…', after: '…五六七八九十子丑甲乙丙丁戊己…' } });
  expect(bulk).toMatchObject({ label: 'set-status', pages: 2, page: { path: '一.txt' } });

  const look = async (entry: number) => must(await engine.call('history.look', { issue: null, entry }));
  expect(await look(bulk!.entry)).toMatchObject({ changes: [], pages: [{ path: '一.txt' }, { path: '二.txt' }] });
  expect(await look(typing!.entry)).toMatchObject({ changes: [{ what: 'text' }, { what: 'status', before: 'new', after: 'in-work' }], pages: [{ path: '一.txt' }] });
});

test('a page whose bytes are damaged has its history all the same', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('一.txt', first));
  await edit(engine, '一.txt', 'type', type(9, 10, '拾'));
  engine.store.db.run("UPDATE reading SET hash = 'gone', text_hash = 'gone'");
  expect((await all(engine)).rows).toMatchObject([{ label: 'type', brief: { what: 'act', subject: 'p2', name: '一二三四五六七八九十甲乙丙丁戊己' } }]);
});
