import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Judges, JudgesOptions, JudgeKind, JudgeTasks } from './judges.ts';
import { threadEntry } from '../thread-entry.ts';

/** Where a thread finds what it judges by. */
export type JudgePlace = { readonly project: string; readonly sources: string; readonly isStill: boolean; readonly resourcesPath: string; readonly path: string };

export type ToJudge = { readonly id: number; readonly kind: JudgeKind; readonly ask: JudgeTasks[JudgeKind]['ask'] };
export type FromJudge = { readonly id: number; readonly ok: true; readonly value: JudgeTasks[JudgeKind]['answer'] } | { readonly id: number; readonly ok: false; readonly error: string };

/** Judges on a thread of their own. Dictionaries and counts are in memory while there is something to judge, and a little longer. */
export type JudgeThread = Judges & {
  /** Whether they are in memory. */
  readonly isAwake: () => boolean;
  readonly stop: () => Promise<void>;
};

const IDLE = 30_000; // milliseconds without a question after which the thread ends
const STOPPED = 'the judging thread was stopped';

export type JudgeThreadOptions = {
  readonly place: JudgePlace;
  readonly stores: JudgesOptions['stores']; // where there is no thread
  readonly entry?: URL | undefined; // where the bundle has it not where it is looked for
  readonly idle?: number | undefined;
};

/** Without an `entry` to start, texts are judged where they are asked about. */
export function judgeThread({ place, stores, entry = threadEntry('language'), idle = IDLE }: JudgeThreadOptions): JudgeThread {
  return existsSync(entry) ? realThread(place, entry, idle) : inPlace({ stores, resourcesPath: place.resourcesPath, path: place.path });
}

function inPlace(options: JudgesOptions): JudgeThread {
  let judges: Promise<Judges> | null = null;
  return {
    run: async (kind, ask) => (await (judges ??= import('./judges.ts').then(({ makeJudges }) => makeJudges(options)))).run(kind, ask),
    isAwake: () => judges !== null,
    stop: () => Promise.resolve(),
  };
}

type Asked = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

function realThread(place: JudgePlace, entry: URL, idle: number): JudgeThread {
  const asked = new Map<number, Asked>();
  let worker: Worker | null = null;
  let dozing: NodeJS.Timeout | undefined;
  let last = 0;
  let stopped = false;

  const leave = async (): Promise<void> => {
    const thread = worker;
    worker = null;
    thread?.removeAllListeners();
    thread?.on('error', () => undefined); // it is let go of already
    await thread?.terminate();
  };
  const died = (error: Error) => {
    void leave();
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  const doze = () => {
    clearTimeout(dozing);
    if (asked.size > 0) return;
    worker?.unref();
    dozing = setTimeout(() => void leave(), idle).unref();
  };
  const start = (): Worker => {
    const thread = new Worker(entry, { workerData: place });
    thread.on('message', (reply: FromJudge) => {
      const one = asked.get(reply.id);
      asked.delete(reply.id);
      if (reply.ok) one?.resolve(reply.value as never);
      else one?.reject(new Error(reply.error));
      doze();
    });
    thread.on('error', died);
    thread.on('exit', () => died(new Error('the judging thread ended')));
    return thread;
  };
  return {
    run: (kind, ask) => new Promise((resolve, reject) => {
      if (stopped) return reject(new Error(STOPPED));
      clearTimeout(dozing);
      last += 1;
      asked.set(last, { resolve, reject });
      worker ??= start();
      worker.ref(); // what is waited for keeps the process
      worker.postMessage({ id: last, kind, ask } satisfies ToJudge);
    }),
    isAwake: () => worker !== null,
    stop: async () => {
      stopped = true;
      clearTimeout(dozing);
      const ended = leave();
      for (const { reject } of asked.values()) reject(new Error(STOPPED));
      asked.clear();
      await ended;
    },
  };
}
