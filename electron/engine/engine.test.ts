import { expect, test } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import type { Engine } from './engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from './testing/project.ts';

const PAGE = () => issueOf(
  'a1 headline: 河畔书屋亮灯', 'a1 body: 本报讯（记者 温小棠）管里员说最受欢迎的是长桌', 'a2 headline: 麦收时节', 'a2 body: 天刚亮院子里已是马达声声', '- banner: 清河纪事',
);
const PATH = '2024-05/清河晚报_20240518_03.txt';
const why = { id: 'person' };

async function opened(engine: Engine, issue: number) {
  const open = must(await engine.call('issue.open', { issue }));
  return { ...open, shown: showIssue({ source: open.source, ...open.tree }) };
}

test('a page comes in, is shown, edited, undone, done again, and all of it is there after a restart', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport(PATH, PAGE()));
  const issue = issueAt(engine, PATH);

  const { rows, total } = must(await engine.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] }));
  expect(total).toBe(2);
  expect(rows[0]).toMatchObject({ headline: '河畔书屋亮灯', byline: '温小棠', newspaper: '清河晚报', date: '2024-05-18', page: '03', folder: '2024-05', status: 'new', position: 1 });

  const first = await opened(engine, issue);
  expect(first).toMatchObject({ version: 0, canUndo: false, canRedo: false, unplaced: [] });
  const key = once();
  const edit = { once: key, issue, version: 0, label: 'correct', edits: [{ kind: 'replaceText' as const, passage: passageId('p2'), from: 12, to: 13, put: { text: '理', why } }] };
  const saved = must(await engine.call('issue.edit', edit));
  expect(saved).toMatchObject({ version: 1, canUndo: true, canRedo: false });
  expect(must(await engine.call('issue.edit', edit))).toEqual(saved); // sent again after a crash
  expect(await engine.call('issue.edit', { ...edit, once: once() })).toEqual({ ok: false, error: { code: 'issue-moved-on', version: 1 } });
  const edited = await opened(engine, issue);
  expect(edited.shown[1]).toBe('a1 body: 本报讯（记者 温小棠）管-[里]+[理]员说最受欢迎的是长桌');
  expect(edited.tree.articles.map(({ status }) => status)).toEqual(['in-work', 'new']);

  must(await engine.call('issue.edit', { once: once(), issue, version: 1, label: 'merge', edits: [{ kind: 'mergeAbove', article: articleId('a2') }] }));
  const undone = must(await engine.call('history.undo', { once: once(), issue }));
  expect(undone).toMatchObject({ version: 3, label: 'merge', canUndo: true, canRedo: true });
  await engine.close();

  const again = await openOn(place);
  expect((await opened(again, issue)).shown).toEqual(edited.shown);
  expect(must(await again.call('history.undo', { once: once(), issue }))).toMatchObject({ label: 'correct', canUndo: false, canRedo: true });
  expect((await opened(again, issue)).tree).toEqual(first.tree);
  expect(await again.call('history.undo', { once: once(), issue })).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
  must(await again.call('history.redo', { once: once(), issue }));
  expect(must(await again.call('history.redo', { once: once(), issue }))).toMatchObject({ label: 'merge', canRedo: false });
  expect((await opened(again, issue)).tree.articles).toHaveLength(1);
  const history = must(await again.call('history.list', { issue, before: null, limit: 50 }));
  expect(history.map(({ label, live }) => [label, live])).toEqual([
    ['redo', false], ['redo', false], ['undo', false], ['undo', false], ['merge', true], ['correct', true],
  ]);
  expect(must(await again.call('library.rows', { offset: 0, limit: 10, filter: {}, sort: [] })).rows).toMatchObject([{ status: 'in-work', position: 1 }]);
});
