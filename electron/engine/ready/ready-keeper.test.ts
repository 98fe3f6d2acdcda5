import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import type { Timers } from '#util/when-quiet.ts';
import type { Engine } from '../engine.ts';
import { keptBytes } from '../export/kept/kept-exports.ts';
import { program } from '../export/kept/ways.ts';
import { LIKELY } from '../export/ready/looks.ts';
import { GO_ON, WAIT } from '../export/ready/ready-thread.ts';
import type { ReadyTask } from '../export/ready/ready-thread.ts';
import { bundleThreadEntry } from '../ingest/testing/thread-entry.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { ReadyKeeper } from './ready-keeper.ts';

let entry: URL;
let dispose: () => void;
beforeAll(async () => {
  ({ entry, dispose } = await bundleThreadEntry('ready-worker'));
});
afterAll(() => dispose());

const LONG = { timeout: 120_000 };
const NOWHERE = new URL('nowhere.mjs', import.meta.url);
const pathOf = (n: number) => `清河晚报_202405${10 + n}_01.txt`;

/** A clock that is moved by hand. */
function clock() {
  const waiting = new Map<NodeJS.Timeout, { readonly act: () => void; readonly at: number }>();
  let time = 0;
  const timers: Timers<NodeJS.Timeout> = {
    set: (act, milliseconds) => {
      const timer = {} as NodeJS.Timeout;
      waiting.set(timer, { act, at: time + milliseconds });
      return timer;
    },
    clear: (timer) => void waiting.delete(timer),
  };
  const pass = (milliseconds: number) => {
    time += milliseconds;
    for (const [timer, { act, at }] of waiting) if (at <= time && waiting.delete(timer)) act();
  };
  return { timers, now: () => time, pass, isWaiting: () => waiting.size > 0 };
}

/** A project of twelve pages, and its keeper by a clock of its own. */
async function watched(at: URL, isBusy = () => false) {
  const engine = await openOn(temporaryProject());
  record(engine, ...Array.from({ length: 12 }, (_, n) => readReport(pathOf(n), issueOf(`a${n} headline: 题${n}`, `a${n} body: 第${n}页的正文。`))));
  const { store, layout } = engine.context;
  for (let n = 0; n < 12; n += 2) await setStatus(engine, n, 'approved'); // what of a project that was never exported is made ready
  store.changes.flush();
  const time = clock();
  const errors: unknown[] = [];
  const keeper = new ReadyKeeper({ store, layout, isBusy, onError: (error) => errors.push(error), entry: at, timers: time.timers, now: time.now });
  onTestFinished(async () => {
    await keeper.stop();
    expect(errors).toEqual([]);
  });
  return { engine, keeper, time, folder: layout.exported };
}

const formats = (folder: string) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.index')).map((name) => name.split('-').slice(0, -1).join('-')).toSorted() : []);
const bytesOf = (folder: string) => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

const edit = (engine: Engine, n: number) => setStatus(engine, n, 'problem');

async function setStatus(engine: Engine, n: number, status: 'approved' | 'problem'): Promise<void> {
  const issue = issueAt(engine, pathOf(n));
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'set-status', edits: [{ kind: 'setStatus', article: tree.articles[0]!.id, status }] }));
}

for (const [where, at] of [['on a thread', () => entry], ['where there is none', () => NOWHERE]] as const) {
  test(`what is likely is made ready ${where} once nothing happened for a while, and again only when something changed`, LONG, async () => {
    const { engine, keeper, time, folder } = await watched(at());
    time.pass(60_000);
    expect([time.isWaiting(), formats(folder)]).toEqual([false, []]); // nobody said that it is to begin
    keeper.watch();
    time.pass(9_000);
    keeper.touched();
    time.pass(9_000);
    expect(formats(folder)).toEqual([]);
    time.pass(1_000);
    await keeper.done();
    expect(formats(folder)).toEqual(['csv', 'jsonl', 'ledger']);
    const before = bytesOf(folder);
    keeper.touched();
    expect(time.isWaiting()).toBe(false); // what did not change wakes nobody
    await edit(engine, 4);
    engine.store.changes.flush();
    time.pass(10_000);
    await keeper.done();
    const after = bytesOf(folder);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after).not.toEqual(before);
    for (const name of Object.keys(before).filter((each) => each.endsWith('.pages'))) expect([name, after[name]!.startsWith(before[name]!.slice(0, 1_000))]).toEqual([name, true]); // added to
  });
}

test('the formats and looks of the last export are what is made ready', LONG, async () => {
  const { keeper, time, folder } = await watched(entry);
  await keeper.asked({ formats: ['tei-pressmint'], filter: { status: ['new'] }, reading: 'printed', bom: true, licence: 'x' });
  keeper.watch();
  time.pass(10_000);
  await keeper.done();
  expect(formats(folder)).toEqual(['ledger', 'tei-pressmint']);
  writeFileSync(join(folder, 'looks.json'), '{"formats":'); // hurt
  await keeper.settled();
  expect(formats(folder)).toEqual(['ledger', 'tei-pressmint']); // nothing changed
  await keeper.asked({ formats: ['markdown'], filter: { text: '文' }, reading: 'emended', bom: false, licence: '' } as never); // not to be told by the page alone: nothing is kept of such
  writeFileSync(join(folder, 'looks.json'), '{"formats":');
  await keeper.settled();
  expect(formats(folder)).toEqual(['csv', 'jsonl', 'ledger', 'ledger', 'tei-pressmint']);
});

test('an export that is asked for waits for the next few pages at most, and nothing begins until it is over', LONG, async () => {
  const { keeper, time, folder } = await watched(entry);
  keeper.watch();
  time.pass(10_000);
  const letGo = await keeper.hold(); // before the first page
  time.pass(60_000);
  await keeper.settled();
  expect(formats(folder)).toEqual([]);
  letGo();
  letGo(); // counts once
  await keeper.settled();
  expect(formats(folder)).toEqual(['csv', 'jsonl', 'ledger']);
});

