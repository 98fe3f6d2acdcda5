import { afterEach, describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { operate, textsOnDisk } from './testing/random-operations.ts';
import { randomFrom } from './testing/word-pages.ts';

let f: Fixture;
afterEach(() => f.dispose());

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
        done.push(operate(f.folder, random));
        if (random() < 0.2) await new Promise((resolve) => setImmediate(resolve));
      }
      await looking;
      await ingest.rescan();
      await ingest.rescan(); // what changed under the first look is told by the second
      expect({ files: inProject(), others: others() }, `seed ${seed}, ${done.join('; ')}`).toEqual({ files: textsOnDisk(f.folder), others: [] });
    }
  });
});
