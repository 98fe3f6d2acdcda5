import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { CALLS } from '#contract/calls.ts';
import type { EngineCall } from '#contract/calls.ts';
import { EVENTS } from '#contract/events.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { ToHost } from '../host-messages.ts';
import { serve } from '../serve.ts';
import type { ParentPort } from '../serve.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { HANDLERS } from './handlers.ts';

const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五');

test('every call to the engine has its handler, and no other', () => {
  const calls = Object.entries(CALLS).filter(([, { to }]) => to === 'engine').map(([name]) => name);
  expect(Object.keys(HANDLERS).toSorted()).toEqual(calls.toSorted());
});

test.each([
  ['issue.nope', {}, 'issue.nope'],
  ['__proto__', {}, '__proto__'],
  ['constructor', {}, 'constructor'],
  ['app.state', {}, 'app.state'],
  ['issue.open', null, 'issue.open'],
  ['issue.open', { issue: '1' }, 'issue.open.issue'],
  ['issue.open', { issue: 1, more: true }, 'issue.open.more'],
  ['issue.open', { issue: -1 }, 'issue.open.issue'],
  ['library.rows', { offset: 0, limit: 501, filter: {}, sort: [] }, 'library.rows.limit'],
  ['issue.edit', { once: 'once-once', issue: 1, version: 0, label: 'x', edits: [{ kind: 'evil' }] }, 'issue.edit.edits.0.kind'],
])('%s with %j is refused at %s', async (name, request, where) => {
  const engine = await openOn(temporaryProject());
  expect(await engine.dispatch(name, request)).toEqual({ ok: false, error: { code: 'bad-request', where } });
});

test('whatever is asked, the answer is a value, and one that the schema knows', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const small = fc.constantFrom(0, 1, 2, 'a1', 'p2', 'once-again', '', null, [], {}, 'new', 'headline', -1, 1e9, '\0', { filter: {} }, { articles: ['a1'] });
  const request = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom('issue', 'once', 'offset', 'limit', 'filter', 'sort', 'selection', 'status', 'edits', 'version', 'label', 'settings', 'file', 'before'), small));
  const calls = (Object.keys(HANDLERS) as EngineCall[]).filter((name) => name !== 'export.start');
  await fc.assert(fc.asyncProperty(fc.constantFrom(...calls), request, async (name, given) => {
    const result = await engine.dispatch(name, given);
    if (result.ok) v.parse(CALLS[name].reply, result.value);
    else expect(result.error.code).not.toBe('bug');
  }), { numRuns: 300 });
});

test('answers are what the contract says', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, readReport('a.txt', PAGE), { kind: 'problem', path: 'b.txt', size: 0, modified: 1.5, problem: 'empty' });
  const issue = issueAt(engine, 'a.txt');
  must(await engine.call('issue.edit', { once: once(), issue, version: 0, label: 'note', edits: [{ kind: 'setNote', article: PAGE.articles[0]!.id, note: 'x' }] }));
  const requests: readonly (readonly [EngineCall, unknown])[] = [
    ['project.info', {}], ['files.list', { only: 'all', offset: 0, limit: 10 }], ['library.rows', { offset: 0, limit: 10, filter: {}, sort: [] }],
    ['library.facets', { filter: {} }], ['queue.list', {}], ['queue.counts', {}], ['queue.place', { queue: 'risk', unit: 'article', issue, article: null, key: null }], ['issue.open', { issue }], ['issue.find', { article: 'a1' }],
    ['history.list', { issue, before: null, limit: 10 }], ['history.undo', { once: once(), issue }], ['history.redo', { once: once(), issue }], ['topics.list', {}],
    ['job.cancel', { job: 'none' }], ['export.formats', {}], ['export.kept', {}], ['export.holdings', { filter: {} }],
  ];
  for (const [name, request] of requests) {
    const result = await engine.dispatch(name, request);
    expect(result.ok, name).toBe(true);
    if (result.ok) v.parse(CALLS[name].reply, result.value);
  }
});

