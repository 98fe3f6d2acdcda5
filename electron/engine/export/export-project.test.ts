import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EventPayload } from '#contract/events.ts';
import type { Filter } from '#contract/schemas/library.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import type { Engine } from '../engine.ts';
import { layoutOf } from '../project/layout.ts';
import { publicIds } from '../project/public-ids.ts';
import { putPending, replacingSteps } from './replace-folder.ts';
import { historyOf } from './history.ts';

const page = (n: number): Issue => issueOf(`a${n}1 headline: 题${n}`, `a${n}1 body: 第${n}页的正文。`, `a${n}2 headline: 又题${n}`, `a${n}2 body: 抵偿的办法${n}。`, '- banner: 栏');

/** A project of some pages, and a folder to export to. */
async function project(pages = 3) {
  const place = temporaryProject();
  const out = join(place.base, 'out');
  mkdirSync(out);
  const engine = await openOn(place);
  record(engine, ...Array.from({ length: pages }, (_, n) => readReport(`2024-05/清河晚报_202405${String(n + 10)}_01.txt`, page(n))));
  engine.grant('out', out);
  return { ...place, out, engine };
}

type Told = EventPayload<'job.progress'>;

/** A promise and the function that fulfils it. */
function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Exports and waits for what the window is told at the end. `meanwhile` is called when the export has begun. */
async function exported(engine: Engine, folderName: string, more: { formats?: string[]; filter?: Filter; grant?: string; replace?: boolean; meanwhile?: (job: string) => Promise<void> } = {}): Promise<Told> {
  const { promise, resolve } = deferred<Told>();
  const off = engine.on((name, payload) => {
    if (name !== 'job.progress') return;
    const told = payload as Told;
    if (told.kind === 'export' && told.state !== 'running') resolve(told);
  });
  const { job } = must(await engine.call('export.start', { formats: more.formats ?? ['jsonl', 'text'], filter: more.filter ?? {}, grant: more.grant ?? 'out', folderName, ...(more.replace && { replace: true }) }));
  await more.meanwhile?.(job);
  const told = await promise;
  off();
  return told;
}

