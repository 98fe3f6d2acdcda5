import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { housePage } from '#core/testing/house-pages.ts';
import { issueAt, must, once, record, readReport } from '../testing/project.ts';
import type { Engine } from '../engine.ts';
import { confirmAside, jobOver, learnNow, learningPlace, openLearning, outline, recordHousePages } from './testing/learning-project.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const state = async (engine: Engine) => must(await engine.call('learning.state', {}));
const open = async (engine: Engine, path: string) => must(await engine.call('issue.open', { issue: issueAt(engine, path) }));
const listed = async (engine: Engine) => must(await engine.call('learning.pages', { offset: 0, limit: 100 })).pages.map(({ path }) => path).toSorted();
const rows = (engine: Engine, table: string) => engine.store.db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
const OPEN = range(20, 24);
const PATHS = OPEN.map((number) => `open-${number}.txt`);
const truths = OPEN.map((number) => outline(housePage(number)));
const outlines = async (engine: Engine) => Promise.all(PATHS.map(async (path) => outline((await open(engine, path)).tree)));

test('learns what approved pages show, tells which others would split otherwise, splits them anew, and goes back', async () => {
  const place = learningPlace();
  const engine = await openLearning(place);
  await recordHousePages(engine, range(0, 10), OPEN);
  expect(await state(engine)).toMatchObject({ approved: 10, fresh: 10, more: 10, inUse: null, last: null, weights: [], otherwise: { pages: 0, complete: true } });
  const before = await outlines(engine);

  expect(await learnNow(engine)).toMatchObject({ state: 'done' });
  const learned = await state(engine);
  expect(learned.last).toMatchObject({ judgement: { verdict: 'better', pages: 10 } });
  expect(learned).toMatchObject({ approved: 10, fresh: 0, more: 0, fits: true, inUse: learned.last!.kept, otherwise: { pages: OPEN.length, ready: OPEN.length, complete: true } });
  const { judgement } = learned.last!;
  expect(judgement.after.boundaries.wrong).toBeLessThan(judgement.before.boundaries.wrong);
  expect(await listed(engine)).toEqual(PATHS);
  expect(must(await engine.call('library.rows', { filter: { otherwise: true }, sort: [], offset: 0, limit: 500 })).total).toBe(before.flat().length);
  expect(must(await engine.call('library.facets', { filter: {} })).otherwise).toBe(before.flat().length);
  expect(await outlines(engine)).toEqual(before); // nothing was changed by it

  // Split anew, taken back, done again.
  expect(must(await engine.call('learning.splitAnew', { once: once(), issues: null }))).toEqual({ pages: OPEN.length, kept: 0, unplaced: 0 });
  expect(await listed(engine)).toEqual([]);
  const after = await outlines(engine);
  const right = (all: readonly (readonly string[])[]) => all.filter((each, index) => each.join() === truths[index]!.join()).length;
  expect(right(after)).toBeGreaterThan(right(before));
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await outlines(engine)).toEqual(before);
  await (await engine.context.learner()).settled();
  expect(await listed(engine)).toEqual(PATHS);
  must(await engine.call('history.redo', { once: once(), issue: null }));
  expect(await outlines(engine)).toEqual(after);
  await (await engine.context.learner()).settled();
  expect(await listed(engine)).toEqual([]);

  // Back to the program's own weights, by the button, and by undo.
  must(await engine.call('learning.use', { once: once(), weights: null }));
  expect(await state(engine)).toMatchObject({ inUse: null, fresh: 10, weights: [{ version: learned.inUse, fits: true, lesson: { kept: learned.inUse } }] });
  await (await engine.context.learner()).settled();
  expect((await state(engine)).otherwise.pages).toBe(OPEN.length);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect((await state(engine)).inUse).toBe(learned.inUse);
  expect(must(await engine.call('history.list', { issue: null, before: null, limit: 10 })).map(({ label }) => label)).toEqual(['undo', 'use-weights', 'redo', 'undo', 'split-anew', 'learn']);
  expect(await engine.call('learning.use', { once: once(), weights: '000000000000' })).toEqual({ ok: false, error: { code: 'no-such-weights' } });

  // What is in use is known after a restart, and pages that come are split with it.
  await engine.close();
  writeFileSync(join(place.folder, 'new.txt'), housePage(30).source);
  const again = await openLearning(place, { read: true });
  await again.settled();
  expect((await state(again)).inUse).toBe(learned.inUse);
  expect(outline((await open(again, 'new.txt')).tree)).toEqual(outline(housePage(30)));
  expect(again.store.db.get<{ splitter: string }>('SELECT splitter FROM reading ORDER BY id DESC LIMIT 1')!.splitter).toContain(learned.inUse);
});

