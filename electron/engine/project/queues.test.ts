import { expect, test } from 'vitest';
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
