import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLedger } from '#core/model/ledger.ts';
import { ON_A_PAGE, fillWithGenerated, generatedPage } from './generated-archive.ts';
import { must, openOn, temporaryProject } from './project.ts';

test('a generated page is the same each time, unlike the next, and accounts for all of its text', () => {
  const [page, again, next] = [generatedPage(3), generatedPage(3), generatedPage(4)];
  expect(again).toEqual(page);
  expect(next.report.page.hash).not.toBe(page.report.page.hash);
  expect(checkLedger({ source: page.report.page.source, ...page.report.page.tree }).ok).toBe(true);
});

test('a project filled with them is a real one: listed, tagged, approved, dated, and its files are unchanged when looked at', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  await fillWithGenerated(engine.store, 20, { folder: place.folder });
  const { total, rows } = must(await engine.call('library.rows', { offset: 0, limit: 300, filter: {}, sort: [] }));
  expect(total).toBe(20 * ON_A_PAGE);
  expect(rows.filter(({ status }) => status === 'approved')).toHaveLength(3 * (ON_A_PAGE - 1));
  expect(rows.filter(({ topics }) => topics.length > 0).length).toBeGreaterThan(0);
  expect(rows.every(({ date, newspaper }) => date.startsWith('2015-01-0') && newspaper === '水磨坊报')).toBe(true);
  const files = must(await engine.call('files.list', { offset: 0, limit: 20, only: 'all' })).files;
  expect(files.map(({ path }) => statSync(join(place.folder, path)).size)).toEqual(files.map(({ size }) => size));
});
