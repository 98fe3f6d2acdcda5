import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryProject } from '../../testing/project.ts';
import { KeptEntries } from './kept-entries.ts';
import { IndexFile, KeptIndex } from './kept-index.ts';

const key = (n: number): Buffer => Buffer.alloc(16, n % 251);
const place = (n: number) => ({ offset: n * 2 ** 33, length: n, crc: n ^ 0xffff });

const orders: Readonly<Record<string, (count: number) => readonly number[]>> = {
  'in order': (count) => Array.from({ length: count }, (_, k) => 3 * k + 1),
  'the other way round': (count) => Array.from({ length: count }, (_, k) => 3 * (count - k) + 1),
  'every page twice': (count) => Array.from({ length: count }, (_, k) => 3 * (k % Math.ceil(count / 2)) + 1),
};

test.each(Object.keys(orders).flatMap((order) => [0, 1, 511, 512, 513, 1_500].map((count) => ({ order, count }))))('$count entries, $order, are found again as they were added last', ({ order, count }) => {
  const { base } = temporaryProject();
  const entries = new KeptEntries(join(base, 'entries'));
  const last = new Map<number, number>();
  for (const [n, page] of orders[order]!(count).entries()) {
    entries.add(page, key(n), place(n));
    last.set(page, n);
  }
  entries.write(join(base, 'index'), 77);
  entries.close();
  expect(existsSync(join(base, 'entries'))).toBe(false);
  const file = new IndexFile(join(base, 'index'));
  const inMemory = KeptIndex.of(readFileSync(join(base, 'index')))!;
  for (const index of [file.index, inMemory]) {
    expect([index.count, index.size]).toEqual([last.size, 77]);
    for (const [page, n] of last) {
      expect(index.find(page, key(n))).toEqual(place(n));
      expect([index.find(page, key(n + 1)), index.has(page), index.has(page + 1), index.has(page - 1)]).toEqual([null, true, false, false]);
    }
  }
  file.close();
});

test('an index of which a byte is another, or the end is missing, is none', () => {
  const { base } = temporaryProject();
  const entries = new KeptEntries(join(base, 'entries'));
  for (let n = 0; n < 600; n += 1) entries.add(n, key(n), place(n));
  entries.write(join(base, 'index'), 77);
  entries.close();
  const bytes = readFileSync(join(base, 'index'));
  expect(KeptIndex.of(bytes)?.count).toBe(600);
  for (const at of [0, 8, 12, 16, 24, 20_000, bytes.length - 1]) expect(KeptIndex.of(Buffer.from(bytes.map((byte, k) => (k === at ? byte ^ 1 : byte))))).toBeNull();
  for (const length of [0, 10, 24, 28, 60, bytes.length - 1]) expect(KeptIndex.of(bytes.subarray(0, length))).toBeNull();
  expect(new IndexFile(join(base, 'nowhere')).index.count).toBe(0);
  expect(readdirSync(base).includes('entries')).toBe(false);
});