test('a mistake of ours is told by an id under which its stack is in the log', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  engine.store.db.exec('DROP TABLE unplaced');
  record(engine, readReport('a.txt', PAGE));
  const result = await engine.dispatch('issue.open', { issue: 1 });
  expect(result).toMatchObject({ ok: false, error: { code: 'bug' } });
  const { id } = (result as { error: { id: string } }).error;
  expect(readFileSync(join(place.base, 'engine.log'), 'utf8')).toMatch(new RegExp(`"id":"${id}","error":"Error: no such table: unplaced`));
});

test('events tell what changed, once for what came together', async () => {
  const engine = await openOn(temporaryProject());
  const heard: string[] = [];
  engine.on((name, payload) => {
    v.parse(EVENTS[name].payload, payload);
    heard.push(`${name} ${JSON.stringify(payload)}`);
  });
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  await turn(); // what changed is told behind the answer
  engine.context.indexer.complete();
  engine.context.events.flush();
  expect(heard.toSorted()).toEqual(['files.changed {"files":1,"folderThere":true}', 'library.changed {"revision":2}']);
  heard.length = 0;
  for (let version = 0; version < 3; version += 1) {
    must(await engine.call('issue.edit', { once: once(), issue, version, label: 'note', edits: [{ kind: 'setNote', article: PAGE.articles[0]!.id, note: `${version}` }] }));
  }
  await turn();
  engine.context.events.flush();
  expect(heard.filter((line) => line.startsWith('issue'))).toEqual([`issue.changed {"issue":${issue},"version":3}`]);
  expect(heard.filter((line) => line.startsWith('project.saved'))).toHaveLength(1);
});

test('windows are served over their ports: calls that come early wait, each answer goes to its asker, events to all', async () => {
  const { projectPath, folder, base } = temporaryProject();
  const said: ToHost[] = [];
  let tell: (message: ToHost) => void = () => undefined;
  let hear: Parameters<ParentPort['on']>[1] = () => undefined;
  serve({ on: (_event, listener) => (hear = listener), postMessage: (message) => (said.push(message), tell(message)) });

  const window = () => {
    const { port1, port2 } = new MessageChannel();
    const answers = new Map<number, (result: unknown) => void>();
    port1.on('message', (message: { id?: number; result?: unknown }) => message.id !== undefined && answers.get(message.id)?.(message.result));
    // A MessagePort of Node gives the data itself, one of Electron an event that holds it.
    const port = {
      on: (event: string, listener: (event: { data: unknown }) => void) => port2.on(event, (data: unknown) => listener({ data })),
      start: () => port2.start(),
      postMessage: (message: unknown) => port2.postMessage(message),
    };
    hear({ data: { kind: 'connect' }, ports: [port] });
    return { close: () => port1.close(), ask: (id: number, call: string, request: unknown) => new Promise((resolve) => {
      answers.set(id, resolve);
      port1.postMessage({ id, call, request });
    }) };
  };

  const [one, two] = [window(), window()];
  const early = one.ask(1, 'project.info', {});
  hear({ data: { kind: 'open', options: { projectPath, folder, resourcesPath: base, logPath: join(base, 'engine.log'), editor: 'Editor', watch: false }, careful: true }, ports: [] });
  expect(await early).toMatchObject({ ok: true, value: { name: 'test', folder } });
  expect(await two.ask(1, 'issue.open', { issue: 7 })).toEqual({ ok: false, error: { code: 'no-such-issue' } });
  expect(said).toEqual([{ kind: 'opened', folder }]);
  one.close();
  two.close();
  const closed = new Promise<ToHost>((resolve) => (tell = resolve));
  hear({ data: { kind: 'close' }, ports: [] });
  expect(await closed).toEqual({ kind: 'closed' });
});
