import { randomUUID } from 'node:crypto';
import type { AppError } from '#contract/app-error.ts';
import type { EventPayload } from '#contract/events.ts';
import type { Job } from '#contract/schemas/project.ts';
import type { Result } from '#util/result.ts';

type Told = EventPayload<'job.progress'>;
export type JobResult = NonNullable<Told['result']>;

const TELL_EVERY = 100; // milliseconds

/** A job under way, as who does the work sees it. */
export type Running = {
  readonly job: string;
  readonly signal: AbortSignal; // aborted when the user cancels or the engine closes
  /** How far it has come. `total` may grow. */
  readonly progress: (done: number, total: number) => void;
  /** It is over. Being cancelled is the signal's business and wins over any result, but one that is `whole`: what was done before the user cancelled stands. */
  readonly end: (result: Result<JobResult | null, AppError>, whole?: boolean) => void;
};

/** Long work: told about at most ten times a second, with its speed and the time it has left, and cancelled by id. */
export class Jobs {
  readonly #tell: (payload: Told) => void;
  readonly #now: () => number;
  readonly #running = new Map<string, AbortController>();
  #onIdle: () => void = () => undefined;

  /** `now` is in milliseconds. */
  constructor(tell: (payload: Told) => void, now: () => number = () => performance.now()) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Begins a job. */
  begin(kind: Job['kind']): Running {
    const job = randomUUID();
    const controller = new AbortController();
    const begun = this.#now();
    let [done, total, told] = [0, 0, Number.NEGATIVE_INFINITY];
    this.#running.set(job, controller);

    const say = (state: Job['state'], error: AppError | null, result: JobResult | null) => {
      const seconds = (this.#now() - begun) / 1000;
      const perSecond = seconds > 0 ? done / seconds : 0;
      const secondsLeft = state === 'running' && perSecond > 0 && done > 0 ? (total - done) / perSecond : null;
      told = this.#now();
      this.#tell({ job, kind, state, done, total, perSecond, secondsLeft, error, result });
    };
    say('running', null, null);
    return {
      job,
      signal: controller.signal,
      progress: (nowDone, nowTotal) => {
        [done, total] = [nowDone, Math.max(nowTotal, nowDone)];
        if (this.#running.has(job) && this.#now() - told >= TELL_EVERY) say('running', null, null);
      },
      end: (result, whole = false) => {
        if (!this.#running.delete(job)) return;
        if (this.#running.size === 0) this.#onIdle();
        if (controller.signal.aborted && !(whole && result.ok)) say('cancelled', null, null);
        else if (result.ok) say('done', null, result.value);
        else say(result.error.code === 'cancelled' ? 'cancelled' : 'failed', result.error.code === 'cancelled' ? null : result.error, null);
      },
    };
  }

  /** Asks a job to stop. One that is over already is left alone. */
  cancel(job: string): void {
    this.#running.get(job)?.abort();
  }

  /** Whether any is under way. */
  get areRunning(): boolean {
    return this.#running.size > 0;
  }

  /** Asks every job to stop and resolves when they have. */
  async stop(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort();
    if (this.#running.size > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }
}
