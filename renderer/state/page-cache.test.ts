import { describe, expect, test } from 'vitest';
import { fail, ok } from '#util/result.ts';
import { createPageCache, PAGE_SIZE } from './page-cache.ts';
import type { FetchWindow, Window } from './page-cache.ts';

type Asked = { readonly offset: number; readonly limit: number; readonly answer: (rows: Window<string>) => Promise<void>; readonly refuse: () => Promise<void> };

/** A list of `total` names whose questions are answered by hand. */
function byHand(): { readonly fetch: FetchWindow<string>; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  };
  return {
    asked,
    fetch: (offset, limit) => new Promise((resolve) => {
      asked.push({
        offset,
        limit,
        answer: async (rows) => {
          resolve(ok(rows));
          await settle();
        },
        refuse: async () => {
          resolve(fail({ code: 'no-project' }));
          await settle();
        },
      });
    }),
  };
}

const rows = (prefix: string, offset: number, total: number, revision = 1): Window<string> => ({
  total,
  revision,
  rows: Array.from({ length: Math.min(PAGE_SIZE, total - offset) }, (_, at) => `${prefix}${offset + at}`),
});

const offsets = (asked: readonly Asked[]) => asked.map(({ offset }) => offset);

describe('page cache', () => {
  test('asks for the first page, then for what is in view and its neighbours', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    cache.ask(list.fetch);
    cache.view(0, 20);
    expect(offsets(list.asked)).toEqual([0]);
    expect(cache.state().total).toBeNull();
    await list.asked[0]?.answer(rows('a', 0, 1_000));
    expect(cache.row(7)).toBe('a7');
    expect(cache.state()).toMatchObject({ total: 1_000, changing: false });
    expect(offsets(list.asked)).toEqual([0, 100]);
    cache.view(450, 470);
    expect(offsets(list.asked)).toEqual([0, 100, 400]);
  });

  test('while someone drags through the list, only what is still in view is asked for', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    cache.ask(list.fetch);
    await list.asked[0]?.answer(rows('a', 0, 100_000));
    for (let from = 1_000; from < 90_000; from += 1_000) cache.view(from, from + 30);
    expect(list.asked.length).toBeLessThanOrEqual(4);
    for (let at = 1; at < list.asked.length && at < 12; at += 1) await list.asked[at]?.answer(rows('a', list.asked[at]?.offset ?? 0, 100_000));
    expect(cache.row(89_010)).toBe('a89010');
    expect(list.asked.length).toBeLessThanOrEqual(7);
  });

  test('another question keeps the old rows until its first answer, and late answers to the old one are not taken', async () => {
    const cache = createPageCache<string>();
    const [one, two] = [byHand(), byHand()];
    cache.ask(one.fetch);
    await one.asked[0]?.answer(rows('a', 0, 300));
    cache.ask(two.fetch);
    expect(cache.row(0)).toBe('a0');
    expect(cache.state().changing).toBe(true);
    await one.asked[1]?.answer(rows('a', 100, 300));
    expect(cache.row(100)).toBeUndefined();
    await two.asked[0]?.answer(rows('b', 0, 5));
    expect([cache.row(0), cache.row(5)]).toEqual(['b0', undefined]);
    expect(cache.state()).toMatchObject({ total: 5, changing: false });
  });

  test('a refresh keeps the rows and asks again for those in view only', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    cache.ask(list.fetch);
    cache.view(0, 20);
    await list.asked[0]?.answer(rows('a', 0, 90));
    cache.refresh();
    expect(cache.row(0)).toBe('a0');
    expect(list.asked).toHaveLength(2);
    await list.asked[1]?.answer(rows('b', 0, 91, 2));
    expect(cache.row(90)).toBe('b90');
    expect(list.asked).toHaveLength(2);
  });

  test('pages of an older revision are asked for again', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    cache.ask(list.fetch);
    cache.view(50, 150);
    await list.asked[0]?.answer(rows('a', 0, 200, 1));
    await list.asked[1]?.answer(rows('b', 100, 200, 2));
    expect(offsets(list.asked)).toEqual([0, 100, 0]);
    await list.asked[2]?.answer(rows('b', 0, 200, 2));
    expect([cache.row(60), cache.row(120)]).toEqual(['b60', 'b120']);
    expect(list.asked).toHaveLength(3);
  });

  test('holds a dozen pages, not the list', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    cache.ask(list.fetch);
    await list.asked[0]?.answer(rows('a', 0, 10_000));
    let answered = 1;
    for (let from = 0; from < 5_000; from += 100) {
      cache.view(from, from + 20);
      for (; answered < list.asked.length; answered += 1) await list.asked[answered]?.answer(rows('a', list.asked[answered]?.offset ?? 0, 10_000));
    }
    const held = Array.from({ length: 10_000 }, (_, at) => cache.row(at)).filter((row) => row !== undefined);
    expect(held.length).toBeLessThanOrEqual(12 * PAGE_SIZE);
    expect(cache.row(4_905)).toBe('a4905');
    expect(cache.row(0)).toBeUndefined();
  });

  test('a question without an answer is told, and the next answer clears it', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    cache.ask(list.fetch);
    await list.asked[0]?.refuse();
    expect(cache.state().problem).toEqual({ code: 'no-project' });
    cache.refresh();
    await list.asked[1]?.answer(rows('a', 0, 1));
    expect(cache.state()).toMatchObject({ problem: null, total: 1 });
  });

  test('every change is told with a new version', async () => {
    const cache = createPageCache<string>();
    const list = byHand();
    const versions: number[] = [];
    cache.subscribe(() => versions.push(cache.state().version));
    cache.ask(list.fetch);
    await list.asked[0]?.answer(rows('a', 0, 2));
    cache.patch((row) => row.toUpperCase());
    expect(cache.row(1)).toBe('A1');
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions).toHaveLength(3);
  });
});
