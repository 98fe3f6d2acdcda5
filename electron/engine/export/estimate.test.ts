import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Filter } from '#contract/schemas/library.ts';
import { EXPORTERS, exporterOf } from '#core/export/registry.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { estimateExport } from './estimate.ts';
import { exportProject } from './export-project.ts';
import { wantedBy } from './wanted.ts';

const PAGES = 60;
const ALL = EXPORTERS.map(({ id }) => id);
const LONG = { timeout: 120_000 };
const pathOf = (n: number) => `${10 + n}/清河晚报_202405${10 + (n % 9)}_01.txt`;

/** A project of pages of two or three articles, what exports of it are reckoned to come to, and what they come to. */
async function project() {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, ...Array.from({ length: PAGES }, (_, n) => readReport(pathOf(n), issueOf(
    `a${n}1 headline: 题${n}`, `a${n}1 body: 第${n}页的正文。`, `a${n}2 headline: 又题${n}`, `a${n}2 body: 抵偿的办法${n}。`, ...(n % 2 === 0 ? [] : [`a${n}3 body: 短讯${n}。`]), '- banner: 栏',
  ))));
  const { store, library, layout, indexer } = engine.context;
  const kept = join(place.base, 'kept');
  const looks = { projectDb: layout.project, reading: 'emended', bom: false, licence: '', version: '0.0.0', kept } as const;
  const reckoned = async (formats: readonly string[], filter: Filter = {}) => {
    await indexer.whole();
    return (await estimateExport({ store, library }, formats.map((id) => exporterOf(id)!), { ...looks, filter }))!;
  };
  const exported = async (formats: readonly string[], filter: Filter = {}) => {
    await indexer.whole();
    const target = join(place.base, once());
    const { made, pages } = must(await exportProject(store, { ...looks, watchedFolder: place.folder, target, formats, filter, wanted: await wantedBy(filter, { store, library }), pending: layout.exporting }, new AbortController().signal, () => {}));
    const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length - 3; // README, ledger and manifest
    return { made, pages, files };
  };
  return { engine, kept, reckoned, exported };
}

async function correct(engine: Engine, n: number): Promise<void> {
  const issue = issueAt(engine, pathOf(n));
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [{ kind: 'replaceText', passage: tree.articles[0]!.passages[1]!.id, from: 0, to: 1, put: { text: '低', why: { id: 'person' } } }] }));
}

/** How many times as much as the other one of two is, in powers of two. */
const apart = (reckoned: number, is: number) => Math.abs(Math.log2(reckoned / is));

test('how many pages are to be made and how many files to be written is reckoned before: the first time, again, after some changed, in other formats, of others', LONG, async () => {
  const { engine, reckoned, exported } = await project();
  const both = async (formats: readonly string[], expected: number, filter?: Filter) => {
    const told = await reckoned(formats, filter);
    const came = await exported(formats, filter);
    expect(told).toMatchObject({ pages: came.pages, made: came.made });
    expect(came.made).toBe(expected);
    expect(apart(told.files, came.files)).toBeLessThanOrEqual(1);
  };
  await both(ALL, PAGES);
  await both(ALL, 0);
  for (const n of [3, 4, 41]) await correct(engine, n);
  await both(ALL, 3);
  await both(['csv', 'text'], 0);
  await both(['csv'], PAGES, { status: ['in-work'] });
  await both(['csv', 'jsonl'], PAGES, { status: ['in-work'] }); // of which one is kept
});

test('each format by itself: the files that it writes', LONG, async () => {
  const { reckoned, exported } = await project();
  for (const format of ALL) expect(apart((await reckoned([format])).files, (await exported([format])).files), format).toBeLessThanOrEqual(1);
});

test('how long it will take is what pages took in earlier exports of the project in these formats', LONG, async () => {
  const { engine, kept, reckoned, exported } = await project();
  await exported(ALL);
  writeFileSync(join(kept, 'rates.json'), JSON.stringify({ [ALL.toSorted().join(' ')]: { made: 1_000, kept: 10 }, csv: { made: 600, kept: null } }));
  expect((await reckoned(ALL)).milliseconds).toBe(PAGES * 10);
  for (const n of [3, 4, 41]) await correct(engine, n);
  expect((await reckoned(ALL)).milliseconds).toBe(3 * 1_000 + (PAGES - 3) * 10);
  expect((await reckoned(['csv'])).milliseconds).toBe(3 * 600 + (PAGES - 3) * 100); // of kept ones nothing is known: a sixth
  await exported(ALL);
  const { made, kept: ofKept } = (JSON.parse(readFileSync(join(kept, 'rates.json'), 'utf8')) as Record<string, { made: number; kept: number }>)[ALL.toSorted().join(' ')]!;
  expect(made).toBe(1_000); // most were kept
  expect(ofKept).not.toBe(10);
});
