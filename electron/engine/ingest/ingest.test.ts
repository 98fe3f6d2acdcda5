import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync, appendFileSync, copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixture, pageText } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';

let f: Fixture;
beforeEach(() => {
  f = fixture();
});
afterEach(() => f.dispose());

const bytesRead = () => f.store.transactions.flat().filter((report) => report.kind === 'read').length;

describe('reading a folder', () => {
  it('reads .txt, .text and files without extension, also in sub-folders, and passes over the rest', async () => {
    for (const path of ['a.txt', 'B.TXT', 'c.text', '第一版', 'sub/deep/d.txt', 'day 2024.05.06 A1']) f.put(path);
    for (const path of ['scan.jpg', 'scan.pdf', '.hidden.txt', '.git/x.txt', 'my.stet/x.txt', 'out.partial/x.txt', 'y.partial', 'notes.md']) f.put(path);
    f.put('export/manifest.json', '{"generator":"stet","files":[]}');
    f.put('export/article.txt');
    f.put('other/manifest.json', '{"generator":"another program"}');
    f.put('other/page.txt');
    await f.start().settled();
    expect(f.store.summary()).toEqual([
      'B.TXT read', 'a.txt read', 'c.text read', 'day 2024.05.06 A1 read', 'other/page.txt read', 'sub/deep/d.txt read', '第一版 read',
    ]);
    expect(f.there).toEqual([true]);
  });

  it('hands over the text, its bytes and their hash', async () => {
    f.put('a.txt', '\uFEFF第一行\r\n第二行\n');
    await f.start().settled();
    const [report] = f.store.transactions.flat();
    expect(report).toMatchObject({ kind: 'read', path: 'a.txt', size: 24, modified: statSync(f.at('a.txt')).mtimeMs });
    if (report?.kind !== 'read') throw new Error('not read');
    expect(Buffer.from(report.bytes).toString('utf8')).toBe('\uFEFF第一行\r\n第二行\n');
    expect(report.page).toMatchObject({ source: '第一行\r\n第二行\n', encoding: 'utf-8', encodingOrigin: 'bom', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('opens nothing that has not changed', async () => {
    f.put('a.txt');
    f.put('b.txt');
    await f.start().settled();
    const next = f.start();
    await next.settled();
    await next.rescan();
    expect(f.store.transactions).toHaveLength(1);
  });

  it('records in bounded batches, tells how far it is, and can be cancelled between two', async () => {
    for (let i = 0; i < 300; i += 1) f.put(`${String(i).padStart(3, '0')}.txt`);
    const ingest = f.start({
      onProgress: (now) => {
        f.progress.push(now);
        if (now.done > 0) f.cancel.abort();
      },
    });
    await ingest.settled();
    const first = bytesRead();
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(300);
    expect(f.progress[0]).toEqual({ done: 0, total: 300 });
    await ingest.rescan();
    expect(bytesRead()).toBe(300);
    expect(f.progress.at(-1)).toEqual({ done: 300 - first, total: 300 - first });
    for (const transaction of f.store.transactions) expect(transaction.length).toBeLessThanOrEqual(64);
  });

  it('tells the caller when the project cannot record, and goes on at the next look', async () => {
    f.put('a.txt');
    let full = true;
    const store = { ...f.store, record: (reports: Parameters<typeof f.store.record>[0]) => {
      if (full) throw new Error('database or disk is full');
      f.store.record(reports);
    } };
    const ingest = f.start({ store });
    await expect(ingest.settled()).rejects.toThrow('disk is full');
    await expect(ingest.rescan()).rejects.toThrow('disk is full');
    full = false;
    await ingest.rescan();
    await ingest.settled();
    expect(f.store.summary()).toEqual(['a.txt read']);
  });
});

describe('what changes in the folder', () => {
  it('notices a change, a deletion, and a file that is there again', async () => {
    f.put('a.txt');
    f.put('b.txt');
    const ingest = f.start();
    await ingest.settled();
    f.put('a.txt', '全新的一页');
    rmSync(f.at('b.txt'));
    await ingest.rescan();
    expect(f.store.rows.get('a.txt')).toMatchObject({ state: 'read', source: '全新的一页' });
    expect(f.store.rows.get('b.txt')).toMatchObject({ state: 'missing', source: pageText('b.txt') });
    f.put('b.txt');
    await ingest.rescan();
    expect(f.store.rows.get('b.txt')?.state).toBe('read');
    expect(f.store.reportsOf('b.txt')).toEqual(['read', 'missing', 'touched']); // same bytes at a new time
  });

  it('tells new times from new bytes', async () => {
    f.put('a.txt');
    const ingest = f.start();
    await ingest.settled();
    utimesSync(f.at('a.txt'), 1_600_000_000, 1_600_000_000);
    await ingest.rescan();
    expect(f.store.reportsOf('a.txt')).toEqual(['read', 'touched']);
    expect(f.store.rows.get('a.txt')?.modified).toBe(1_600_000_000_000);
  });

  it('reports a rename in one transaction, the old path first', async () => {
    f.put('old.txt');
    f.put('gone.txt');
    for (let i = 0; i < 200; i += 1) f.put(`more/${i}.txt`);
    const ingest = f.start();
    await ingest.settled();
    const before = f.store.transactions.length;
    renameSync(f.at('old.txt'), f.at('new.txt'));
    renameSync(f.at('more'), f.at('moved'));
    rmSync(f.at('gone.txt'));
    await ingest.rescan();
    const after = f.store.transactions.slice(before);
    const holding = (path: string) => after.findIndex((reports) => reports.some((report) => report.path === path));
    expect(holding('old.txt')).toBe(holding('new.txt'));
    for (let i = 0; i < 200; i += 1) expect(holding(`more/${i}.txt`)).toBe(holding(`moved/${i}.txt`));
    for (const reports of after) {
      const paths = reports.map((report) => report.path);
      if (paths.includes('old.txt')) expect(paths.indexOf('old.txt')).toBeLessThan(paths.indexOf('new.txt'));
    }
    expect(f.store.rows.get('gone.txt')?.state).toBe('missing');
    expect(f.store.rows.get('moved/7.txt')?.source).toBe(pageText('more/7.txt'));
  });

  it('reads a copy as a second path with the same hash', async () => {
    f.put('a.txt');
    const ingest = f.start();
    await ingest.settled();
    copyFileSync(f.at('a.txt'), f.at('copy.txt'));
    await ingest.rescan();
    expect(f.store.rows.get('copy.txt')?.hash).toBe(f.store.rows.get('a.txt')?.hash);
    expect(f.store.summary()).toEqual(['a.txt read', 'copy.txt read']);
  });

  it('does not take bytes never read for the ones that were', async () => {
    f.put('a.txt', '第一稿');
    const ingest = f.start();
    await ingest.settled();
    f.put('a.txt', '\0\0\0\0');
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['a.txt problem:binary']);
    renameSync(f.at('a.txt'), f.at('a.bin'));
    await ingest.rescan();
    renameSync(f.at('a.bin'), f.at('a.txt')); // the same size and time as when it went
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['a.txt problem:binary']);
  });
});

describe('the folder itself', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => `${i}.txt`);

  it.each([
    ['renamed away', () => renameSync(f.folder, `${f.folder}-away`), () => renameSync(`${f.folder}-away`, f.folder)],
    ['emptied, as by an unmounted disk', () => {
      renameSync(f.folder, `${f.folder}-away`);
      mkdirSync(f.folder);
    }, () => {
      rmSync(f.folder, { recursive: true });
      renameSync(`${f.folder}-away`, f.folder);
    }],
    ['replaced by a file', () => {
      renameSync(f.folder, `${f.folder}-away`);
      writeFileSync(f.folder, '');
    }, () => {
      rmSync(f.folder);
      renameSync(`${f.folder}-away`, f.folder);
    }],
  ])('is %s: all is marked missing, and back without being read again', async (_, away, back) => {
    for (const path of twenty) f.put(path);
    const ingest = f.start();
    await ingest.settled();
    away();
    await ingest.rescan();
    expect(f.there).toEqual([true, false]);
    expect(f.store.summary()).toEqual(twenty.map((path) => `${path} missing`).toSorted());
    back();
    await ingest.rescan();
    expect(f.there).toEqual([true, false, true]);
    expect(f.store.summary()).toEqual(twenty.map((path) => `${path} read`).toSorted());
    expect(bytesRead()).toBe(20);
    expect(f.store.reportsOf('7.txt')).toEqual(['read', 'missing', 'touched']);
  });

  it('may be empty from the first', async () => {
    await f.start().settled();
    expect(f.there).toEqual([true]);
  });
});

