import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Stores } from '../../language/count-language.ts';
import { threadEntry } from '../../thread-entry.ts';
import type { ReadyLooks } from './looks.ts';
import type { Prepared } from './prepare.ts';

/** What is to be made ready, and where it lies. Plain data. `by`: the program that makes it. */
export type ReadyAsk = { readonly project: string; readonly sources: string; readonly isStill: boolean; readonly kept: string; readonly looks: ReadyLooks; readonly version: string; readonly by: string };

/** What a thread is started with: how it is told to go on, to wait or to end, in one shared number. */
export type ReadyTask = { readonly ask: ReadyAsk; readonly told: Int32Array };
export const GO_ON = 0;
export const WAIT = 1;
export const END = 2;

/** Exports being made ready. */
export type UnderWay = {
  /** What it came to, once; null where it was ended before it was done. Rejects for bugs. */
  readonly done: Promise<Prepared | null>;
  /** Others work. It waits before the next few pages, and ends if that takes long. */
  readonly pause: () => void;
  readonly goOn: () => void;
  /** Ends it before the next few pages. What was made until then is kept. */
  readonly end: () => void;
};

const YOUNG = 16; // megabytes for what is made and soon let go of

/** Makes exports ready on a thread of its own; without an `entry` to start, where it is asked for. */
export const startReady = (ask: ReadyAsk, stores: Stores, entry: URL = threadEntry('ready')): UnderWay => (existsSync(entry) ? beside(ask, entry) : here(ask, stores));

function beside(ask: ReadyAsk, entry: URL): UnderWay {
  const told = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(entry, { workerData: { ask, told } satisfies ReadyTask, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  worker.unref(); // nobody waits for it
  const tell = (what: number) => {
    if (Atomics.load(told, 0) === END) return;
    Atomics.store(told, 0, what);
    Atomics.notify(told, 0);
  };
  return {
    done: new Promise((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => resolve(null)); // behind what it said
    }),
    pause: () => tell(WAIT),
    goOn: () => tell(GO_ON),
    end: () => {
      tell(END);
      worker.ref(); // now somebody does
    },
  };
}

function here({ project, kept, looks, version, by }: ReadyAsk, stores: Stores): UnderWay {
  let ends = false;
  const end = () => void (ends = true);
  const work = async () => {
    const { preparing } = await import('./prepare.ts');
    const steps = preparing({ ...stores, project, kept, looks, version, by });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      await breathe();
      if (!ends) continue;
      steps.return({ made: 0, isFull: false });
      return null;
    }
  };
  return { done: work(), pause: end, goOn: () => undefined, end };
}
