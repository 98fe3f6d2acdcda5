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

/** Watches; `next` is the promise of the next hint, `seen` of the first event that names a path. */
function watch(path: string) {
  let tell: () => void = () => undefined;
  let hints = 0;
  const asked = new Set<string>();
  const waiting = new Map<string, () => void>();
  const passesOver = (below: string) => {
    asked.add(below);
    waiting.get(below)?.();
    return isPassedOverPath(below);
  };
  watcher = watchFolder({ folder: path, passesOver, onTrouble: () => undefined, onHint: () => {
    hints += 1;
    tell();
  } });
  const seen = (below: string) => (asked.has(below) ? Promise.resolve() : new Promise<void>((resolve) => void waiting.set(below, resolve)));
  return { watcher, hints: () => hints, next: () => new Promise<void>((resolve) => (tell = resolve)), seen };
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
    const { watcher: watching, hints, next, seen } = watch(folder);
    await watching.ensure();
    for (const path of ['mine.stet/project.db', '.hidden.txt', 'out.partial']) {
      writeFileSync(join(folder, path), 'x');
      await seen(path);
    }
    expect(hints()).toBe(0);
    const hint = next();
    writeFileSync(join(folder, 'z.txt'), 'x');
    await hint;
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