describe('files that are being written', () => {
  beforeEach(async () => {
    await f.dispose();
    f = fixture(0);
  });

  it('wait until they hold still between two looks', async () => {
    f.put('a.txt', '前半');
    const ingest = f.start();
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['a.txt waiting']);
    appendFileSync(f.at('a.txt'), '后半');
    f.clock.push(600); // looked at again: it has grown
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['a.txt waiting']);
    f.clock.push(600);
    await ingest.settled();
    expect(f.store.rows.get('a.txt')?.source).toBe('前半后半');
    expect(f.store.reportsOf('a.txt')).toEqual(['waiting', 'read']);
  });

  it('are looked at again by themselves, and listed as changing if they never hold still', async () => {
    f.put('a.txt', '');
    const ingest = f.start({ pace: { still: 1000, enough: 5000 } });
    await ingest.rescan();
    for (let i = 0; i < 6; i += 1) {
      appendFileSync(f.at('a.txt'), '又一行\n');
      f.clock.push(1000);
      await ingest.rescan();
    }
    expect(f.store.summary()).toEqual(['a.txt problem:changing']);
    await ingest.settled();
    f.clock.push(20_000);
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['a.txt read']);
  });

  it('still wait after a restart', async () => {
    f.put('a.txt');
    const first = f.start();
    await first.rescan();
    await first.stop();
    const second = f.start();
    await second.rescan();
    expect(f.store.summary()).toEqual(['a.txt waiting']);
    f.clock.push(600);
    await second.settled();
    expect(f.store.summary()).toEqual(['a.txt read']);
  });
});

