import { setFlagsFromString } from 'node:v8';

const MOST = 100; // per cent
const AS_V8_SEES_FIT = 0;

const growTo = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);

let running = 0;

/**
 * Resolves to what `work` does, or rejects as it does, while no heap of this process, those of its threads included, grows beyond double what lives in it before it is
 * collected. By itself V8 lets a heap that fills fast grow to four times that, so that what a long export takes would be a matter of its pace; this costs it about a tenth of its time.
 * V8 reads the flag after each collection of the old generation (`heap_growing_percent` in its flag-definitions.h), so it may change while it runs.
 */
export async function inSmallHeap<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  growTo(MOST);
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) growTo(AS_V8_SEES_FIT);
  }
}