test('keeps the weights it has where nothing is better, and says so', async () => {
  const engine = await openLearning(learningPlace());
  await recordHousePages(engine, [], range(0, 10));
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status: 'approved' }));
  for (const number of range(0, 10)) await confirmAside(engine, `open-${number}.txt`);
  expect(await learnNow(engine)).toMatchObject({ state: 'done' });
  const { last, inUse, more } = await state(engine);
  expect(last).toMatchObject({ kept: null, judgement: { verdict: 'no-fewer' } });
  expect({ inUse, more }).toEqual({ inUse: null, more: 0 });
  expect([rows(engine, 'weights'), rows(engine, 'learning')]).toEqual([0, 1]);
});

test('learns from nothing but whole approved pages, of which it takes enough', async () => {
  const engine = await openLearning(learningPlace());
  await recordHousePages(engine, range(0, 7), range(7, 9));
  const glued = housePage(9);
  const upside = { ...glued, articles: glued.articles.map((article) => ({ ...article, passages: article.passages.toReversed() })) };
  record(engine, readReport('upside-down.txt', upside));
  await confirmAside(engine, 'upside-down.txt');
  const { approved, leftOut } = await state(engine);
  expect(approved).toBe(7);
  expect(leftOut).toMatchObject({ count: 1, pages: [{ path: 'upside-down.txt', why: 'not-of-the-grammar' }] });
  expect(await engine.call('learning.start', {})).toEqual({ ok: false, error: { code: 'too-few-pages', pages: 7, fewest: 8 } });
});

test('cancelled, it leaves everything as it was', async () => {
  const engine = await openLearning(learningPlace());
  await recordHousePages(engine, range(0, 8), []);
  const entries = rows(engine, 'entry');
  const over = jobOver(engine, 'learning');
  const { job } = must(await engine.call('learning.start', {}));
  expect(await engine.call('learning.start', {})).toEqual({ ok: false, error: { code: 'job-running' } });
  expect((await state(engine)).running).toBe(job);
  must(await engine.call('job.cancel', { job }));
  expect(await over).toMatchObject({ state: 'cancelled' });
  expect(await state(engine)).toMatchObject({ running: null, inUse: null, last: null });
  expect([rows(engine, 'weights'), rows(engine, 'learning'), rows(engine, 'entry')]).toEqual([0, 0, entries]);
});

test('a page whose articles are all approved is no truth before what stands aside on it is confirmed', async () => {
  const engine = await openLearning(learningPlace());
  await recordHousePages(engine, range(0, 7), []);
  record(engine, readReport('nobody-looked.txt', housePage(7)));
  const leftOut = { count: 1, pages: [{ path: 'nobody-looked.txt', why: 'aside-open' }] };
  expect(await state(engine)).toMatchObject({ approved: 7, fresh: 7, leftOut });
  expect(await engine.call('learning.start', {})).toEqual({ ok: false, error: { code: 'too-few-pages', pages: 7, fewest: 8 } });

  await confirmAside(engine, 'nobody-looked.txt');
  expect(await state(engine)).toMatchObject({ approved: 8, leftOut: { count: 0 } });
  must(await engine.call('history.undo', { once: once(), issue: issueAt(engine, 'nobody-looked.txt') }));
  expect(await state(engine)).toMatchObject({ approved: 7, leftOut });

  // Where nothing stands aside there is nothing to confirm.
  const { source, articles } = housePage(8);
  record(engine, readReport('nothing-aside.txt', { source, articles, aside: [] }));
  expect(await state(engine)).toMatchObject({ approved: 8, leftOut });
});
