import { expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import type { Filter } from '#contract/schemas/library.ts';
import type { Engine } from '../engine.ts';
import { must, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const PAGE = issueOf('a1 headline: 河畔书屋', 'a1 body: 夜读满座');
const OTHER = issueOf('b1 headline: 圆桌', 'b1 body: 一张圆桌');

const pages = async (engine: Engine, filter: Filter = {}) =>
  must(await engine.call('library.pages', { filter, sort: [], offset: 0, limit: 10 })).rows.map(({ file, gone }) => (gone ? `${file} gone` : file)).toSorted();

test('a page is gone when the last of its paths is, and no longer when one is back', async () => {
  const engine = await openOn(temporaryProject());
  const revisions: number[] = [];
  engine.on((name, payload) => {
    if (name === 'library.changed') revisions.push((payload as { revision: number }).revision);
  });
  record(engine, readReport('one.txt', PAGE), readReport('again/one.txt', PAGE), readReport('two.txt', OTHER));
  await expect.poll(() => pages(engine)).toEqual(['one.txt', 'two.txt']);

  record(engine, { kind: 'missing', path: 'one.txt' });
  expect(await pages(engine)).toEqual(['one.txt', 'two.txt']); // it goes by its other path now
  const before = revisions.length;
  record(engine, { kind: 'missing', path: 'again/one.txt' });
  await expect.poll(() => pages(engine)).toEqual(['one.txt gone', 'two.txt']);
  await expect.poll(() => revisions.length).toBeGreaterThan(before); // lists are told

  expect(await pages(engine, { gone: true })).toEqual(['one.txt gone']);
  expect(must(await engine.call('library.facets', { filter: {} })).gone).toBe(1);
  expect(must(await engine.call('library.facets', { filter: { folder: 'nowhere' } })).gone).toBe(0);
  const { rows } = must(await engine.call('library.rows', { filter: { gone: true }, sort: [], offset: 0, limit: 10 }));
  expect(rows.map(({ headline, gone }) => [headline, gone])).toEqual([['河畔书屋', true]]);
  const [row] = rows;
  expect(must(await engine.call('files.of', { issue: row!.issue })).map(({ path, state }) => `${path} ${state}`)).toEqual(['one.txt missing', 'again/one.txt missing']);

  record(engine, { kind: 'touched', path: 'one.txt', size: 1, modified: 2 });
  await expect.poll(() => pages(engine)).toEqual(['one.txt', 'two.txt']);
  expect(await pages(engine, { gone: true })).toEqual([]);
});
