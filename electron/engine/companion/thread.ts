import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { PictureProblem } from '#contract/schemas/companion.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Log } from '../log.ts';
import type { DrawAsk, Drawn } from './draw.ts';
import { PATIENCE } from './limits.ts';
import { threadEntry } from '../thread-entry.ts';

export type DrawReply = Result<Drawn, PictureProblem>;

/** Draws pictures away from the engine's own thread, one at a time: a file that breaks a decoder breaks no more than that thread. */
export type PictureThread = {
  /** Draws a page. `superseded`: another was asked for before this one's turn came. */
  draw(ask: DrawAsk): Promise<DrawReply | 'superseded'>;
  stop(): Promise<void>;
};

type Asked = { readonly ask: DrawAsk; readonly answer: (reply: DrawReply | 'superseded') => void };

export type PictureThreadOptions = {
  readonly log: Log;
  readonly entry?: URL | undefined; // where the bundle has it not where it is looked for
  readonly patience?: number; // milliseconds a page may take
  readonly idle?: number; // milliseconds without work after which the thread, and the memory it took, is given back
};

const MOST_HEAP = 768; // megabytes of objects; pixels are not counted in it
const IDLE = 30_000;

/** Without an `entry` to start, pictures are drawn where they are asked for. */
export function pictureThread({ log, entry = threadEntry('picture'), patience = PATIENCE, idle = IDLE }: PictureThreadOptions): PictureThread {
  const real = existsSync(entry);
  let worker: Worker | null = null;
  let doing: Asked | null = null;
  let waiting: Asked | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;

  const later = (milliseconds: number, act: () => void) => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(act, milliseconds).unref();
  };
  const leave = (): Promise<unknown> => {
    const ended = worker;
    worker = null;
    ended?.removeAllListeners();
    ended?.on('error', () => undefined); // it is let go of already
    return ended?.terminate() ?? Promise.resolve();
  };
  const finish = (reply: DrawReply | 'superseded') => {
    const done = doing;
    doing = null;
    done?.answer(reply);
    if (!stopped) later(idle, () => void leave());
    next();
  };
  const broken = (problem: PictureProblem, error: string) => {
    log('picture.failed', { error });
    void leave();
    finish(fail(problem));
  };
  const start = (): Worker => {
    const thread = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP } });
    thread.on('message', finish);
    thread.on('error', (error: Error) => broken('reader-failed', error.stack ?? error.message));
    thread.on('exit', (code) => broken('reader-failed', `the picture thread ended with ${code}`));
    thread.unref();
    return thread;
  };
  const next = () => {
    if (stopped || doing || !waiting) return;
    doing = waiting;
    waiting = null;
    if (!real) {
      const { ask } = doing;
      import('./draw.ts').then(({ drawPicture }) => drawPicture(ask)).then(finish, (error: unknown) => broken('reader-failed', String(error)));
      return;
    }
    worker ??= start();
    worker.postMessage(doing.ask);
    later(patience, () => broken('too-slow', `${patience} ms`));
  };

  return {
    draw: (ask) => new Promise((answer) => {
      if (stopped) return answer('superseded');
      waiting?.answer('superseded');
      waiting = { ask, answer };
      next();
    }),
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      waiting?.answer('superseded');
      doing?.answer('superseded');
      waiting = doing = null;
      await leave();
    },
  };
}
