import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Progress } from '#core/split/train/adapt.ts';
import type { LearnAnswer, LearnAsk, LearnJob, LearnKind, LearnReply } from './thread-jobs.ts';
import { threadEntry } from '../thread-entry.ts';

/** A thread for work that takes minutes and is in no hurry. It does one job at a time; it is there from the first job until it is stopped. */
export type LearnThread = {
  /** Does a job. Rejects if it threw, or the thread was stopped. */
  run<K extends LearnKind>(kind: K, ask: LearnAsk<K>, onProgress?: (progress: Progress) => void): Promise<LearnAnswer<K>>;
  stop(): Promise<void>;
};

const STOPPED = 'the learning thread was stopped';

/** Without an `entry` to start, jobs are done where they are asked for, with other work let in between. */
export function learnThread(entry: URL = threadEntry('learn')): LearnThread {
  return existsSync(entry) ? realThread(entry) : inPlace();
}

function inPlace(): LearnThread {
  let stopped = false;
  return {
    run: async <K extends LearnKind>(kind: K, ask: LearnAsk<K>, onProgress?: (progress: Progress) => void) => {
      const { doing } = await import('./thread-jobs.ts');
      const work = doing({ kind, ask } as LearnJob);
      for (;;) {
        await breathe();
        if (stopped) throw new Error(STOPPED);
        const step = work.next();
        if (step.done) return step.value;
        onProgress?.(step.value);
      }
    },
    stop: () => {
      stopped = true;
      return Promise.resolve();
    },
  };
}

type Asked = { readonly onProgress: ((progress: Progress) => void) | undefined; readonly resolve: (answer: LearnAnswer<LearnKind>) => void; readonly reject: (error: Error) => void };

function realThread(entry: URL): LearnThread {
  let worker: Worker | null = null;
  let asked: Asked | null = null;
  let stopped = false;

  const end = (settle: (waiting: Asked) => void) => {
    const waiting = asked;
    asked = null;
    if (waiting) settle(waiting);
  };
  const died = (error: Error) => {
    worker = null;
    end(({ reject }) => reject(error));
  };
  const start = (): Worker => {
    const thread = new Worker(entry);
    thread.on('message', (reply: LearnReply) => {
      if ('progress' in reply) asked?.onProgress?.(reply.progress);
      else end(({ resolve, reject }) => (reply.ok ? resolve(reply.value) : reject(new Error(reply.error))));
    });
    thread.on('error', died);
    thread.on('exit', () => died(new Error(stopped ? STOPPED : 'the learning thread ended')));
    return thread;
  };
  return {
    run: <K extends LearnKind>(kind: K, ask: LearnAsk<K>, onProgress?: (progress: Progress) => void) =>
      new Promise<LearnAnswer<K>>((resolve, reject) => {
        if (stopped || asked) return reject(new Error(stopped ? STOPPED : 'the learning thread does one job at a time'));
        asked = { onProgress, resolve, reject };
        worker ??= start();
        worker.postMessage({ kind, ask });
      }),
    stop: async () => {
      stopped = true;
      await worker?.terminate();
    },
  };
}
