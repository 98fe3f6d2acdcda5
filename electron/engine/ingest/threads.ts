import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { InUse } from '../split/load-splitter.ts';
import type { Answer, Ask, Job, JobKind, ThreadReply } from './jobs.ts';
import type { ReadItem } from './read-page.ts';
import { threadEntry } from '../thread-entry.ts';

/** Threads that do jobs; each does one at a time, and those that find no thread free wait their turn. */
export type Threads = {
  /** How many jobs can be done at once. */
  readonly width: number;
  /** Does a job. `first` puts it before those that wait. Rejects if it threw, or the thread died of it. */
  run<K extends JobKind>(kind: K, ask: Ask<K>, first?: boolean): Promise<Answer<K>>;
  /** Reads files and splits them by what is in use. Otherwise like `run`. */
  read(folder: string, items: readonly ReadItem[], first?: boolean): Promise<Answer<'read'>>;
  /** Ends the threads that have nothing to do, but for one; that one ends, and with it its dictionary, when there has been nothing to do for a while. */
  rest(): void;
  /** How many threads there are. */
  awake(): number;
  stop(): Promise<void>;
  stopped(): boolean;
};

type Waiting = { readonly job: Job; readonly resolve: (answer: Answer<JobKind>) => void; readonly reject: (error: Error) => void };
type Thread = { readonly worker: Worker; doing: Waiting | null };

const MOST_THREADS = 8;
const IDLE = 30_000; // milliseconds
const STOPPED = 'the reading threads were stopped';

const fitting = () => Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));

export type ThreadOptions = {
  readonly resourcesPath: string;
  readonly inUse: () => InUse; // asked whenever pages are to be split
  readonly entry?: URL | undefined; // where the bundle has it not where it is looked for
  readonly width?: number | undefined; // how many threads; left out: as many as the machine has cores, less one
  readonly idle?: number | undefined; // milliseconds without a job after which the last thread ends; left out: half a minute
  readonly onIdle?: (() => void) | undefined; // told when it has
};

/** Threads that read pages. Without an `entry` to start, jobs are done where they are asked for. */
export function startThreads({ resourcesPath, inUse, entry = threadEntry('page'), width = fitting(), idle = IDLE, onIdle }: ThreadOptions): Threads {
  const threads = existsSync(entry) ? realThreads({ resourcesPath, entry, width, idle, onIdle }) : oneThread(resourcesPath);
  return { ...threads, read: (folder, items, first) => threads.run('read', { folder, items, inUse: inUse() }, first) };
}

function oneThread(resourcesPath: string): Omit<Threads, 'read'> {
  const load = async () => {
    const [{ runJob }, { loadPageTools }] = await Promise.all([import('./jobs.ts'), import('./page-tools.ts')]);
    const tools = loadPageTools(resourcesPath);
    return (job: Job) => runJob(job, tools);
  };
  let loaded: ReturnType<typeof load> | null = null;
  let stopped = false;
  return {
    width: 1,
    run: <K extends JobKind>(kind: K, ask: Ask<K>) =>
      new Promise<Answer<K>>((resolve, reject) => {
        setImmediate(() => {
          (loaded ??= load()).then((run) => run({ kind, ask } as Job)).then((answer) => resolve(answer as Answer<K>), reject);
        });
      }),
    rest: () => undefined,
    awake: () => 0,
    stop: () => {
      stopped = true;
      return Promise.resolve();
    },
    stopped: () => stopped,
  };
}

type Real = { readonly resourcesPath: string; readonly entry: URL; readonly width: number; readonly idle: number; readonly onIdle: (() => void) | undefined };

function realThreads({ resourcesPath, entry, width, idle, onIdle }: Real): Omit<Threads, 'read'> {
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  let stopped = false;
  let dozing: NodeJS.Timeout | undefined;

  /** Begins to wait anew for nothing to have been done for a while. */
  const doze = () => {
    clearTimeout(dozing);
    if (stopped) return;
    dozing = setTimeout(() => {
      if (queue.length > 0 || [...threads].some(({ doing }) => doing !== null)) return; // what ends it begins the wait anew
      void Promise.all([...threads].map(end)).then(onIdle);
    }, idle);
    dozing.unref();
  };

  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(entry, { workerData: { resourcesPath } }), doing: null };
    const died = (error: Error) => {
      threads.delete(thread);
      thread.doing?.reject(error);
      thread.doing = null;
      next();
    };
    thread.worker.on('message', (reply: ThreadReply) => {
      if (reply.ok) thread.doing?.resolve(reply.value);
      else thread.doing?.reject(new Error(reply.error));
      thread.doing = null;
      next();
      doze();
    });
    thread.worker.on('error', died);
    thread.worker.on('exit', () => died(new Error('a reading thread ended')));
    threads.add(thread);
    return thread;
  };

  const next = () => {
    if (stopped) return;
    while (queue.length > 0) {
      const free = [...threads].find((thread) => thread.doing === null) ?? (threads.size < width ? start() : null);
      const waiting = free && queue.shift();
      if (!waiting) return;
      free.doing = waiting;
      free.worker.postMessage(waiting.job);
    }
  };

  const end = (thread: Thread) => {
    threads.delete(thread);
    thread.doing?.reject(new Error(STOPPED));
    thread.doing = null;
    return thread.worker.terminate();
  };

  return {
    width,
    run: <K extends JobKind>(kind: K, ask: Ask<K>, first = false) =>
      new Promise<Answer<K>>((resolve, reject): void => {
        if (stopped) return reject(new Error(STOPPED));
        const waiting: Waiting = { job: { kind, ask } as Job, resolve, reject };
        if (first) queue.unshift(waiting);
        else queue.push(waiting);
        next();
      }),
    rest: () => {
      for (const thread of [...threads].slice(1)) if (thread.doing === null) void end(thread);
    },
    awake: () => threads.size,
    stop: async () => {
      stopped = true;
      clearTimeout(dozing);
      for (const waiting of queue.splice(0)) waiting.reject(new Error(STOPPED));
      await Promise.all([...threads].map(end));
    },
    stopped: () => stopped,
  };
}
