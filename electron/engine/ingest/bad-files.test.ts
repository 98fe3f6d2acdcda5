import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGE } from './plan.ts';
import { fixture } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';

let f: Fixture;
beforeEach(() => {
  f = fixture();
});
afterEach(() => f.dispose());

const sparse = (path: string, size: number) => {
  f.put(path, '城南');
  truncateSync(f.at(path), size);
};

describe('files that cannot be read are listed with their reason, and the others are read', () => {
    beforeEach(() => f.put('good.txt'));

  it('empty, blank, binary, undecodable', async () => {
    f.put('empty.txt', '');
    f.put('bom.txt', '\uFEFF');
    f.put('blank.txt', '\n \u3000\n\u200B');
    f.put('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    f.put('pdf.txt', '%PDF-1.7\n城南');
    f.put('nul.txt', new Uint8Array(100));
    f.put('cut.txt', Buffer.from('城南').subarray(0, 5));
    await f.start().settled();
    expect(f.store.summary()).toEqual([
      'blank.txt problem:empty', 'bom.txt problem:empty', 'cut.txt problem:undecodable', 'empty.txt problem:empty', 'good.txt read',
      'nul.txt problem:binary', 'pdf.txt problem:binary', 'picture.txt problem:binary',
    ]);
  });

  it('larger than 32 MB, until it is asked for', async () => {
    const padded = (size: number) => Buffer.concat([Buffer.from('一'), Buffer.alloc(size - 3, ' ')]);
    sparse('large.txt', LARGE + 1);
    f.put('just.txt', padded(LARGE));
    const ingest = f.start();
    await ingest.settled();
    expect(f.store.summary()).toEqual(['good.txt read', 'just.txt read', 'large.txt problem:too-large']);
    f.put('large.txt', padded(LARGE + 1));
    await ingest.rescan();
    expect(f.store.rows.get('large.txt')?.problem).toBe('too-large');
    await ingest.readLarge('large.txt');
    expect(f.store.rows.get('large.txt')?.source).toHaveLength(LARGE - 1);
    f.put('large.txt', padded(LARGE + 2));
    await ingest.rescan();
    expect(f.store.rows.get('large.txt')?.source).toHaveLength(LARGE);
  });

  it('pipes, sockets and devices, which are never opened', async () => {
    execFileSync('mkfifo', [f.at('pipe.txt'), f.at('pipe')]);
    mkdirSync(f.at('sub'));
    execFileSync('mkfifo', [f.at('sub/manifest.json')]);
    f.put('sub/page.txt');
    symlinkSync('pipe', f.at('link.txt'));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(f.at('socket.txt'), resolve));
    await f.start().settled();
    await new Promise((resolve) => server.close(resolve));
    expect(f.store.summary()).toEqual([
      'good.txt read', 'link.txt problem:not-a-file', 'pipe problem:not-a-file', 'pipe.txt problem:not-a-file', 'socket.txt problem:not-a-file',
      'sub/page.txt read',
    ]);
  });

  it('links: loops, out of the folder, to nothing, and to a file of the folder, which is a second path', async () => {
    const outside = fixture();
    outside.put('secret.txt');
    mkdirSync(f.at('sub'));
    f.put('sub/page.txt');
    symlinkSync('..', f.at('sub/up'));
    symlinkSync('.', f.at('self'));
    symlinkSync('b.txt', f.at('a.txt'));
    symlinkSync('a.txt', f.at('b.txt'));
    symlinkSync('sub', f.at('twice'));
    symlinkSync(outside.at('secret.txt'), f.at('out.txt'));
    symlinkSync(outside.folder, f.at('outside'));
    symlinkSync('nothing.txt', f.at('dangling.txt'));
    symlinkSync('sub/page.txt', f.at('second.txt'));
    await f.start().settled();
    await outside.dispose();
    expect(f.store.summary()).toEqual([
      'a.txt problem:link-loop', 'b.txt problem:link-loop', 'dangling.txt problem:not-a-file', 'good.txt read', 'out.txt problem:link-outside',
      'outside problem:link-outside', 'second.txt read', 'self problem:link-loop', 'sub/page.txt read', 'sub/up problem:link-loop',
    ]);
    expect(f.store.rows.get('second.txt')?.hash).toBe(f.store.rows.get('sub/page.txt')?.hash);
  });

  it('names: a line end, 255 bytes, not UTF-8, two forms of one letter', async () => {
    const long = `${'长'.repeat(83)}ab.txt`;
    expect(Buffer.byteLength(long)).toBe(255);
    for (const name of ['two\nlines.txt', long, 'e\u0301.txt', '\u00E9.txt', 'A.txt', 'a.txt']) f.put(name);
    writeFileSync(Buffer.concat([Buffer.from(`${f.folder}/`), Buffer.from('b3c7.txt'.slice(0, 4), 'hex'), Buffer.from('.txt')]), '城');
    await f.start().settled();
    expect(f.store.summary()).toEqual([
      'A.txt read', '\\xB3\\xC7.txt problem:bad-name', 'a.txt read', 'e\u0301.txt read', 'good.txt read', 'two\nlines.txt read', '\u00E9.txt read', `${long} read`,
    ].toSorted());
  });

  it('a path that was a file and is a folder now', async () => {
    f.put('page.txt');
    const ingest = f.start();
    await ingest.settled();
    rmSync(f.at('page.txt'));
    f.put('page.txt/inner.txt');
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['good.txt read', 'page.txt missing', 'page.txt/inner.txt read']);
  });
});