/** Every file below a folder, by path. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test('the corpus is whole: articles as emended, a ledger that adds up, a manifest that proves every file', async () => {
  const { engine, out } = await project();
  const issue = issueAt(engine, '2024-05/清河晚报_20240511_01.txt');
  const { tree, source, version } = must(await engine.call('issue.open', { issue }));
  const passage = tree.articles[1]!.passages[1]!;
  expect(source).toContain('抵偿');
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [{ kind: 'replaceText', passage: passage.id, from: 0, to: 1, put: { text: '低', why: { id: 'person' } } }] }));

  const told = await exported(engine, 'corpus');
  expect(told).toMatchObject({ state: 'done', error: null, result: { pages: 3, articles: 6, struck: 1, added: 1 } });
  const files = contents(join(out, 'corpus'));
  const rows = files.get('jsonl/articles.jsonl')!.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows.map(({ headline }) => headline)).toEqual(['题0', '又题0', '题1', '又题1', '题2', '又题2']);
  expect(rows[3]).toMatchObject({ article: '低偿的办法1。', article_id: '清河晚报-2024-05-11-01-02', corrections: 1 });
  expect([...files.keys()].filter((path) => path.startsWith('text/'))).toHaveLength(6);

  const ledger = JSON.parse(files.get('ledger.json')!) as { pages: Record<string, number>[]; totals: Record<string, number> };
  for (const entry of [...ledger.pages, ledger.totals]) expect(entry['kept']! + entry['struck']! + entry['aside']!).toBe(entry['source']);
  const manifest = JSON.parse(files.get('manifest.json')!) as { generator: string; files: { path: string; sha256: string; bytes: number }[] };
  expect(manifest.generator).toBe('stet');
  expect(manifest.files.map(({ path }) => path).toSorted()).toEqual([...files.keys()].filter((path) => path !== 'manifest.json'));
  for (const { path, sha256, bytes } of manifest.files) {
    expect(createHash('sha256').update(files.get(path)!).digest('hex')).toBe(sha256);
    expect(Buffer.byteLength(files.get(path)!)).toBe(bytes);
  }
});

test('what was changed says who did it and when, also after it was taken back and done again', async () => {
  const { engine } = await project(1);
  const issue = issueAt(engine, '2024-05/清河晚报_20240510_01.txt');
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  const edit = (put: string) => ({ kind: 'replaceText' as const, passage: tree.articles[1]!.passages[1]!.id, from: 0, to: 1, put: { text: put, why: { id: 'typed' } } });
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [edit('低')] }));
  must(await engine.call('history.undo', { once: once(), issue }));
  expect(historyOf(engine.store.db, issue)).toEqual([]);
  must(await engine.call('history.redo', { once: once(), issue }));
  const at = engine.store.db.get<{ at: string }>('SELECT at FROM entry ORDER BY id LIMIT 1')!.at;
  expect(historyOf(engine.store.db, issue)).toMatchObject([{ by: { kind: 'person', who: 'Editor', when: at, act: 'replace-text' }, edits: [{ edit: { put: { text: '低' } } }, { edit: { kind: 'setStatus' } }] }]);
});

test('the same project gives the same bytes, also after it was closed and its index thrown away', async () => {
  const place = await project();
  expect(await exported(place.engine, 'one')).toMatchObject({ state: 'done' });
  await place.engine.close();
  const again = await openOn(place);
  again.grant('out', place.out);
  expect(await exported(again, 'two')).toMatchObject({ state: 'done' });
  expect(contents(join(place.out, 'two'))).toEqual(contents(join(place.out, 'one')));
});

test('a public id stays, whatever is changed later', async () => {
  const { engine, out } = await project(1);
  await exported(engine, 'one');
  must(await engine.call('library.setMetadata', { once: once(), selection: { filter: {} }, values: { newspaper: '别的报', date: '1999' } }));
  await exported(engine, 'two');
  const ids = (name: string) => contents(join(out, name)).get('jsonl/articles.jsonl')!.match(/"article_id":"[^"]*"/gu);
  expect(ids('two')).toEqual(ids('one'));
  expect(contents(join(out, 'two')).get('jsonl/articles.jsonl')).toContain('"newspaper_name":"别的报"');
});

test('an id is minted when an article is first approved, by key or in a list, and stays whatever is edited or undone since', async () => {
  const { engine, out } = await project(2);
  const issue = issueAt(engine, '2024-05/清河晚报_20240511_01.txt');
  const { tree, version } = must(await engine.call('issue.open', { issue }));
  const minted = () => publicIds(engine.store.db, issue);
  const [first, second] = [tree.articles[0]!.id, tree.articles[1]!.id];
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'status', edits: [{ kind: 'setStatus', article: second, status: 'approved' }] }));
  expect([...minted()]).toEqual([[second, expect.stringMatching(/^清河晚报-2024-05-11-0?1-02$/u)]]);
  must(await engine.call('history.undo', { once: once(), issue }));
  must(await engine.call('library.setMetadata', { once: once(), selection: { filter: {} }, values: { newspaper: '别的报' } }));
  must(await engine.call('library.setStatus', { once: once(), selection: { articles: [first, second] }, status: 'approved' }));
  const ids = minted();
  expect([ids.get(first), ids.get(second)]).toEqual([expect.stringMatching(/^别的报-.*-01$/u), expect.stringMatching(/^清河晚报-.*-02$/u)]);
  await exported(engine, 'corpus', { filter: { status: ['approved'] } });
  expect(minted()).toEqual(ids);
  expect(contents(join(out, 'corpus')).get('jsonl/articles.jsonl')).toContain(`"article_id":"${ids.get(second)}"`);
});

test('only what was approved, where that is asked for', async () => {
  const { engine, out } = await project();
  must(await engine.call('library.setStatus', { once: once(), selection: { filter: { columns: { headline: '又题1' } } }, status: 'approved' }));
  const filter: Filter = { status: ['approved'] };
  expect(must(await engine.call('export.holdings', { filter }))).toMatchObject({ articles: 1, issues: 1, status: { approved: 1, new: 0 } });
  await exported(engine, 'corpus', { filter, formats: ['jsonl'] });
  const rows = contents(join(out, 'corpus')).get('jsonl/articles.jsonl')!.trim().split('\n');
  expect(rows.map((row) => (JSON.parse(row) as { headline: string; checked_by: string }).headline)).toEqual(['又题1']);
});

describe('leaves nothing half-written', () => {
  test('when it is cancelled', async () => {
    const { engine, out } = await project(160);
    const half = join(out, 'corpus.partial', 'text');
    const told = await exported(engine, 'corpus', {
      meanwhile: async (job) => {
        while (!existsSync(half)) await new Promise((resolve) => setImmediate(resolve)); // as often as the export itself pauses
        expect(existsSync(join(out, 'corpus'))).toBe(false);
        engine.context.jobs.cancel(job);
      },
    });
    expect(told.state).toBe('cancelled');
    expect(readdirSync(out)).toEqual([]);
  });

  test('when the place is taken', async () => {
    const { engine, out } = await project();
    mkdirSync(join(out, 'corpus'));
    writeFileSync(join(out, 'corpus', 'thesis.txt'), 'dear');
    expect(await exported(engine, 'corpus')).toMatchObject({ state: 'failed', error: { code: 'target-exists' } });
    expect(readdirSync(out)).toEqual(['corpus']);
    expect(readdirSync(join(out, 'corpus'))).toEqual(['thesis.txt']);
  });

  test('when the place is in the watched folder, also by a link', async () => {
    const { engine, folder, out } = await project();
    symlinkSync(folder, join(out, 'link'));
    engine.grant('inside', folder);
    engine.grant('linked', join(out, 'link'));
    for (const grant of ['inside', 'linked']) expect(await exported(engine, 'corpus', { grant })).toMatchObject({ state: 'failed', error: { code: 'target-inside-source' } });
    expect(existsSync(join(folder, 'corpus'))).toBe(false);
  });

  test('when the folder has gone', async () => {
    const { engine, out } = await project();
    engine.grant('gone', join(out, 'gone'));
    expect(await exported(engine, 'corpus', { grant: 'gone' })).toMatchObject({ state: 'failed', error: { code: 'target-gone' } });
  });
});

/** A file system of a few pages of memory, mounted for one test; null where that is not allowed. */
function smallDisk(folder: string, kilobytes: number): ((options: string) => void) | null {
  const mount = (options: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
  if (!mount(`size=${kilobytes}k`)) return null;
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return (options) => void mount(`remount,${options}`);
}

test('a full disk is told as one, and nothing is left on it', async ({ skip }) => {
  const { engine, base } = await project(120);
  const disk = join(base, 'disk');
  mkdirSync(disk);
  const remount = smallDisk(disk, 64);
  skip(remount === null, 'mounting a small file system is not allowed here');
  engine.grant('disk', disk);
  expect(await exported(engine, 'corpus', { grant: 'disk' })).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
  expect(readdirSync(disk)).toEqual([]);
  remount!('ro');
  expect(await exported(engine, 'corpus', { grant: 'disk' })).toMatchObject({ state: 'failed', error: { code: 'no-permission' } });
});

test('a folder that was never chosen is no place to write to', async () => {
  const { engine } = await project();
  expect(await engine.call('export.start', { formats: ['jsonl'], filter: {}, grant: '/tmp', folderName: 'x' })).toMatchObject({ error: { code: 'grant-unknown' } });
  expect(await engine.call('export.start', { formats: ['jsonl'], filter: {}, grant: 'out', folderName: '../..' })).toMatchObject({ error: { code: 'bad-request' } });
});

describe('exported again into the same place', () => {
  test('only where that is asked for; what is the same stays the same on the disk, and what changed is told', async () => {
    const { engine, out } = await project(3);
    await exported(engine, 'corpus');
    const before = contents(join(out, 'corpus'));
    const inodes = new Map([...before.keys()].map((path) => [path, statSync(join(out, 'corpus', path)).ino]));
    expect(await exported(engine, 'corpus')).toMatchObject({ state: 'failed', error: { code: 'target-is-export' } });
    expect(contents(join(out, 'corpus'))).toEqual(before);
    const [page] = must(await engine.call('library.pages', { offset: 0, limit: 1, filter: {}, sort: [] })).rows;
    must(await engine.call('library.setMetadata', { once: once(), selection: { articles: [page!.first!] }, values: { edition: '晚' } }));
    const told = await exported(engine, 'corpus', { replace: true });
    await exported(engine, 'fresh');
    const after = contents(join(out, 'corpus'));
    expect(after).toEqual(contents(join(out, 'fresh')));
    const same = [...after].filter(([path, text]) => before.get(path) === text && path !== 'manifest.json').map(([path]) => path);
    expect(told).toMatchObject({ state: 'done', result: { filesSame: same.length, filesAdded: 0, filesRemoved: 0, filesChanged: after.size - 1 - same.length } });
    expect(same.length).toBeGreaterThan(2);
    for (const path of same) expect(statSync(join(out, 'corpus', path)).ino).toBe(inodes.get(path));
    expect(readdirSync(out).toSorted()).toEqual(['corpus', 'fresh']);
  });

  test('a folder that is none of ours is never replaced', async () => {
    const { engine, out } = await project(1);
    mkdirSync(join(out, 'corpus'));
    writeFileSync(join(out, 'corpus', 'manifest.json'), '{}');
    expect(await exported(engine, 'corpus', { replace: true })).toMatchObject({ error: { code: 'target-exists' } });
    expect(readdirSync(join(out, 'corpus'))).toEqual(['manifest.json']);
  });

  test('what a replacement was stopped in is ended when the project is opened next', async () => {
    const place = await project(1);
    await exported(place.engine, 'corpus');
    await exported(place.engine, 'corpus.partial'); // as it stands whole beside its place
    const target = join(place.out, 'corpus');
    const { exporting } = layoutOf(place.projectPath);
    putPending(exporting, target);
    replacingSteps(`${target}.partial`, target)[0]!();
    await place.engine.close();
    expect(existsSync(target)).toBe(false);
    await openOn(place);
    expect(existsSync(join(target, 'manifest.json'))).toBe(true);
    expect(readdirSync(place.out)).toEqual(['corpus']);
    expect(existsSync(exporting)).toBe(false);
  });
});

test('what is shown of an export beforehand is what it begins with, in every format of text', async () => {
  const { engine, out } = await project(1);
  const formats = must(await engine.call('export.formats', {}));
  await exported(engine, 'corpus', { formats });
  for (const format of formats) {
    const files = must(await engine.call('export.preview', { format, filter: {} }));
    expect(files.length).toBeGreaterThan(0);
    for (const { path, text, bytes } of files) {
      const real = readFileSync(join(out, 'corpus', format, ...path.split('/')));
      if (text === null) expect(bytes).toBe(real.length);
      else expect(text).toBe(real.toString('utf8'));
    }
  }
  expect(must(await engine.call('export.preview', { format: 'jsonl', filter: { status: ['problem'] } })).find(({ path }) => path === 'articles.jsonl')!.text).toBe('');
});

test('what an export is reckoned to come to is about what it comes to, in every format, and reckoning writes nothing', async () => {
  const { engine, out } = await project(60);
  const formats = must(await engine.call('export.formats', {}));
  const reckoned = new Map<string, number>();
  for (const format of formats) reckoned.set(format, must(await engine.call('export.estimate', { formats: [format], filter: {} }))!.bytes);
  expect(publicIds(engine.store.db, issueAt(engine, '2024-05/清河晚报_20240510_01.txt')).size).toBe(0);
  await exported(engine, 'corpus', { formats });
  for (const [format, bytes] of reckoned) {
    const written = readdirSync(join(out, 'corpus', format), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(bytes / written, format).toBeGreaterThan(0.7);
    expect(bytes / written, format).toBeLessThan(1.5);
  }
  const all = must(await engine.call('export.estimate', { formats, filter: {} }))!;
  expect(Math.abs(all.bytes - [...reckoned.values()].reduce((sum, bytes) => sum + bytes, 0))).toBeLessThan(formats.length); // each is rounded
  expect(must(await engine.call('export.estimate', { formats, filter: { status: ['problem'] } }))).toBe(null);
});
