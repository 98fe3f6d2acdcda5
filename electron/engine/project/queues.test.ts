import { expect, test } from 'vitest';
import type { Filter } from '#contract/schemas/library.ts';
import type { Decision } from '#core/model/decision.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const about = (subject: string, confidence: number): Decision => ({ subject: passageId(subject), kind: 'role', confidence, reasons: [] });
const page = (prefix: string, ...lines: readonly string[]): Issue => {
  const issue = issueOf(...lines);
  const renamed = <T extends { readonly id: string }>(list: readonly T[]) => list.map((each) => ({ ...each, id: `${prefix}${each.id}` }));
  return { ...issue, articles: issue.articles.map((article) => ({ ...article, passages: renamed(article.passages) as never })), aside: renamed(issue.aside) as never };
};

async function project(): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(
    engine,
    readReport('b/清河晚报_20240518_02.txt', page('x', 'a1 headline: 河畔书屋', 'a2 headline: 麦收', '- furniture: 版权'), { decisions: [about('xp1', 0.9), about('xp2', 0.5)] }),
    readReport('a/清河晚报_20240606_12.txt', page('y', 'b1 headline: 圆桌夜话'), { decisions: [about('yp1', 0.7)] }),
  );
  return engine;
}

const place = async (engine: Engine, queue: string, unit: 'article' | 'issue', issue: number | null = null, article: string | null = null) =>
  must(await engine.call('queue.place', { queue, unit, issue, article: article === null ? null : articleId(article), key: null }));

test('every project has queues by risk, by date and by folder; a filter that is saved is one more, is changed, and goes; all of it can be taken back', async () => {
  const engine = await project();
  const listed = async () => must(await engine.call('queue.list', {})).map(({ id, name, builtIn }) => (builtIn ? id : name)).join(' ');
  expect(await listed()).toBe('risk date folder');
  const saved = must(await engine.call('queue.save', { once: once(), id: null, name: ' 麦 ', order: 'date', filter: { columns: { headline: '麦' } } }));
  expect(saved).toMatchObject({ name: '麦', builtIn: false });
  expect(await place(engine, saved.id, 'article')).toMatchObject({ total: 1, done: 0, next: { article: 'a2' } });
  must(await engine.call('queue.save', { once: once(), id: saved.id, name: '圆', order: 'date', filter: { columns: { headline: '圆' } } }));
  expect(await listed()).toBe('risk date folder 圆');
  expect(await place(engine, saved.id, 'issue')).toMatchObject({ total: 1, done: 0, next: { issue: issueAt(engine, 'a/清河晚报_20240606_12.txt'), article: null } });
  must(await engine.call('queue.remove', { once: once(), id: saved.id }));
  expect(await listed()).toBe('risk date folder');
  expect(must(await engine.call('history.undo', { once: once(), issue: null }))).toMatchObject({ label: 'remove-queue' });
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await listed()).toBe('risk date folder 麦');
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await listed()).toBe('risk date folder');
  expect(must(await engine.call('project.info', {})).settings).not.toHaveProperty('queues');
});

test('a saved queue is given another name and keeps all else; one that another bears is refused, in either width and case; the old one comes back', async () => {
  const engine = await project();
  const save = async (name: string) => must(await engine.call('queue.save', { once: once(), id: null, name, order: 'date', filter: { text: name } }));
  const [wheat, river] = [await save('Wheat'), await save('河')];
  const rename = async (id: string, name: string) => engine.call('queue.rename', { once: once(), id, name });
  const names = async () => must(await engine.call('queue.list', {})).filter(({ builtIn }) => !builtIn).map(({ name }) => name);
  expect(must(await rename(river.id, ' 渡口 '))).toEqual({ ...river, name: '渡口' });
  for (const name of ['wheat', ' WHEAT', 'Ｗheat']) expect(await rename(river.id, name)).toMatchObject({ ok: false, error: { code: 'queue-name-taken' } });
  expect(await engine.call('queue.save', { once: once(), id: null, name: 'WHEAT', order: 'risk', filter: {} })).toMatchObject({ ok: false, error: { code: 'queue-name-taken' } });
  expect(must(await rename(wheat.id, 'WHEAT'))).toMatchObject({ name: 'WHEAT', filter: { text: 'Wheat' } });
  expect(await names()).toEqual(['WHEAT', '渡口']);
  for (const id of ['risk', 'queue:none']) expect(await rename(id, 'x')).toEqual({ ok: false, error: { code: 'no-such-queue' } });
  expect(must(await engine.call('history.undo', { once: once(), issue: null }))).toMatchObject({ label: 'rename-queue' });
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await names()).toEqual(['Wheat', '河']);
});

test('a queue that is not there is said not to be', async () => {
  const engine = await project();
  const gone = { ok: false, error: { code: 'no-such-queue' } };
  expect(await engine.call('queue.place', { queue: 'queue:none', unit: 'article', issue: null, article: null, key: null })).toEqual(gone);
  expect(await engine.call('queue.save', { once: once(), id: 'queue:none', name: 'x', order: 'risk', filter: {} })).toEqual(gone);
  expect(await engine.call('queue.remove', { once: once(), id: 'queue:none' })).toEqual(gone);
  expect(await engine.call('queue.remove', { once: once(), id: 'risk' })).toEqual(gone);
});

