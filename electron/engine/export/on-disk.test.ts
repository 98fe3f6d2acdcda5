import type * as FileSystem from 'node:fs';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderWriter } from './folder-writer.ts';
import { MANIFEST } from './read-manifest.ts';

type Act = { readonly kind: 'write' | 'sync' | 'close' | 'rename' | 'remove'; readonly path: string; ended: number };

/** What is asked of the file system, in the order in which it begins; `ended`: how much had begun when it was done. It is done all the same. */
const seen = vi.hoisted(() => ({ acts: [] as Act[], paths: new Map<number, string>(), broken: null as string | null }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  const note = (kind: Act['kind'], path: string): Act => {
    const act = { kind, path, ended: seen.acts.length + 1 };
    seen.acts.push(act);
    return act;
  };
  return {
    ...real,
    openSync: (...asked: Parameters<typeof real.openSync>) => {
      const handle = real.openSync(...asked);
      seen.paths.set(handle, String(asked[0]));
      return handle;
    },
    writevSync: (...asked: Parameters<typeof real.writevSync>) => {
      note('write', seen.paths.get(asked[0])!);
      return real.writevSync(...asked);
    },
    fsync: (handle: number, done: FileSystem.NoParamCallback) => {
      const path = seen.paths.get(handle)!;
      const act = note('sync', path);
      act.ended = Infinity;
      real.fsync(handle, (error) => {
        act.ended = seen.acts.length;
        done(path === seen.broken ? Object.assign(new Error('EIO: the disk did not take it'), { code: 'EIO' }) : error);
      });
    },
    fsyncSync: (handle: number) => {
      real.fsyncSync(handle);
      note('sync', seen.paths.get(handle)!);
    },
    closeSync: (handle: number) => {
      note('close', seen.paths.get(handle)!);
      real.closeSync(handle);
    },
    renameSync: (from: string, to: string) => {
      real.renameSync(from, to);
      note('rename', to);
    },
    rmSync: (...asked: Parameters<typeof real.rmSync>) => {
      real.rmSync(...asked);
      note('remove', String(asked[0]));
    },
  };
});

let base = '';
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'stet-disk-')));
  seen.broken = null;
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Writes an export of many files, one of them long and written a piece at a time, to a place where there may be one already. */
async function write(target: string, word: string): Promise<FolderWriter> {
  const writer = new FolderWriter(target);
  const lines = `${word}\n`.repeat(4_000);
  for (let n = 0; n < 150; n += 1) {
    writer.append('jsonl/long.jsonl', lines);
    writer.append(`text/${n % 3}/${n}.txt`, n < 100 ? 'same' : word);
    writer.close(`text/${n % 3}/${n}.txt`);
    if (n % 7 === 0) await writer.calm();
  }
  writer.append('jsonl/long.jsonl', `${word}\n`.repeat(3_000_000)); // the disk is told to write it, and is at it …
  writer.append('jsonl/long.jsonl', word); // … when the last of it is added
  writer.closeAll();
  writer.append(MANIFEST, JSON.stringify({ generator: 'stet', files: writer.takeWritten() }));
  return writer;
}

/** Whether the disk was told to take what is at a path after it was last changed, and had when these acts had begun. */
function isTaken(acts: readonly Act[], path: string, changing: (act: Act) => boolean): boolean {
  return acts.findLastIndex(({ kind, path: at, ended }) => kind === 'sync' && at === path && ended <= acts.length) > acts.findLastIndex(changing);
}

const pathsBelow = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }));

test.each(['finish', 'replace'] as const)('%s: the disk has every file and every folder before the export gets its name, and then the name', async (how) => {
  const target = join(base, 'corpus');
  if (how === 'replace') await (await write(target, '旧')).finish();
  seen.acts.length = 0;
  const writer = await write(target, '新');
  if (how === 'finish') await writer.finish();
  else expect(await writer.replace(join(base, 'pending.json'))).toEqual({ filesAdded: 0, filesChanged: 51, filesRemoved: 0, filesSame: 100 });

  const named = seen.acts.findIndex(({ kind, path }) => kind === 'rename' && path === target);
  const before = seen.acts.slice(0, named);
  const inPartial = (path: string) => path.replace(target, `${target}.partial`);
  const late = pathsBelow(target).filter(({ path, isFile }) => (isFile
    ? !before.some(({ kind, path: to }) => kind === 'rename' && to === inPartial(path)) && !isTaken(before, inPartial(path), (act) => act.kind === 'write' && act.path === inPartial(path))
    : !isTaken(before, inPartial(path), (act) => dirname(act.path) === inPartial(path) && act.kind !== 'sync' && act.kind !== 'close')));
  expect(late).toEqual([]);
  expect(isTaken(before, `${target}.partial`, (act) => dirname(act.path) === `${target}.partial` && (act.kind === 'remove' || act.kind === 'rename'))).toBe(true);
  expect(seen.acts.slice(named).some(({ kind, path }) => kind === 'sync' && path === base)).toBe(true);
});

test('a file that the disk does not take keeps the export from getting its name, whenever it was told', async () => {
  const target = join(base, 'corpus');
  for (const path of ['text/0/0.txt', 'text/2/149.txt', 'jsonl/long.jsonl', MANIFEST]) {
    seen.broken = join(`${target}.partial`, path);
    let writer: FolderWriter | null = null;
    await expect((async () => {
      writer = await write(target, '新');
      await writer.finish();
    })()).rejects.toMatchObject({ code: 'EIO' });
    expect(existsSync(target)).toBe(false);
    rmSync(`${target}.partial`, { recursive: true });
  }
});
