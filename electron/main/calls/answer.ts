import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { AppError } from '#contract/app-error.ts';
import type { MainCall, Reply, Request } from '#contract/calls.ts';
import { isRequest } from '#contract/is-request.ts';
import type { Log } from '../state/log.ts';

/** What main does for the window: one function a call, none missing. */
export type Handlers = { readonly [K in MainCall]: (request: Request<K>) => Promise<Result<Reply<K>, AppError>> };

/** Answers one message of a window, whatever is in it. What a handler throws is a bug: it is logged and its id is the answer. */
export async function answer(handlers: Handlers, name: unknown, request: unknown, log: Log): Promise<Result<unknown, AppError>> {
  if (!isMainCall(handlers, name)) return fail({ code: 'bad-request', where: 'call' });
  return answerCall(handlers, name, request, log);
}

async function answerCall<K extends MainCall>(handlers: Handlers, name: K, request: unknown, log: Log): Promise<Result<unknown, AppError>> {
  try {
    // Looked at inside the `try`: a hostile value can throw while it is being read.
    if (!isRequest(name, request)) return fail({ code: 'bad-request', where: name });
    return await handlers[name](request);
  } catch (error) {
    return fail({ code: 'bug', id: log.bug(error) });
  }
}

const isMainCall = (handlers: Handlers, name: unknown): name is MainCall => typeof name === 'string' && Object.hasOwn(handlers, name);