test('progress follows what is decided: of articles by approval, of pages by that and the confirmed aside', async () => {
  const engine = await project();
  const issue = issueAt(engine, 'b/清河晚报_20240518_02.txt');
  expect(await place(engine, 'risk', 'article')).toMatchObject({ total: 3, done: 0, at: null, next: { issue, article: 'a2' } });
  expect(await place(engine, 'folder', 'article')).toMatchObject({ next: { article: 'b1' } });
  expect(await place(engine, 'date', 'article', issue, 'a1')).toMatchObject({ at: 1, left: 2, next: { article: 'a2' }, previous: null });
  const approve = (id: string) => ({ kind: 'setStatus', article: articleId(id), status: 'approved' }) as const;
  must(await engine.call('issue.edit', { once: once(), issue, version: 0, label: 'approve', edits: [approve('a1')] }));
  expect(await place(engine, 'date', 'article', issue, 'a2')).toMatchObject({ at: 2, total: 3, done: 1, left: 1, previous: null });
  must(await engine.call('issue.edit', { once: once(), issue, version: 1, label: 'approve', edits: [approve('a2')] }));
  expect(await place(engine, 'date', 'issue', issue)).toMatchObject({ at: 1, total: 2, done: 0, left: 0 });
  must(await engine.call('issue.confirmAside', { once: once(), issue, version: 2, confirmed: true }));
  expect(await place(engine, 'date', 'issue', issue)).toMatchObject({ at: 1, total: 2, done: 1, left: 0 });
  must(await engine.call('history.undo', { once: once(), issue }));
  must(await engine.call('history.undo', { once: once(), issue }));
  expect(await place(engine, 'date', 'article')).toMatchObject({ total: 3, done: 1, next: { article: 'a2' } });
  expect(await place(engine, 'date', 'issue')).toMatchObject({ total: 2, done: 0 });
});

test('a place stays right while articles change under it: whatever is approved, merged, split, tagged, undone', async () => {
  const engine = await project();
  record(engine, readReport('c/清河晚报_20240519_01.txt', page('z', 'c1 headline: 麦子熟了', 'c1 body: 一二三', 'c2 headline: 渡口', 'c3 headline: 麦芒'), { decisions: [about('zp3', 0.4)] }));
  const saved = must(await engine.call('queue.save', { once: once(), id: null, name: '麦', order: 'folder', filter: { text: '麦' } }));
  const issues = ['b/清河晚报_20240518_02.txt', 'a/清河晚报_20240606_12.txt', 'c/清河晚报_20240519_01.txt'].map((path) => issueAt(engine, path));
  const edit = async (issue: number, edits: Parameters<typeof engine.call<'issue.edit'>>[1]['edits']) => {
    const { version } = must(await engine.call('issue.open', { issue }));
    return must(await engine.call('issue.edit', { once: once(), issue, version, label: 'edit', edits }));
  };
  const articlesOf = async (issue: number) => must(await engine.call('issue.open', { issue })).tree.articles;

  const asListed = async (queue: string, order: 'risk' | 'date' | 'folder', filter: Filter) => {
    const { rows } = must(await engine.call('library.rows', { offset: 0, limit: 100, filter, sort: [{ column: order, descending: order === 'risk' }] }));
    const done = rows.filter(({ status }) => status === 'approved').length;
    const counts = must(await engine.call('queue.counts', {}))[queue];
    expect(counts).toMatchObject({ article: { total: rows.length, done }, issue: { total: new Set(rows.map(({ issue }) => issue)).size } });
    for (const [at, row] of rows.entries()) {
      const open = (one: (typeof rows)[number]) => one.status !== 'approved';
      const told = await place(engine, queue, 'article', row.issue, row.article);
      const [above, below] = [rows.slice(0, at).filter(open), rows.slice(at + 1).filter(open)];
      expect(told).toMatchObject({ total: rows.length, done, at: done + above.length + (open(row) ? 1 : 0) });
      expect([told.next?.article, told.previous?.article]).toEqual([below[0]?.article, above.at(-1)?.article]);
      expect([told.nextPage?.article, told.previousPage?.article]).toEqual([below.find(({ issue }) => issue !== row.issue)?.article, above.findLast(({ issue }) => issue !== row.issue)?.article]);
    }
  };
  const head = (id: string) => ({ id: articleId(id), topics: [], status: 'new' as const, note: '' });
  const undo = async (issue: number | null) => must(await engine.call('history.undo', { once: once(), issue }));
  const acts: readonly (() => Promise<unknown>)[] = [
    () => edit(issues[0]!, [{ kind: 'setStatus', article: articleId('a2'), status: 'approved' }]),
    () => edit(issues[2]!, [{ kind: 'mergeAbove', article: articleId('c2') }]),
    async () => edit(issues[2]!, [{ kind: 'splitBefore', passage: (await articlesOf(issues[2]!))[0]!.passages[1]!.id, head: head('c9') }]),
    () => undo(issues[2]!),
    () => edit(issues[2]!, [{ kind: 'setRole', passage: passageId('zp3'), role: 'caption' }]),
    async () => must(await engine.call('library.setStatus', { once: once(), selection: { filter: { text: '麦' } }, status: 'approved' })),
    async () => must(await engine.call('library.setMetadata', { once: once(), selection: { articles: [articleId('b1')] }, values: { date: '2024-05-01' } })),
    () => undo(null),
    () => undo(null),
    () => undo(issues[0]!),
  ];
  for (const act of acts) {
    await act();
    for (const order of ['risk', 'date', 'folder'] as const) await asListed(order, order, {});
    await asListed(saved.id, 'folder', { text: '麦' });
  }
});
