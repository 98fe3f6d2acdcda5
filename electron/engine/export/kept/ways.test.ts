import type * as FileSystem from 'node:fs';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../../engine.ts';
import { must, once, openOn, readReport, record, temporaryProject } from '../../testing/project.ts';
import type { ExportOptions } from '../options.ts';
import { wantedBy } from '../wanted.ts';

/** Whether the program's files have other sizes than they have: it was built anew. */
const built = vi.hoisted(() => ({ anew: false }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  const statSync = vi.fn(real.statSync).mockImplementation((...asked: Parameters<typeof real.statSync>) => {
    const stats = real.statSync(...asked);
    return built.anew && String(asked[0]).startsWith(import.meta.dirname) ? Object.assign(stats!, { size: Number(stats!.size) + 1 }) : stats!;
  });
  return { ...real, statSync };
});

const UNICODE = process.versions;
afterEach(() => {
  built.anew = false;
  Object.defineProperty(process, 'versions', { value: UNICODE });
});

type Way = Partial<Omit<ExportOptions, 'wanted'>>;

/** A project of two pages and its exports in some formats. `load` loads the program anew: what it holds of itself in memory is of one that runs. */
async function project() {
  const place = temporaryProject();
  const engine: Engine = await openOn(place);
  const pages = [['a/清河晚报_20240511_01.txt', issueOf('a1 headline: 甲', 'a1 body: 甲文。', '- banner: 栏')], ['b/清河晚报_20240512_02.txt', issueOf('b1 headline: 乙', 'b1 body: 乙文。')]] as const;
  for (const [path, issue] of pages) {
    mkdirSync(dirname(join(place.folder, path)), { recursive: true });
    writeFileSync(join(place.folder, path), issue.source);
    record(engine, readReport(path, issue));
  }
  const { store, library, layout, indexer } = engine.context;
  const kept = join(place.base, 'kept');
  const target = join(place.base, 'corpus');
  let { exportProject } = await import('../export-project.ts');
  const load = async () => {
    vi.resetModules();
    ({ exportProject } = await import('../export-project.ts'));
  };
  const exported = async (way: Way): Promise<Readonly<Record<string, string>>> => {
    await indexer.whole();
    rmSync(target, { recursive: true, force: true });
    const filter = way.filter ?? {};
    must(await exportProject(store, {
      projectDb: layout.project, watchedFolder: place.folder, target, formats: ['annotations', 'csv', 'jsonl'], filter, wanted: await wantedBy(filter, { store, library }),
      reading: 'emended', bom: false, licence: '', pending: layout.exporting, version: '0.0.0', ...way,
    }, new AbortController().signal, () => {}));
    const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(files.toSorted().map((path) => [path.slice(target.length), readFileSync(path, 'base64')]));
  };
  /** How many ways of exporting there is something kept of, once one more was exported in; what it came to is what it comes to where nothing is kept. */
  const ways = async (way: Way): Promise<number> => {
    const taken = await exported({ ...way, kept });
    expect(taken).toEqual(await exported(way));
    return readdirSync(kept).filter((name) => name.startsWith('ledger-') && name.endsWith('.pages')).length;
  };
  return { engine, store, exported, ways, load };
}

test('whatever all pages of an export hang on makes it another way of exporting, of which something else is kept; the same asked for again is the same way', { timeout: 120_000 }, async () => {
  const { engine, store, exported, ways, load } = await project();
  let known = 0;
  const isAnother = async (name: string, way: Way) => {
    known += 1;
    expect([name, await ways(way)]).toEqual([name, known]);
    expect([`${name} again`, await ways(way)]).toEqual([`${name} again`, known]);
  };
  const half: Way = { filter: { folder: 'a' } };
  await exported({ filter: { dateFrom: '2024-05-12' } }); // the article of the second page has an id now, that of the first has none

  await isAnother('some left out for want of an id', { onlyWithId: true });
  await isAnother('some left out, where not all pages are asked for', { ...half, onlyWithId: true });
  await isAnother('none to be left out, where not all pages are asked for', half);
  await isAnother('none was left out, where not all pages are asked for', { ...half, onlyWithId: true });
  await isAnother('as it is', {});
  await isAnother('none was left out', { onlyWithId: true });
  await isAnother('the reading', { reading: 'printed' });
  await isAnother('the mark before tables', { bom: true });
  await isAnother('the licence', { licence: 'cc0-1.0' });
  await isAnother('the version', { version: '0.0.1' });
  await isAnother('the filter', { filter: { folder: 'b' } });

  Object.defineProperty(process, 'versions', { value: { ...UNICODE, unicode: '1.0' }, configurable: true });
  await isAnother('the version of Unicode', {});
  Object.defineProperty(process, 'versions', { value: UNICODE, configurable: true });
  expect(await ways({})).toBe(known);

  built.anew = true;
  await load();
  await isAnother('the program', {});
  built.anew = false;
  await load();
  expect(await ways({})).toBe(known);

  must(await engine.call('topics.add', { once: once(), labels: { en: 'rivers', 'zh-Hans': '河' } }));
  await isAnother('the topics there are', {});
  record(engine, readReport('b/清河晚报_20240512_02.txt', issueOf('b1 headline: 乙', 'b1 body: 乙文。'), { splitter: 'test-2' }));
  await isAnother('the splitters', {});
  store.db.run('UPDATE project SET incarnation = ?', 'another');
  await isAnother('the project.db it was made from', {});
});
