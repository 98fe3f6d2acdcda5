import { existsSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Database } from '../db/database.ts';
import { readDocs } from './docs.ts';
import { doTask } from './tasks.ts';
import type { Task, TaskAnswer } from './tasks.ts';
import { threadEntry } from '../thread-entry.ts';

export type TaskReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** Why there is no answer: it is no longer wanted, or took too long. */
export type Unanswered = 'unwanted' | 'too-slow';

/** Threads that read index.db for the search: what they do takes long, or (an expression that goes astray) forever. */
export type SearchThreads = {
  /** Does a task. It rejects if it threw. */
  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>, signal: AbortSignal): Promise<TaskAnswer[K] | Unanswered>;
  stop(): Promise<void>;
};

export type SearchThreadsOptions = {
  readonly index: Database;
  readonly path: string | null; // of index.db; null: it lives in memory
  readonly entry?: URL | undefined; // where the bundle has it not where it is looked for
  readonly patience?: number; // milliseconds a task may take that may never end
  readonly idle?: number; // milliseconds without work after which the threads are given back
};

const THREADS = 2;
const PATIENCE = 4_000;
const IDLE = 30_000;
const SOON = 200;

/** All else ends by itself, however slow the machine is: to call it off would leave texts unpacked. */
const mayGoAstray = (task: Task): boolean => 'pattern' in task && task.pattern.kind === 'expression';

/** Run from source tasks are done where they are asked for. */
export function searchThreads({ index, path, entry = threadEntry('search'), patience = PATIENCE, idle = IDLE }: SearchThreadsOptions): SearchThreads {
  if (!existsSync(entry)) return inPlace(index);
  const threads = realThreads(path, entry, patience, idle);
  return path === null ? besideMemory(index, threads) : threads;
}

/** Threads cannot read an index that lives in memory: expressions, which may go astray, are handed to them with the texts, and the rest is done where it is asked for. */
function besideMemory(index: Database, threads: RealThreads): SearchThreads {
  const here = inPlace(index);
  return {
    run: (task, signal) => {
      const asked: Task = task;
      if (asked.kind !== 'scan-docs' || asked.pattern.kind !== 'expression') return here.run(task, signal);
      const { docs, pattern, roles } = asked;
      return threads.runMade(() => ({ kind: 'scan-texts', texts: readDocs(index, docs), pattern, roles }), signal);
    },
    stop: () => threads.stop(),
  };
}

function inPlace(index: Database): SearchThreads {
  return {
    run: async (task, signal) => {
      await breathe();
      return signal.aborted ? 'unwanted' : doTask(index, task);
    },
    stop: () => Promise.resolve(),
  };
}

/** `runMade`: a task that is made only when a thread is free for it, for it may be large. */
type RealThreads = SearchThreads & { readonly runMade: <T>(make: () => Task, signal: AbortSignal) => Promise<T | Unanswered> };

type Asked = { readonly make: () => Task; readonly signal: AbortSignal; readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };
type Thread = { readonly worker: Worker; asked: Asked | null; timer: NodeJS.Timeout | null; unwanted: (() => void) | null };

function realThreads(path: string | null, entry: URL, patience: number, idle: number): RealThreads {
  const threads = new Set<Thread>();
  let waiting: Asked[] = [];
  let stopped = false;
  let resting: NodeJS.Timeout | null = null;

  const end = (thread: Thread, settle: (asked: Asked) => void) => {
    const { asked } = thread;
    if (thread.timer) clearTimeout(thread.timer);
    if (asked && thread.unwanted) asked.signal.removeEventListener('abort', thread.unwanted);
    thread.asked = thread.timer = thread.unwanted = null;
    thread.worker.unref();
    if (asked) settle(asked);
    next();
  };
  const leave = (thread: Thread) => {
    threads.delete(thread);
    thread.worker.removeAllListeners();
    thread.worker.on('error', () => undefined); // it is let go of already
    return thread.worker.terminate();
  };
  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(entry, { workerData: { path } }), asked: null, timer: null, unwanted: null };
    const died = (error: Error) => {
      void leave(thread);
      end(thread, ({ reject }) => reject(error));
    };
    thread.worker.on('message', (reply: TaskReply) => end(thread, ({ resolve, reject }) => (reply.ok ? resolve(reply.value as never) : reject(new Error(reply.error)))));
    thread.worker.on('error', died);
    thread.worker.on('exit', () => died(new Error('a searching thread ended')));
    thread.worker.unref();
    threads.add(thread);
    return thread;
  };
  const hand = (thread: Thread, asked: Asked) => {
    let task: Task;
    try {
      task = asked.make();
    } catch (error) {
      return asked.reject(error as Error);
    }
    thread.asked = asked;
    thread.worker.ref(); // what is waited for keeps the process
    thread.worker.postMessage(task);
    const within = (milliseconds: number, why: Unanswered) => {
      if (thread.timer) clearTimeout(thread.timer);
      thread.timer = setTimeout(() => {
        void leave(thread);
        end(thread, ({ resolve }) => resolve(why as never));
      }, milliseconds).unref();
    };
    if (mayGoAstray(task)) within(patience, 'too-slow');
    thread.unwanted = () => within(SOON, 'unwanted'); // what is over soon is let end: a thread costs more to start
    asked.signal.addEventListener('abort', thread.unwanted);
  };
  const next = () => {
    if (resting) clearTimeout(resting);
    waiting = waiting.filter(({ signal, resolve }) => {
      if (signal.aborted) resolve('unwanted' as never);
      return !signal.aborted;
    });
    if (stopped) return;
    while (waiting.length > 0) {
      const free = [...threads].find(({ asked }) => asked === null) ?? (threads.size < THREADS ? start() : null);
      if (!free) return;
      hand(free, waiting.shift()!);
    }
    resting = setTimeout(() => {
      for (const thread of [...threads]) if (thread.asked === null) void leave(thread);
    }, idle).unref();
  };

  const runMade: RealThreads['runMade'] = (make, signal) => new Promise((resolve, reject) => {
    if (stopped || signal.aborted) return resolve('unwanted');
    waiting.push({ make, signal, resolve, reject });
    next();
  });
  return {
    run: (task, signal) => runMade(() => task, signal),
    runMade,
    stop: async () => {
      stopped = true;
      if (resting) clearTimeout(resting);
      for (const { resolve } of waiting) resolve('unwanted' as never);
      waiting = [];
      await Promise.all([...threads].map((thread) => {
        const ending = leave(thread);
        end(thread, ({ resolve }) => resolve('unwanted' as never));
        thread.worker.ref(); // its end is waited for: nothing else may keep the process until then
        return ending;
      }));
    },
  };
}
