import { setImmediate as breathe } from 'node:timers/promises';

const STRETCH = 8; // milliseconds of work after which calls are answered first

/** Carries out work that comes in small steps, with other calls answered in between. */
export async function paced<T>(steps: Generator<void, T>): Promise<T> {
  for (let begun = performance.now(), step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < STRETCH) continue;
    await breathe();
    begun = performance.now();
  }
}
