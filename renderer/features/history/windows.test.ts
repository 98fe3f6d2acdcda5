import { expect, test } from 'vitest';
import type { HistoryRow } from '#contract/schemas/history.ts';
import { ok } from '#util/result.ts';
import { historyWindows } from './windows.ts';

const row = (entry: number): HistoryRow => ({
  entry, at: '2026-01-01T00:00:00Z', who: '', origin: 'person', label: 'type', turns: null, edits: 1, pages: 1, page: null, brief: null, state: 'live', undone: null,
});

/** A history that grows, and what it was asked. */
function history(entries: number) {
  const asked: string[] = [];
  let newest = entries;
  const fetch = historyWindows((before, skip, limit) => {
    asked.push(`${before ?? 'newest'} +${skip}`);
    const from = (before === null ? newest : before - 1) - skip;
    const rows = Array.from({ length: Math.max(0, Math.min(limit, from)) }, (_, at) => row(from - at));
    return Promise.resolve(ok({ total: newest, rows }));
  });
  const at = async (offset: number) => {
    const answer = await fetch(offset, 100);
    return answer.ok ? answer.value.rows.map(({ entry }) => entry) : [];
  };
  return { asked, at, grow: (by: number) => void (newest += by) };
}

const span = (from: number, count = 100) => Array.from({ length: count }, (_, at) => from - at);

test('going down, each page is asked for by the last entry of the one before; what comes in at the top meanwhile shifts nothing', async () => {
  const { asked, at, grow } = history(1_000);
  expect(await at(0)).toEqual(span(1_000));
  grow(7);
  expect(await at(100)).toEqual(span(900));
  expect(await at(200)).toEqual(span(800));
  expect(asked).toEqual(['newest +0', '901 +0', '801 +0']);
});

test('a page that is jumped to is counted from the nearest above it, and is known from then on', async () => {
  const { asked, at } = history(100_000);
  expect(await at(99_900)).toEqual(span(100));
  expect(await at(0)).toEqual(span(100_000));
  expect(await at(500)).toEqual(span(99_500));
  expect(await at(600)).toEqual(span(99_400));
  expect(await at(99_900)).toEqual(span(100));
  expect(asked).toEqual(['newest +99900', 'newest +0', '99901 +400', '99401 +0', '99301 +99200']);
});

test('the last page, which is not full, is the end', async () => {
  const { at } = history(150);
  expect(await at(0)).toEqual(span(150));
  expect(await at(100)).toEqual(span(50, 50));
  expect(await at(200)).toEqual([]);
});
