import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { inSmallHeap } from './small-heap.ts';

const LIVING = 400_000; // objects
const ROUNDS = 40;

/** Replaces what lives again and again, which is what fills the old generation; resolves to the most bytes the heap came to. */
function churn(): Promise<number> {
  const living: { readonly text: string; readonly at: number }[] = [];
  let most = 0;
  for (let i = 0; i < LIVING * ROUNDS; i += 1) {
    living[i % LIVING] = { text: `page ${i}`, at: i };
    if (i % 20_000 === 0) most = Math.max(most, getHeapStatistics().total_heap_size);
  }
  return Promise.resolve(most);
}

test('work in a small heap takes less than as V8 sees fit, which holds again when the last such work has ended, in whatever order', async () => {
  const small = await inSmallHeap(churn);
  let end = () => {};
  const other = inSmallHeap(() => new Promise<void>((resolve) => (end = resolve)));
  await inSmallHeap(() => Promise.resolve());
  const stillSmall = await churn();
  end();
  await other;
  const free = await churn();

  expect(small).toBeLessThan(free * 0.9);
  expect(stillSmall).toBeLessThan(free * 0.9);
});

test('what the work rejects with is handed on', async () => {
  await expect(inSmallHeap(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
});
