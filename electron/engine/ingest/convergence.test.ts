import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { randomFrom } from './testing/word-pages.ts';

let f: Fixture;
afterEach(() => f.dispose());

/** One thing that someone does to the folder. Returns what was done, for the report of a failure. */
function operation(random: () => number): string {
  const some = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const all = readdirSync(f.folder, { recursive: true, encoding: 'utf8' });
  const isFolder = (path: string) => statSync(f.at(path)).isDirectory();
  const file = some(all.filter((path) => !isFolder(path)));
  const sub = some(['', ...all.filter(isFolder)]) ?? '';
  const fresh = `${sub}${sub && '/'}${some(['a', 'b', 'c', 'd', 'e', 'f', '一', '二'])}${Math.floor(random() * 6)}`;
  const text = '字'.repeat(1 + Math.floor(random() * 40)); // few enough that the same content comes up twice; no two of one length
  const choice = random();
  if (choice < 0.35) {
    if (existsSync(f.at(`${fresh}.txt`)) && isFolder(`${fresh}.txt`)) return 'nothing';
    writeFileSync(f.at(`${fresh}.txt`), text);
    return `write ${fresh}.txt`;
  }
  if (choice < 0.5 && file) {
    writeFileSync(f.at(file), text);
    return `change ${file}`;
  }
  if (choice < 0.65 && file && !existsSync(f.at(`${fresh}.txt`))) {
    renameSync(f.at(file), f.at(`${fresh}.txt`));
    return `rename ${file} to ${fresh}.txt`;
  }
  if (choice < 0.78 && file) {
    rmSync(f.at(file));
    return `delete ${file}`;
  }
  if (choice < 0.9 && !existsSync(f.at(fresh)) && fresh.split('/').length < 5) {
    mkdirSync(f.at(fresh));
    return `make folder ${fresh}`;
  }
  if (choice < 0.97 && sub && !existsSync(f.at(fresh)) && !fresh.startsWith(`${sub}/`)) {
    renameSync(f.at(sub), f.at(fresh));
    return `move folder ${sub} to ${fresh}`;
  }
  if (choice > 0.985 && sub) {
    rmSync(f.at(sub), { recursive: true });
    return `delete folder ${sub}`;
  }
  return 'nothing';
}

const onDisk = () =>
  Object.fromEntries(
    readdirSync(f.folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(f.at(path)).isFile())
      .map((path) => [path, readFileSync(f.at(path), 'utf8')]),
  );
const inProject = () => Object.fromEntries([...f.store.rows.values()].filter(({ state }) => state === 'read').map(({ path, source }) => [path, source]));
const others = () => [...f.store.rows.values()].filter(({ state }) => state !== 'read' && state !== 'missing');

describe('whatever happens to the folder, the project says what is there once it is quiet', () => {
  it.each([1, 2, 3, 4, 5, 6])('seed %d', async (seed) => {
    f = fixture();
    const random = randomFrom(seed);
    const done: string[] = [];
    const ingest = f.start();
    await ingest.settled();
    for (let round = 0; round < 12; round += 1) {
      const looking = random() < 0.5 ? ingest.rescan() : Promise.resolve(); // sometimes while the folder is being looked at
      const operations = 1 + Math.floor(random() * 40);
      for (let i = 0; i < operations; i += 1) {
        done.push(operation(random));
        if (random() < 0.2) await new Promise((resolve) => setImmediate(resolve));
      }
      await looking;
      await ingest.rescan();
      await ingest.rescan(); // what changed under the first look is told by the second
      expect({ files: inProject(), others: others() }, `seed ${seed}, ${done.join('; ')}`).toEqual({ files: onDisk(), others: [] });
    }
  });
});
