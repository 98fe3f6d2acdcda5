import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SavedQueue } from '#contract/schemas/queue.ts';
import type { AppError } from '#contract/app-error.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import type { Result } from '#util/result.ts';
import type { Engine } from '../engine.ts';
import { must, once, openOn, temporaryProject } from '../testing/project.ts';
import { listsOnTopOf, settingKeys } from './lists.ts';

const QUESTION: SearchQuestion = { text: '河', expression: false, exact: false, view: 'emended', roles: [], filter: {}, newest: false };
type Saved = Promise<Result<{ readonly id: string; readonly name: string }, AppError>>;

/** The lists that people save things in under names, by what is called for them. */
const LISTED = {
  preset: {
    save: (engine: Engine, name: string, key = once()): Saved =>
      engine.call('preset.save', { once: key, id: null, name, choices: { formats: ['jsonl'], filter: {}, reading: 'printed', bom: false, licence: null, withProject: false } }),
    remove: (engine: Engine, id: string) => engine.call('preset.remove', { once: once(), id }),
    names: async (engine: Engine) => must(await engine.call('preset.list', {})).flatMap(({ builtIn, name }) => (builtIn ? [] : name)),
  },
  queue: {
    save: (engine: Engine, name: string, key = once()): Saved => engine.call('queue.save', { once: key, id: null, name, order: 'date', filter: {} }),
    remove: (engine: Engine, id: string) => engine.call('queue.remove', { once: once(), id }),
    names: async (engine: Engine) => must(await engine.call('queue.list', {})).flatMap(({ builtIn, name }) => (builtIn ? [] : name)),
  },
  search: {
    save: (engine: Engine, name: string, key = once()): Saved => engine.call('search.save', { once: key, name, question: QUESTION }),
    remove: (engine: Engine, id: string) => engine.call('search.remove', { once: once(), id }),
    names: async (engine: Engine) => must(await engine.call('search.list', {})).map(({ name }) => name),
  },
};

const lastEntry = async (engine: Engine) => must(await engine.call('history.list', { issue: null, before: null, limit: 1 }))[0]!.entry;
const undo = (engine: Engine, entry: number) => engine.call('history.undo', { once: once(), issue: null, entry });
const redo = async (engine: Engine) => must(await engine.call('history.redo', { once: once(), issue: null }));

describe.each(Object.entries(LISTED))('%s', (_kind, { save, remove, names }) => {
  test('what was done to one of a list is taken back alone, whatever was done to the others since, and done again', async () => {
    const engine = await openOn(temporaryProject());
    const river = must(await save(engine, '河'));
    const saved = await lastEntry(engine);
    const hill = must(await save(engine, '山'));
    must(await save(engine, '林'));
    must(await remove(engine, hill.id));
    const removed = await lastEntry(engine);
    must(await save(engine, '田'));
    expect(await names(engine)).toEqual(['河', '林', '田']);

    must(await undo(engine, removed));
    expect(await names(engine)).toEqual(['河', '山', '林', '田']); // where it stood
    must(await undo(engine, saved));
    expect(await names(engine)).toEqual(['山', '林', '田']);
    await redo(engine);
    expect(await names(engine)).toEqual(['河', '山', '林', '田']);
    await redo(engine);
    expect(await names(engine)).toEqual(['河', '林', '田']);
    must(await remove(engine, river.id));
    expect(await names(engine)).toEqual(['林', '田']);
  });

  test('one that was removed does not come back beside another that has come to bear its name', async () => {
    const engine = await openOn(temporaryProject());
    must(await remove(engine, must(await save(engine, 'River')).id));
    const removed = await lastEntry(engine);
    must(await save(engine, 'ＲＩＶＥＲ'));
    expect(await undo(engine, removed)).toMatchObject({ ok: false, error: { code: 'undo-stands-in-the-way' } });
    expect(await names(engine)).toEqual(['ＲＩＶＥＲ']);
  });

  test('one that is saved again because the answer was lost is saved once, and answered as the first time', async () => {
    const engine = await openOn(temporaryProject());
    const key = once();
    const first = must(await save(engine, '河', key));
    expect(must(await save(engine, '河', key))).toEqual(first);
    expect(await names(engine)).toEqual(['河']);
  });
});

const queue = (id: string, name: string): SavedQueue => ({ id, name, order: 'date', filter: {} });
const lists = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefg'), name: fc.constantFrom('一', '二') }), { selector: ({ id }) => id, maxLength: 7 })
  .map((items) => items.map(({ id, name }) => queue(id, name)));

test('a change of a list does the same to any list it is done to, and what takes it back leaves the others as they are (property)', () => {
  fc.assert(fc.property(lists, lists, lists, (before, after, now) => {
    const done = listsOnTopOf({ queues: now }, { before: { queues: before }, after: { queues: after } });
    expect(done.before.queues).toEqual(now);
    const touched = new Set(settingKeys({ before: { queues: before }, after: { queues: after } }).map((key) => key.replace('queues ', '')));
    const made = done.after.queues ?? [];
    expect(made.filter(({ id }) => !touched.has(id))).toEqual(now.filter(({ id }) => !touched.has(id)));
    expect(new Map(made.filter(({ id }) => touched.has(id)).map((item) => [item.id, item]))).toEqual(new Map(after.filter(({ id }) => touched.has(id)).map((item) => [item.id, item])));
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    const back = listsOnTopOf({ queues: made }, { before: done.after, after: done.before }).after.queues ?? [];
    expect(new Map(back.map((item) => [item.id, item]))).toEqual(new Map(now.map((item) => [item.id, item])));
  }));
});

test('setting a list to nothing leaves none behind, and other settings are set as they are', () => {
  const change = { before: { queues: [queue('a', '一')], editor: null }, after: { queues: [], editor: '林' } };
  expect(listsOnTopOf({ queues: change.before.queues }, change).after).toEqual({ queues: null, editor: '林' });
  expect(settingKeys(change)).toEqual(['queues a', 'queues called 一', 'settings editor']);
});

test('a list that is full says so, and how many it holds', async () => {
  const engine = await openOn(temporaryProject());
  for (let n = 0; n < 100; n += 1) must(await LISTED.queue.save(engine, `队列 ${n}`));
  expect(await LISTED.queue.save(engine, '又一个')).toEqual({ ok: false, error: { code: 'list-full', most: 100 } });
  const rule = (n: number) => engine.call('rules.save', { once: once(), id: null, rule: { read: `甲${n}`, put: '乙', folder: '', newspaper: '', from: '', to: '', except: [], applies: false, on: false } });
  for (let n = 0; n < 500; n += 1) must(await rule(n));
  expect(await rule(500)).toEqual({ ok: false, error: { code: 'list-full', most: 500 } });
});
