import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../../testing/project.ts';
import { exportProject } from '../export-project.ts';
import type { ExportOptions } from '../options.ts';
import { wantedBy } from '../wanted.ts';
import { preparing } from './prepare.ts';
import type { Prepared, ToPrepare } from './prepare.ts';

const PAGES = 60;
const AT = { now: () => new Date('2024-06-01T08:00:00Z') }; // what is done to two copies is done at one time
const LONG = { timeout: 240_000 };
const ALL = { formats: EXPORTERS.map(({ id }) => id), filter: {}, reading: 'emended', bom: false, licence: '' } as const;
const pathOf = (n: number) => `${10 + n}/清河晚报_202405${10 + (n % 20)}_01.txt`; // three pages of one day: what tells their ids apart hangs on which came first

/** The same project so many times, to the byte: none of its articles has an id, three pages were edited. */
async function copies(count: number): Promise<readonly Engine[]> {
  const place = temporaryProject();
  const first = await openOn(place, AT);
  for (let n = 0; n < PAGES; n += 1) {
    const issue = issueOf(`a${n}1 headline: 题${n}`, `a${n}1 body: 第${n}页的正文。`, `a${n}2 headline: 又题${n}`, `a${n}2 body: 抵偿的办法${n}。`, '- banner: 栏');
    mkdirSync(dirname(join(place.folder, pathOf(n))), { recursive: true });
    writeFileSync(join(place.folder, pathOf(n)), issue.source);
    record(first, readReport(pathOf(n), issue));
  }
  for (const n of [3, 40, 51]) await edit(first, n);
  await first.close();
  return Promise.all(Array.from({ length: count }, (_, k) => {
    const projectPath = join(place.base, `copy-${k}.stet`);
    cpSync(place.projectPath, projectPath, { recursive: true });
    return openOn({ ...place, projectPath }, AT);
  }));
}

async function edit(engine: Engine, n: number): Promise<void> {
  const issue = issueAt(engine, pathOf(n));
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [{ kind: 'replaceText', passage: tree.articles[1]!.passages[1]!.id, from: 0, to: 1, put: { text: '低', why: { id: 'person' } } }] }));
}

async function approve(engine: Engine, n: number, article: number): Promise<void> {
  const issue = issueAt(engine, pathOf(n));
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'set-status', edits: [{ kind: 'setStatus', article: tree.articles[article]!.id, status: 'approved' }] }));
}

const steps = ({ context: { store, layout } }: Engine, more: Partial<ToPrepare> = {}) => preparing({ db: store.db, sources: store.sources, project: layout.project, kept: layout.exported, looks: { ...ALL, ofAll: true }, version: '0.0.0', ...more });

/** Makes ready; `most`: so many steps of it, then it is left. */
function prepared(engine: Engine, more: Partial<ToPrepare> = {}, most = Number.POSITIVE_INFINITY): Prepared | null {
  const going = steps(engine, more);
  for (let k = 0, step = going.next(); ; k += 1, step = going.next()) {
    if (step.done) return step.value;
    if (k < most) continue;
    going.return({ made: 0, isFull: false });
    return null;
  }
}

/** Every file of an export. */
async function exported(engine: Engine, more: Partial<ExportOptions> = {}): Promise<Readonly<Record<string, string>>> {
  const { store, library, layout } = engine.context;
  const target = join(layout.root, '..', `out-${once()}`);
  const filter = more.filter ?? {};
  must(await exportProject(store, {
    projectDb: layout.project, watchedFolder: join(layout.root, '..', 'pages'), target, ...ALL, wanted: await wantedBy(filter, { store, library }), version: '0.0.0', pending: layout.exporting, ...more,
  }, new AbortController().signal, () => {}));
  const files = contents(target);
  rmSync(target, { recursive: true });
  return files;
}

function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(files.toSorted().map((path) => [path.slice(folder.length), hash('sha256', readFileSync(path))]));
}

const idsOf = ({ store }: Engine) => store.db.all<{ public: string }>('SELECT public FROM public_id ORDER BY public').map((row) => row.public);
const kept = ({ context: { layout } }: Engine) => Object.fromEntries(Object.entries(contents(layout.exported)).filter(([path]) => path.endsWith('.pages') && !path.startsWith('/ledger-')));

test('an export that was made ready is, byte by byte in every format, the one that was not; ids are given when it is made, the same, and nothing of it is made then', LONG, async () => {
  const [plain, ready] = await copies(2) as [Engine, Engine];
  expect(prepared(ready)).toEqual({ made: PAGES, isFull: false });
  expect(idsOf(ready)).toEqual([]);
  const before = kept(ready);
  expect(Object.keys(before)).toHaveLength(EXPORTERS.length);
  expect(await exported(ready, { kept: ready.context.layout.exported })).toEqual(await exported(plain));
  expect(idsOf(ready)).toEqual(idsOf(plain));
  expect(idsOf(ready)).toHaveLength(2 * PAGES);
  expect(kept(ready)).toEqual(before);
  expect(await exported(ready, { kept: ready.context.layout.exported })).toEqual(await exported(plain)); // taken on by the export, it is what the next takes
  expect(kept(ready)).toEqual(before);
  expect(prepared(ready)).toEqual({ made: 0, isFull: false });
});

