import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSplitVersion } from '#core/split/version.ts';
import { housePage } from '#core/testing/house-pages.ts';
import { keepArchive } from '../archive/archive-keeper.ts';
import { packArchive } from '../archive/archive-file.ts';
import { contentId, statisticsOf } from '../archive/statistics.ts';
import { loadSplitter } from '../split/load-splitter.ts';
import { filesToCount } from './count-archive.ts';
import { hashOf } from './read-bytes.ts';
import type { ReadItem } from './read-page.ts';
import { fixture, RESOURCES } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { encode } from './testing/legacy-encoder.ts';
import { bundleThreadEntry } from './testing/thread-entry.ts';

const split = loadSplitter(RESOURCES);
const texts = Array.from({ length: 12 }, (_, number) => housePage(number).source);
const pageOf = (text: string) => ({ id: contentId(hashOf(Buffer.from(text)), 'utf-8'), text });
const statistics = (some: readonly string[]) => statisticsOf(some.map(pageOf))!;

let f: Fixture;
const others: Fixture[] = [];
const another = () => {
  const other = fixture();
  others.push(other);
  return other;
};
beforeEach(() => {
  f = fixture();
});
afterEach(async () => {
  await f.dispose();
  await Promise.all(others.splice(0).map((other) => other.dispose()));
});

const pagesRead = ({ store }: Fixture) => store.transactions.flat().flatMap((report) => (report.kind === 'read' ? [{ path: report.path, ...report.page }] : []));

/** What was made of every page, whatever it is called, as text. */
const results = (from: Fixture) => new Map(pagesRead(from).map(({ hash, tree, decisions, splitter }) => [hash, JSON.stringify([tree, decisions, splitter])]));

/** The statistics that every path was split by. */
const counted = (from: Fixture) => Object.fromEntries(pagesRead(from).map(({ path, splitter }) => [path, readSplitVersion(splitter).statistics]));

describe('the first reading of a folder', () => {
  it('splits every page by what all of them say of their language, and records it', async () => {
    texts.forEach((text, i) => f.put(`${i}.txt`, text));
    await f.start().settled();
    const archive = statistics(texts);
    expect(results(f)).toEqual(new Map(texts.map((text) => {
      const hash = hashOf(Buffer.from(text));
      const { tree, decisions, version } = split(text, hash, { archive });
      return [hash, JSON.stringify([tree, decisions, version])];
    })));
  });

  it('counts what is read in whatever encoding, and passes over what is no page', async () => {
    texts.forEach((text, i) => f.put(`${i}.txt`, text));
    const more = housePage(40).source;
    f.put('legacy.txt', encode(more, 'gb18030'));
    f.put('blank.txt', ' \n\n');
    f.put('picture', Buffer.from('\x89PNG\r\n', 'latin1'));
    f.put('large.txt', '渡口今天通航。\n\n'.repeat(60_000));
    await f.start().settled();
    const legacy = { id: contentId(hashOf(encode(more, 'gb18030')), 'gb18030'), text: more };
    const { version } = statisticsOf([...texts.map(pageOf), legacy])!;
    expect(new Set(Object.values(counted(f)))).toEqual(new Set([version]));
    expect(counted(f)).toHaveProperty(['large.txt']);
  });

  it('comes to the same by whatever names and in whatever order the pages stand', async () => {
    const other = another();
    texts.forEach((text, i) => {
      f.put(`${i}.txt`, text);
      other.put(`other/${String(texts.length - i).padStart(2, '0')}.txt`, text);
    });
    await f.start().settled();
    await other.start().settled();
    expect(results(other)).toEqual(results(f));
    expect(pagesRead(other).map(({ hash }) => hash)).not.toEqual(pagesRead(f).map(({ hash }) => hash));
  });
});

