import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { countArchive } from '#core/parse/archive.ts';
import { packArchive } from './archive-file.ts';
import { hasGrown, keepArchive } from './archive-keeper.ts';

const packed = (version: string, of: number) => packArchive({ archive: countArchive(version, ['渡口今天通航。'], () => []), of });

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'stet-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const logged: string[] = [];
  return { path: join(folder, 'archive.counts'), logged, log: (event: string) => void logged.push(event) };
}

describe('an archive', () => {
  it.each([
    [1, 2, false],
    [1, 8, false],
    [1, 9, true],
    [16, 23, false],
    [16, 24, true],
    [1000, 1008, false],
    [1000, 1499, false],
    [1000, 1500, true],
    [1000, 10, false],
  ])('counted at %d pages has grown a good deal at %d: %s', (then, now, grown) => {
    expect(hasGrown(then, now)).toBe(grown);
  });

  it('is counted when it first has a page, and again when it has grown', () => {
    const { log } = place();
    const keeper = keepArchive(null, log);
    expect([keeper.inUse(), keeper.isDue(0), keeper.isDue(1)]).toEqual([null, false, true]);
    keeper.take(packed('a', 10));
    expect([keeper.inUse()?.version, keeper.isDue(17), keeper.isDue(18)]).toEqual(['a', false, true]);
  });

  it('is remembered over sessions as it was last counted', async () => {
    const { path, log, logged } = place();
    const first = keepArchive(path, log);
    await first.load();
    expect(first.inUse()).toBeNull();
    first.take(packed('a', 10));
    first.take(packed('b', 20));
    await first.close();
    const second = keepArchive(path, log);
    expect(second.inUse()).toBeNull();
    await Promise.all([second.load(), second.load()]);
    expect([second.inUse()?.version, second.isDue(29), second.isDue(30)]).toEqual(['b', false, true]);
    expect(logged).toEqual([]);
  });

  it('is counted anew where its file cannot be used, and used where it cannot be kept', async () => {
    const { path, log, logged } = place();
    writeFileSync(path, 'not this');
    const first = keepArchive(path, log);
    await first.load();
    expect([first.inUse(), first.isDue(1)]).toEqual([null, true]);
    expect(logged).toEqual([]);
    rmSync(path);
    mkdirSync(join(path, 'in the way'), { recursive: true });
    const second = keepArchive(path, log);
    await second.load();
    second.take(packed('a', 10));
    await second.close();
    expect(second.inUse()?.version).toBe('a');
    expect(logged).toEqual(['archive.not-read', 'archive.not-kept']);
  });

  it('leaves memory where it is kept, and comes back', async () => {
    const { path, log } = place();
    const keeper = keepArchive(path, log);
    keeper.take(packed('a', 10));
    keeper.rest();
    expect(keeper.inUse()?.version).toBe('a'); // nobody else has it yet
    await keeper.close();
    keeper.rest();
    expect(keeper.inUse()).toBeNull();
    await keeper.load();
    expect(keeper.inUse()?.version).toBe('a');
    const unkept = keepArchive(null, log);
    unkept.take(packed('b', 10));
    unkept.rest();
    expect(unkept.inUse()?.version).toBe('b');
  });
});