describe('ten thousand files at once', () => {
  it('are all read, in many transactions', async () => {
    f.put('0000.txt');
    const ingest = f.start();
    await ingest.settled();
    mkdirSync(f.at('burst'));
    for (let i = 0; i < 10_000; i += 1) writeFileSync(f.at(`burst/${i}.txt`), `第${i}页`);
    await ingest.rescan();
    await ingest.settled();
    expect(f.store.rows.size).toBe(10_001);
    expect([...f.store.rows.values()].every((row) => row.state === 'read')).toBe(true);
    expect(f.store.rows.get('burst/9999.txt')?.source).toBe('第9999页');
    expect(f.store.transactions.length).toBeGreaterThan(100);
  });
});

describe('files that go while they are read', () => {
  it('are listed as vanished, then no more', async () => {
    for (let i = 0; i < 200; i += 1) f.put(`${String(i).padStart(3, '0')}.txt`);
    // The listing is made; the last batches have not been read when the files go.
    const ingest = f.start({
      onProgress: ({ done }) => {
        if (done === 0) for (const name of readdirSync(f.folder).slice(150)) rmSync(f.at(name));
      },
    });
    await ingest.settled();
    const states = new Map<string, number>();
    for (const row of f.store.rows.values()) states.set(row.problem ?? row.state, (states.get(row.problem ?? row.state) ?? 0) + 1);
    expect(Object.fromEntries(states)).toEqual({ read: 150, vanished: 50 });
    await ingest.rescan();
    expect(f.store.summary().filter((line) => line.endsWith(' read'))).toHaveLength(150);
    expect(f.store.rows.size).toBe(150);
  });

  it('or are replaced by something else meanwhile: nothing of it is read', async () => {
    f.put('a.txt');
    f.put('b.txt');
    const outside = fixture();
    outside.put('secret.txt');
    const ingest = f.start({
      onProgress: ({ done }) => {
        if (done > 0) return;
        for (const name of ['a.txt', 'b.txt']) rmSync(f.at(name));
        symlinkSync(outside.at('secret.txt'), f.at('a.txt'));
        execFileSync('mkfifo', [f.at('b.txt')]);
      },
    });
    await ingest.rescan();
    expect(f.store.transactions.flat().filter((report) => report.kind === 'read')).toEqual([]);
    await ingest.rescan();
    await outside.dispose();
    expect(f.store.summary()).toEqual(['a.txt problem:link-outside', 'b.txt problem:not-a-file']);
  });

  it('also where a folder on the way is replaced by a link out of the watched folder', async () => {
    f.put('sub/page.txt');
    const outside = fixture();
    outside.put('page.txt', 'a secret');
    const ingest = f.start({
      onProgress: ({ done }) => {
        if (done > 0) return;
        renameSync(f.at('sub'), f.at('.sub'));
        symlinkSync(outside.folder, f.at('sub'));
      },
    });
    await ingest.rescan();
    await ingest.rescan();
    await outside.dispose();
    expect(f.store.transactions.flat().filter((report) => report.kind === 'read')).toEqual([]);
    expect(f.store.rows.get('sub')?.problem).toBe('link-outside');
  });
});

describe('source files', () => {
  it('are never written to: bytes, times, modes and names stay', async () => {
    f.put('a.txt');
    f.put('sub/b.txt', Uint8Array.of(0xa4, 0xa4));
    f.put('empty.txt', '');
    sparse('large.txt', LARGE + 1);
    const state = () =>
      readdirSync(f.folder, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => a.localeCompare(b)).map((name) => {
        const { size, mtimeMs, ctimeMs, mode, ino } = statSync(f.at(name));
        return { name, size, mtimeMs, ctimeMs, mode, ino };
      });
    const before = state();
    const ingest = f.start();
    await ingest.settled();
    await ingest.reread('sub/b.txt', 'gb18030');
    await ingest.readLarge('large.txt');
    expect(state()).toEqual(before);
  });
});