describe('a page that comes later', () => {
  it('is split by what was counted; when the archive has grown a good deal it is counted anew, and pages split before are left as they are', async () => {
    texts.slice(0, 4).forEach((text, i) => f.put(`${i}.txt`, text));
    const ingest = f.start();
    await ingest.settled();
    const first = statistics(texts.slice(0, 4)).version;
    f.put('4.txt', texts[4]);
    await ingest.rescan();
    expect(counted(f)).toEqual(Object.fromEntries([0, 1, 2, 3, 4].map((i) => [`${i}.txt`, first])));
    texts.slice(5).forEach((text, i) => f.put(`${i + 5}.txt`, text));
    await ingest.rescan();
    const second = statistics(texts).version;
    expect(counted(f)).toEqual(Object.fromEntries(texts.map((_, i) => [`${i}.txt`, i < 5 ? first : second])));
    expect(f.store.reportsOf('0.txt')).toEqual(['read']);
  });

  it('becomes what it would have become with the others, in whatever order they arrive, by the same statistics', async () => {
    texts.forEach((text, i) => f.put(`${i}.txt`, text));
    await f.start().settled();
    const other = another();
    const archives = keepArchive(null, () => undefined);
    archives.take(packArchive({ archive: statistics(texts), of: texts.length }));
    const ingest = other.start({ archives });
    for (const [i, text] of texts.toReversed().entries()) {
      other.put(`${i}.txt`, text);
      await ingest.rescan();
    }
    expect(results(other)).toEqual(results(f));
  });

  it('is split by them too when it is asked for by itself', async () => {
    texts.forEach((text, i) => f.put(`${i}.txt`, text));
    const ingest = f.start();
    await ingest.settled();
    f.put('late.txt', housePage(50).source);
    await ingest.readLarge('late.txt');
    expect(counted(f)['late.txt']).toBe(statistics(texts).version);
  });
});

describe('threads', () => {
  let bundle: Awaited<ReturnType<typeof bundleThreadEntry>>;
  beforeAll(async () => {
    bundle = await bundleThreadEntry();
  });
  afterAll(() => bundle.dispose());

  it('however many there are make the same of every page as reading in place does', async () => {
    const many = Array.from({ length: 200 }, (_, number) => housePage(number).source); // more than two batches
    const places = [f, another(), another()];
    for (const place of places) many.forEach((text, i) => place.put(`${i}.txt`, text));
    await f.start().settled();
    await places[1]!.start({ threadEntry: bundle.entry, threads: 1 }).settled();
    await places[2]!.start({ threadEntry: bundle.entry, threads: 3 }).settled();
    expect(results(f).size).toBe(many.length);
    expect(new Set(Object.values(counted(f)))).toEqual(new Set([statistics(many).version]));
    for (const place of places.slice(1)) expect(results(place)).toEqual(results(f));
  });

  it('that die of counting do not keep pages from being read', async () => {
    const killer = join(bundle.folder, 'count-killer.mjs');
    writeFileSync(killer, `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ kind }) => {
        if (kind === 'count') process.exit(1);
      });`);
    const entry = join(bundle.folder, 'dying-of-counting.mjs');
    writeFileSync(entry, `import '${pathToFileURL(killer).href}';\nimport '${bundle.entry.href}';`); // in this order: it dies before it counts
    texts.forEach((text, i) => f.put(`${i}.txt`, text));
    await f.start({ threadEntry: pathToFileURL(entry) }).settled();
    expect(counted(f)).toEqual(Object.fromEntries(texts.map((_, i) => [`${i}.txt`, ''])));
    expect(f.logged.filter((line) => line.startsWith('ingest.count-failed'))).toHaveLength(1);
  });
});

describe('the files to count', () => {
  const MOST = 6;
  const item = (path: string, knownHash: string | null, size: number): ReadItem =>
    ({ path, target: null, size, modified: 0, changed: 0, device: 0, inode: 0, encoding: null, knownHash, told: null });
  const hash = fc.option(fc.integer({ min: 0, max: 0xffffffff }).map((n) => n.toString(16).padStart(8, '0').repeat(8)), { nil: null });
  const size = fc.oneof({ weight: 9, arbitrary: fc.constant(9000) }, fc.constant(2_000_000));
  const items = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 8 }), hash, size), { selector: ([path]) => path, maxLength: 30 })
    .map((all) => all.map(([path, known, bytes]) => item(path, known, bytes)));
  const paths = (chosen: readonly ReadItem[]) => chosen.map(({ path }) => path).toSorted();

  it('are as many as may be, none of them large, and the same in whatever order the others stand', () => {
    const twice = items.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(twice, ([all, shuffled]) => {
        const fit = all.filter(({ size: bytes }) => bytes < 1_000_000);
        const chosen = paths(filesToCount(all, MOST));
        expect(chosen).toHaveLength(Math.min(fit.length, MOST));
        expect(paths(fit)).toEqual(expect.arrayContaining(chosen));
        const known = fit.flatMap(({ knownHash }) => knownHash ?? []);
        if (new Set(known).size === known.length) expect(paths(filesToCount(shuffled, MOST))).toEqual(chosen);
      }),
    );
  });

  it('of an archive that was read are those whose content has the smallest hash', () => {
    const known = Array.from({ length: 40 }, (_, i) => item(`${i}`, ((i * 29) % 40).toString(16).padStart(8, '0').repeat(8), 9000));
    expect(filesToCount(known, 3).map(({ knownHash }) => knownHash?.slice(0, 8)).toSorted()).toEqual(['00000000', '00000001', '00000002']);
  });
});