describe('what a person asks for', () => {
  it('reads again in the encoding that was chosen, and stays with it', async () => {
    f.put('a.txt', Uint8Array.of(0xa4, 0xa4)); // 中 in Big5, い in GB 18030
    const ingest = f.start();
    await ingest.settled();
    expect(f.store.rows.get('a.txt')?.candidates.length).toBeGreaterThan(1);
    await ingest.reread('a.txt', 'gb18030');
    expect(f.store.rows.get('a.txt')).toMatchObject({ source: 'い', encodingByPerson: 'gb18030' });
    f.put('a.txt', Uint8Array.of(0xa4, 0xa4, 0xa4, 0xa4));
    await ingest.rescan();
    expect(f.store.rows.get('a.txt')).toMatchObject({ source: 'いい', encodingByPerson: 'gb18030' });
    await ingest.reread('a.txt', null);
    expect(f.store.rows.get('a.txt')).toMatchObject({ source: '中中', encodingByPerson: null });
  });

  it('marks a file missing that is gone when it is to be read again', async () => {
    f.put('a.txt');
    const ingest = f.start();
    await ingest.settled();
    rmSync(f.at('a.txt'));
    await ingest.reread('a.txt', 'big5');
    expect(f.store.summary()).toEqual(['a.txt missing']);
  });
});
