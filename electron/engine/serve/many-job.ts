import type { AppError } from '#contract/app-error.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Running } from '../jobs.ts';
import type { Asker } from '../project/ahead.ts';
import type { Context } from './context.ts';
import { toAppError } from './trouble.ts';

/** Pages from which an act on many is told about as a job, and can be cancelled: fewer are done before anyone has read it. */
export const MANY = 200;

type JobContext = Pick<Context, 'jobs' | 'log'> & { readonly background?: Context['background'] };

/** Does something that may be to many pages; where they are many indeed, as a job. It is answered when it is done, like any other call. */
export async function asJob<T>({ jobs, log, background }: JobContext, work: (asker: Asker) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  const unwanted = new AbortController();
  let job: Running | null = null;
  const begin = () => {
    const begun = jobs.begin('changing');
    begun.signal.addEventListener('abort', () => unwanted.abort());
    return begun;
  };
  const progress = (done: number, total: number) => {
    if (total >= MANY) (job ??= begin()).progress(done, total);
  };
  const release = background?.hold(); // what is derived, or packed, of what is being changed would have to be so anew
  const result = await work({ signal: unwanted.signal, progress }).catch((error: unknown): Result<T, AppError> => ({ ok: false, error: toAppError(error, log) }));
  release?.();
  const begun = job as Running | null; // set from within
  begun?.end(result.ok ? ok(null) : result);
  return result;
}

const last = new WeakMap<Context['jobs'], Promise<unknown>>();

/** The same for acts that wait for one another: what one works out for a page ahead would be in vain if another changed it meanwhile. */
export async function asManyJob<T>(context: JobContext, work: (asker: Asker) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  const before = last.get(context.jobs);
  const mine = Promise.resolve(before).then(() => asJob(context, work));
  last.set(context.jobs, mine);
  return mine;
}
