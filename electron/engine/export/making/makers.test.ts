import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { bundleThreadEntry } from '../../ingest/testing/thread-entry.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../../testing/project.ts';
import type { Engine } from '../../engine.ts';
import { exportProject } from '../export-project.ts';
import type { MakerOptions } from './makers.ts';

const PAGES = 70; // three blocks
const LONG = { timeout: 240_000 };
const FORMATS = ['csv', 'huggingface', 'jsonl', 'tei-documentary'];
const pathOf = (n: number) => `${10 + n}/清河晚报_202405${10 + (n % 9)}_01.txt`; // ten pages of one day: what tells their ids apart hangs on which came first

let entry: URL;
let folder: string;
let dispose: () => void;
beforeAll(async () => {
  ({ entry, folder, dispose } = await bundleThreadEntry('export-worker'));
});
afterAll(() => dispose());

/** A project none of whose articles has an id yet, with some edits, and as many copies of it as are asked for: the same to the byte. */
async function copies(count: number): Promise<readonly Engine[]> {
  const place = temporaryProject();
  const first = await openOn(place);
  record(first, ...Array.from({ length: PAGES }, (_, n) => readReport(pathOf(n), issueOf(`a${n}1 headline: 题${n}`, `a${n}1 body: 第${n}页的正文。`, `a${n}2 headline: 又题${n}`, `a${n}2 body: 抵偿的办法${n}。`, '- banner: 栏'))));
  for (const n of [3, 40, 61]) {
    const issue = issueAt(first, pathOf(n));
    const { tree, version } = must(await first.call('issue.open', { issue }));
    must(await first.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [{ kind: 'replaceText', passage: tree.articles[1]!.passages[1]!.id, from: 0, to: 1, put: { text: '低', why: { id: 'person' } } }] }));
  }
  await first.close();
  return Promise.all(Array.from({ length: count }, (_, k) => {
    const projectPath = join(place.base, `copy-${k}.stet`);
    cpSync(place.projectPath, projectPath, { recursive: true });
    return openOn({ ...place, projectPath });
  }));
}

/** Exports by so many threads, and gives every file. */
async function exported(engine: Engine, makers: MakerOptions, signal = new AbortController().signal, progress: (done: number) => void = () => {}) {
  const { store, layout } = engine.context;
  const target = join(layout.project, '..', '..', `out-${once()}`);
  const done = await exportProject(store, {
    projectDb: layout.project, watchedFolder: join(layout.project, '..'), target, formats: FORMATS, filter: {}, wanted: () => true, reading: 'emended', bom: false, licence: '',
    version: '0.0.0', pending: layout.exporting, makers: { here: 0, ...makers },
  }, signal, progress);
  return { done, target, files: existsSync(target) ? contents(target) : null };
}

function contents(target: string): Readonly<Record<string, string>> {
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Object.fromEntries(files.toSorted().map((path) => [path.slice(target.length), readFileSync(path).toString('base64')]));
}

const nowhere = { entry: new URL('nowhere.mjs', import.meta.url) };

/** A thread that does as it should until it has heard of so many things, then what it is told to. */
function failing(name: string, after: number, then: string): URL {
  const path = join(folder, `${name}.mjs`);
  const own = JSON.stringify(pathToFileURL(fileURLToPath(entry)).href);
  writeFileSync(path, `import { parentPort } from 'node:worker_threads';\nawait import(${own});\nlet heard = 0;\nparentPort.on('message', () => {\n  heard += 1;\n  if (heard === ${after}) ${then};\n});\n`);
  return pathToFileURL(path);
}

test('however many threads make the pages, the folder is the same, byte by byte', LONG, async () => {
  const [none, one, three, later] = await copies(4) as [Engine, Engine, Engine, Engine];
  const { done, files } = await exported(none, nowhere);
  expect(must(done)).toMatchObject({ pages: PAGES, articles: 2 * PAGES, struck: 3 });
  expect((await exported(one, { entry, width: 1 })).files).toEqual(files);
  expect((await exported(three, { entry, width: 3 })).files).toEqual(files);
  expect((await exported(later, { entry, width: 2, here: 30 })).files).toEqual(files); // begun here, ended by threads
});

test('what a thread does not come to because it dies or throws is done where it was asked for', LONG, async () => {
  const [none, dead, deaf, wild] = await copies(4) as [Engine, Engine, Engine, Engine];
  const { files } = await exported(none, nowhere);
  expect((await exported(dead, { entry: failing('dead', 4, 'process.exit(1)'), width: 2 })).files).toEqual(files);
  expect((await exported(deaf, { entry: failing('deaf', 1, 'process.exit(1)'), width: 2 })).files).toEqual(files);
  expect((await exported(wild, { entry: failing('wild', 3, `throw new Error('of its own')`), width: 2 })).files).toEqual(files);
});

test('cancelled while threads are at work, it leaves nothing', LONG, async () => {
  const [engine] = await copies(1) as [Engine];
  const asked = new AbortController();
  let told = 0;
  const { done, target } = await exported(engine, { entry, width: 3 }, asked.signal, (pages) => {
    if (pages === 0) return;
    told += 1;
    asked.abort();
  });
  expect(told).toBe(1); // no page is written after that
  expect(done).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect([existsSync(target), existsSync(`${target}.partial`)]).toEqual([false, false]);
});

test('a page whose text is lost is named by the same error, wherever pages are made, and a tree that can be mended is', LONG, async () => {
  const [whole, mended, here, beside] = await copies(4) as [Engine, Engine, Engine, Engine];
  const harmTree = ({ store }: Engine) => store.db.run(`UPDATE issue SET tree = x'00' WHERE path = ?`, pathOf(40));
  harmTree(mended);
  expect((await exported(mended, { entry, width: 2 })).files).toEqual((await exported(whole, nowhere)).files);
  const told: unknown[] = [];
  for (const [engine, makers] of [[here, nowhere], [beside, { entry, width: 2 }]] as const) {
    engine.store.db.run(`UPDATE reading SET text_hash = 'another' WHERE id = (SELECT reading FROM issue WHERE path = ?)`, pathOf(40));
    told.push((await exported(engine, makers)).done);
  }
  expect(told[0]).toEqual({ ok: false, error: { code: 'pages-lost', count: 1, again: 1, pages: [{ path: pathOf(40), why: 'text' }] } });
  expect(told[1]).toEqual(told[0]);
});
