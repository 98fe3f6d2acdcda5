import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPassedOverPath } from '../ingest/passed-over.ts';
import { watchFolder } from './folder-watcher.ts';
import type { FolderWatcher } from './folder-watcher.ts';

let workshop: string;
let folder: string;
let watcher: FolderWatcher | null = null;
beforeEach(() => {
  workshop = mkdtempSync(join(tmpdir(), 'stet-watch-'));
  folder = join(workshop, 'pages');
  mkdirSync(folder);
});
afterEach(async () => {
  await watcher?.stop();
  rmSync(workshop, { recursive: true, force: true });
});

/** Watches; `next` is the promise of the next hint. */
function watch(path: string) {
  let tell: () => void = () => undefined;
  let hints = 0;
  watcher = watchFolder({ folder: path, passesOver: isPassedOverPath, onTrouble: () => undefined, onHint: () => {
    hints += 1;
    tell();
  } });
  return { watcher, hints: () => hints, next: () => new Promise<void>((resolve) => (tell = resolve)) };
}

describe('a watched folder', () => {
  it('hints at a new file, also in a new sub-folder', async () => {
    const { watcher: watching, next } = watch(folder);
    expect(await watching.ensure()).toBe(null);
    const first = next();
    writeFileSync(join(folder, 'a.txt'), '一');
    await first;
    const second = next();
    mkdirSync(join(folder, 'sub'));
    await second;
    const third = next();
    writeFileSync(join(folder, 'sub/b.txt'), '二');
    await third;
  });

  it('hints when it is named by a link', async () => {
    symlinkSync(folder, join(workshop, 'link'));
    const { watcher: watching, next } = watch(join(workshop, 'link'));
    expect(await watching.ensure()).toBe(null);
    const hint = next();
    writeFileSync(join(folder, 'a.txt'), '一');
    await hint;
  });

  it('says nothing of projects, unfinished exports and hidden files', async () => {
    mkdirSync(join(folder, 'mine.stet'));
    const { watcher: watching, hints, next } = watch(folder);
    await watching.ensure();
    const hint = next();
    for (const path of ['mine.stet/project.db', '.hidden.txt', 'out.partial']) writeFileSync(join(folder, path), 'x');
    writeFileSync(join(folder, 'z.txt'), 'x');
    await hint;
    const more = next();
    writeFileSync(join(folder, 'mine.stet/project.db'), 'y');
    writeFileSync(join(folder, 'y.txt'), 'y');
    await more;
    expect(hints()).toBe(2);
  });

  it('tells that it cannot be watched when it is not there, and is watched again when it is back', async () => {
    const { watcher: watching, next } = watch(folder);
    await watching.ensure();
    renameSync(folder, `${folder}-away`);
    expect(await watching.ensure()).toBeInstanceOf(Error);
    mkdirSync(folder);
    expect(await watching.ensure()).toBe(null);
    const hint = next();
    writeFileSync(join(folder, 'a.txt'), '一');
    await hint;
  });
});