test('who asks for something while it is just beginning comes first', LONG, async () => {
  const { keeper, time, folder } = await watched(entry);
  keeper.watch();
  time.pass(10_000);
  keeper.touched();
  await keeper.done();
  expect(formats(folder)).toEqual([]);
  time.pass(10_000);
  await keeper.done();
  expect(formats(folder)).toEqual(['csv', 'jsonl', 'ledger']);
});

test('a thread that is told to wait does so before it makes anything, and goes on when it is told', LONG, async () => {
  const { engine, folder } = await watched(NOWHERE);
  const { store, layout } = engine.context;
  const told = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(told, 0, WAIT);
  const ask = { project: layout.project, sources: layout.sources, isStill: store.db.isStill, kept: folder, looks: { ...LIKELY, ofAll: true }, version: '0.0.0', by: program() };
  const worker = new Worker(entry, { workerData: { ask, told } satisfies ReadyTask });
  const said: unknown[] = [];
  worker.on('message', (message) => said.push(message));
  const over = new Promise((resolve) => worker.on('exit', resolve));
  while (said.length === 0 && Atomics.notify(told, 0) === 0) await breathe(); // until it is found waiting
  expect([said, keptBytes(folder)]).toEqual([[], 0]);
  Atomics.store(told, 0, GO_ON);
  Atomics.notify(told, 0);
  await over;
  expect(said).toEqual([{ made: 12, isFull: false }]);
});

test('switched off in the settings nothing is made ready, and what is kept goes; switched on it is made again', LONG, async () => {
  const { engine, keeper, time, folder } = await watched(entry);
  keeper.watch();
  time.pass(10_000);
  await keeper.done();
  expect(keptBytes(folder)).toBeGreaterThan(0);
  expect(must(await engine.call('export.kept', {}))).toEqual({ bytes: keptBytes(folder) });
  const set = async (makeReady: boolean) => {
    must(await engine.call('project.setSettings', { once: once(), settings: { makeReady } }));
    engine.store.changes.flush();
    await keeper.done();
  };
  await set(false);
  expect([keptBytes(folder), formats(folder)]).toEqual([0, []]);
  expect(must(await engine.call('export.kept', {}))).toEqual({ bytes: 0 });
  await edit(engine, 5);
  engine.store.changes.flush();
  keeper.touched();
  expect(time.isWaiting()).toBe(false);
  await keeper.settled();
  expect(formats(folder)).toEqual([]);
  await set(true);
  time.pass(10_000);
  await keeper.done();
  expect(formats(folder)).toEqual(['csv', 'jsonl', 'ledger']);
});

test('nothing begins while the engine is at work that somebody waits for, where the project can only be read, or once it is closed', LONG, async () => {
  let isBusy = true;
  const { engine, keeper, time, folder } = await watched(NOWHERE, () => isBusy);
  keeper.watch();
  time.pass(10_000);
  await keeper.done();
  expect(formats(folder)).toEqual([]);
  isBusy = false;
  time.pass(10_000); // it was looked for again by itself
  await keeper.done();
  expect(formats(folder)).toEqual(['csv', 'jsonl', 'ledger']);

  const { store, layout } = engine.context;
  const elsewhere = { ...layout, exported: `${layout.exported}-other`, exportLooks: join(`${layout.exported}-other`, 'looks.json') };
  const reader = new ReadyKeeper({ store: { ...store, readOnly: 'held' }, layout: elsewhere, isBusy: () => false, onError: () => undefined, entry: NOWHERE, timers: time.timers });
  reader.watch();
  time.pass(10_000);
  await reader.asked({ formats: ['csv'], filter: {}, reading: 'emended', bom: false, licence: '' });
  await reader.settled();
  await reader.stop();
  const closed = new ReadyKeeper({ store, layout: elsewhere, isBusy: () => false, onError: () => undefined, entry: NOWHERE, timers: time.timers });
  await closed.stop();
  closed.watch();
  await closed.settled();
  expect(existsSync(elsewhere.exported)).toBe(false);
});

test('an engine makes ready, exports from it, and closes while it is at it', LONG, async () => {
  const place = temporaryProject();
  const engine = await openOn(place, { careful: false, readyEntry: entry });
  record(engine, ...Array.from({ length: 12 }, (_, n) => readReport(pathOf(n), issueOf(`a${n} headline: 题${n}`, `a${n} body: 第${n}页的正文。`))));
  const { ready, layout } = engine.context;
  for (let n = 0; n < 12; n += 1) await setStatus(engine, n, 'approved');
  await ready!.settled();
  const made = bytesOf(layout.exported);
  mkdirSync(join(place.base, 'out'));
  engine.grant('out', join(place.base, 'out'));
  const over = new Promise<unknown>((resolve) => engine.on((name, payload) => {
    if (name === 'job.progress' && (payload as { state: string }).state !== 'running') resolve(payload);
  }));
  must(await engine.call('export.start', { formats: ['jsonl', 'csv'], filter: {}, grant: 'out', folderName: 'corpus' }));
  expect(await over).toMatchObject({ state: 'done', result: { articles: 12 } });
  const kept = bytesOf(layout.exported);
  for (const name of Object.keys(made).filter((each) => each.endsWith('.pages'))) expect([name, kept[name]]).toEqual([name, made[name]]); // nothing was made anew
  expect(JSON.parse(Buffer.from(kept['looks.json']!, 'base64').toString())).toMatchObject({ formats: ['jsonl', 'csv'] });
  await edit(engine, 5);
  void ready!.settled();
  await engine.close();
});
