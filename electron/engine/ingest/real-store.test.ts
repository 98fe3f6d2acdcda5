import { appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine } from '../engine.ts';
import type { Engine } from '../engine.ts';
import { fileStore } from '../project/record.ts';
import { loadIssue } from '../project/issues.ts';
import { issueAt, must, once, openOn, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';
import { startIngest } from './ingest.ts';
import { pageText, RESOURCES } from './testing/fixture.ts';
import { handClock } from './testing/hand-clock.ts';
import { operate, textsOnDisk } from './testing/random-operations.ts';
import { randomFrom } from './testing/word-pages.ts';

/** The engine with its real databases, and its folder read by a clock that takes every file to hold still. */
async function opened(place: Place) {
  const engine = await openOn(place);
  const there: boolean[] = [];
  const ingest = startIngest({
    folder: place.folder, store: fileStore(engine.store), resourcesPath: RESOURCES, watch: false, signal: new AbortController().signal, clock: handClock(3_600_000),
    onProgress: () => undefined, onFolder: (now) => there.push(now), log: () => undefined,
  });
  onTestFinished(() => ingest.stop());
  await ingest.settled();
  return { engine, ingest, there };
}

const open = async (engine: Engine, issue: number) => must(await engine.call('issue.open', { issue }));
const states = (engine: Engine) => fileStore(engine.store).known().map(({ path, state }) => `${path} ${state}`);

/** Sets a note on the first article, so that there is something a person decided. */
async function decide(engine: Engine, issue: number, note: string) {
  const { version, tree } = await open(engine, issue);
  const [article] = tree.articles;
  if (!article) throw new Error('no article');
  must(await engine.call('issue.edit', { once: once(), issue, version, label: 'note', edits: [{ kind: 'setNote', article: article.id, note }] }));
}

const notes = async (engine: Engine, issue: number) => (await open(engine, issue)).tree.articles.map(({ note }) => note);

test('a renamed page stays the issue it was, a copy is its second path, and one that changes becomes an issue of its own', async () => {
  const place = temporaryProject();
  const at = (path: string) => join(place.folder, path);
  writeFileSync(at('old.txt'), pageText(1));
  const { engine, ingest } = await opened(place);
  const issue = issueAt(engine, 'old.txt');
  await decide(engine, issue, 'seen');

  renameSync(at('old.txt'), at('new.txt'));
  await ingest.rescan();
  expect(states(engine)).toEqual(['new.txt read']);
  expect(issueAt(engine, 'new.txt')).toBe(issue);

  copyFileSync(at('new.txt'), at('copy.txt'));
  await ingest.rescan();
  expect(issueAt(engine, 'copy.txt')).toBe(issue);

  appendFileSync(at('copy.txt'), '\n\n又一篇\n　　又一段，写的是别的事。');
  await ingest.rescan();
  expect(issueAt(engine, 'copy.txt')).not.toBe(issue);
  expect(issueAt(engine, 'new.txt')).toBe(issue);
  expect(await notes(engine, issue)).toContain('seen');
  expect(await notes(engine, issueAt(engine, 'copy.txt'))).toContain('seen');
});

test('a changed page keeps what was decided about it; a page that goes and comes back, too', async () => {
  const place = temporaryProject();
  const at = (path: string) => join(place.folder, path);
  writeFileSync(at('a.txt'), pageText(1));
  const { engine, ingest } = await opened(place);
  const issue = issueAt(engine, 'a.txt');
  await decide(engine, issue, 'seen');

  appendFileSync(at('a.txt'), '\n\n又一篇\n　　又一段，写的是别的事。');
  await ingest.rescan();
  expect((await open(engine, issue)).source).toContain('又一篇');
  expect(await notes(engine, issue)).toContain('seen');

  const text = (await open(engine, issue)).source;
  rmSync(at('a.txt'));
  await ingest.rescan();
  expect(states(engine)).toEqual(['a.txt missing']);
  expect(await notes(engine, issue)).toContain('seen');
  writeFileSync(at('a.txt'), '\0\0\0\0');
  await ingest.rescan();
  expect(states(engine)).toEqual(['a.txt problem']);
  writeFileSync(at('a.txt'), text);
  await ingest.rescan();
  expect(states(engine)).toEqual(['a.txt read']);
  expect(await notes(engine, issue)).toContain('seen');
});

test('a folder that vanishes takes nothing with it, not even over a restart', async () => {
  const place = temporaryProject();
  for (let i = 0; i < 60; i += 1) writeFileSync(join(place.folder, `${String(i).padStart(2, '0')}.txt`), pageText(i));
  const first = await opened(place);
  const issue = issueAt(first.engine, '07.txt');
  await decide(first.engine, issue, 'seen');
  await first.ingest.stop();
  await first.engine.close();

  renameSync(place.folder, `${place.folder}-away`);
  mkdirSync(place.folder); // the empty place where a disk was mounted
  const second = await opened(place);
  expect(second.there).toEqual([false]);
  expect(states(second.engine).every((line) => line.endsWith('missing'))).toBe(true);
  expect(await notes(second.engine, issue)).toContain('seen');

  rmSync(place.folder, { recursive: true });
  renameSync(`${place.folder}-away`, place.folder);
  await second.ingest.rescan();
  expect(second.there).toEqual([false, true]);
  expect(states(second.engine).every((line) => line.endsWith('read'))).toBe(true);
  expect(issueAt(second.engine, '07.txt')).toBe(issue);
});

test('the encoding a person chose is read, and taken back by undo', async () => {
  const place = temporaryProject();
  writeFileSync(join(place.folder, 'a.txt'), Uint8Array.of(0xa4, 0xa4, 0xa4, 0xe5));
  const engine = must(await openEngine({ projectPath: place.projectPath, folder: place.folder, resourcesPath: RESOURCES, logPath: join(place.base, 'engine.log'), editor: 'Editor', watch: false }));
  onTestFinished(() => engine.close());
  await engine.settled();
  const issue = issueAt(engine, 'a.txt');
  const asked = must(await engine.call('files.list', { only: 'ask', offset: 0, limit: 10 }));
  expect(asked.files).toMatchObject([{ path: 'a.txt', encodingOrigin: 'guessed' }]);
  const [file] = asked.files;
  if (!file) throw new Error('not asked');
  const other = file.encoding === 'big5' ? 'gb18030' : 'big5';
  const before = (await open(engine, issue)).source;
  expect(must(await engine.call('files.setEncoding', { once: once(), file: file.file, encoding: other }))).toMatchObject({ encoding: other, encodingOrigin: 'person' });
  expect((await open(engine, issue)).source).not.toBe(before);
  must(await engine.call('history.undo', { once: once(), issue }));
  expect((await open(engine, issue)).source).toBe(before);
});

test.each([11, 12])('whatever happens to the folder, the databases say what is there once it is quiet: seed %d', async (seed) => {
  const place = temporaryProject();
  const random = randomFrom(seed);
  const { engine, ingest } = await opened(place);
  const done: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const looking = random() < 0.5 ? ingest.rescan() : Promise.resolve();
    for (let i = Math.floor(random() * 30); i >= 0; i -= 1) {
      done.push(operate(place.folder, random));
      if (random() < 0.2) await new Promise((resolve) => setImmediate(resolve));
    }
    await looking;
    await ingest.rescan();
    await ingest.rescan();
    const texts = fileStore(engine.store).known()
      .filter(({ state }) => state !== 'missing')
      .map(({ path, issue }) => [path, issue === null ? null : loadIssue(engine.store, issue)?.issue.source]);
    expect(Object.fromEntries(texts), `seed ${seed}, ${done.join('; ')}`).toEqual(textsOnDisk(place.folder));
  }
});