test('of what was edited since only that page is made again, and where nothing was, nothing is written', LONG, async () => {
  const [plain, ready] = await copies(2) as [Engine, Engine];
  prepared(ready);
  const files = contents(ready.context.layout.exported);
  expect(prepared(ready)).toEqual({ made: 0, isFull: false });
  expect(contents(ready.context.layout.exported)).toEqual(files);
  for (const engine of [plain, ready]) await edit(engine, 20);
  expect(prepared(ready)).toEqual({ made: 1, isFull: false });
  expect(await exported(ready, { kept: ready.context.layout.exported })).toEqual(await exported(plain));
});

test('what became of ids meanwhile counts: of approved articles, of pages that could have the same, with or without making ready again', LONG, async () => {
  const [plain, stale, ready] = await copies(3) as [Engine, Engine, Engine];
  for (const engine of [stale, ready]) prepared(engine);
  for (const engine of [plain, stale, ready]) {
    await approve(engine, 41, 1); // takes the id that the second article of page 1 was to get
    await approve(engine, 7, 0);
  }
  expect(prepared(ready)!.made).toBeGreaterThanOrEqual(3);
  const files = await exported(plain);
  expect(await exported(stale, { kept: stale.context.layout.exported })).toEqual(files);
  expect(await exported(ready, { kept: ready.context.layout.exported })).toEqual(files);
  expect([idsOf(stale), idsOf(ready)]).toEqual([idsOf(plain), idsOf(plain)]);
});

test('whether it is left or killed anywhere, what there is by then is right, and it goes on from there', LONG, async () => {
  const engines = await copies(8);
  const files = await exported(engines[0]!);
  for (const [k, engine] of engines.slice(1).entries()) {
    const { layout } = engine.context;
    if (k % 2 === 0) prepared(engine, {}, k);
    else {
      const going = steps(engine);
      for (let step = 0; step < 2 * k; step += 1) going.next();
      cpSync(layout.exported, `${layout.exported}-killed`, { recursive: true });
      going.return({ made: 0, isFull: false });
      rmSync(layout.exported, { recursive: true });
      cpSync(`${layout.exported}-killed`, layout.exported, { recursive: true });
    }
    if (k > 3) expect(prepared(engine)!.made).toBeLessThanOrEqual(PAGES);
    expect([k, await exported(engine, { kept: layout.exported })]).toEqual([k, files]);
  }
});

test('left and begun again, it makes only what was not made', LONG, async () => {
  const [engine] = await copies(1) as [Engine];
  expect(prepared(engine, {}, 4)).toBeNull();
  const { made } = prepared(engine)!;
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(PAGES);
});

test('other looks are made ready beside the first; what a filter does not take gets no id', LONG, async () => {
  const [plain, ready] = await copies(2) as [Engine, Engine];
  const looks = { formats: ['csv', 'tei-documentary'], filter: { dateFrom: '2024-05-20' }, reading: 'printed', bom: true, licence: 'cc0-1.0' } as const;
  prepared(ready);
  expect(prepared(ready, { looks: { ...looks, ofAll: true } })).toEqual({ made: PAGES, isFull: false });
  expect(await exported(ready, { ...looks, kept: ready.context.layout.exported })).toEqual(await exported(plain, looks));
  expect(idsOf(ready)).toEqual(idsOf(plain));
  expect(await exported(ready, { ...ALL, kept: ready.context.layout.exported })).toEqual(await exported(plain));
});

test('before anything was exported only pages are made ready of which an article was approved', LONG, async () => {
  const [plain, ready] = await copies(2) as [Engine, Engine];
  const looks = { ...ALL, ofAll: false };
  expect(prepared(ready, { looks })).toEqual({ made: 0, isFull: false });
  for (const engine of [plain, ready]) for (const n of [7, 41]) await approve(engine, n, 0);
  expect(prepared(ready, { looks })).toEqual({ made: 2, isFull: false });
  expect(prepared(ready, { looks })).toEqual({ made: 0, isFull: false });
  expect(await exported(ready, { kept: ready.context.layout.exported })).toEqual(await exported(plain));
});

test('it takes no more room than there is for what nobody asked for, and pages that cannot be read are left to the export', LONG, async () => {
  const [full, damaged] = await copies(2) as [Engine, Engine];
  const tight = prepared(full, { free: () => 400_000 });
  expect(tight).toMatchObject({ isFull: true });
  expect(tight!.made).toBeLessThan(PAGES);
  const bytes = readdirSync(full.context.layout.exported).filter((name) => name.endsWith('.pages')).reduce((sum, name) => sum + readFileSync(join(full.context.layout.exported, name)).length, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(400_000 * 0.05);
  damaged.store.db.run(`UPDATE reading SET text_hash = 'another' WHERE id = (SELECT reading FROM issue WHERE path = ?)`, pathOf(40));
  expect(prepared(damaged)).toEqual({ made: PAGES, isFull: false });
  await expect(exported(damaged, { kept: damaged.context.layout.exported })).rejects.toThrow();
  expect(existsSync(damaged.context.layout.exported)).toBe(true);
});
