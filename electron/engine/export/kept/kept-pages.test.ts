import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryProject } from '../../testing/project.ts';
import { KeptPages } from './kept-pages.ts';

const key = Buffer.alloc(16, 7);
const page = (n: number) => Buffer.alloc(300_000, n);

test('what was given away stays as it is until it is let go of, also where it lies in what was read before', () => {
  const path = join(temporaryProject().base, 'way');
  const made = KeptPages.open(path, () => true);
  for (let n = 1; n <= 12; n += 1) made.put(n, key, page(n));
  made.commit();
  made.close();
  const kept = KeptPages.open(path, () => true);
  for (let n = 1; n <= 12; n += 2) {
    const given = [kept.get(n, key), kept.get(n + 1, key)];
    expect(given.map((bytes) => bytes?.equals(page(bytes[0]!)))).toEqual([true, true]);
    expect(given.map((bytes) => bytes?.[0])).toEqual([n, n + 1]);
    kept.letGo();
  }
  expect([kept.has(12, key), kept.has(13, key), kept.has(12, Buffer.alloc(16))]).toEqual([true, false, false]);
  kept.close();
});
