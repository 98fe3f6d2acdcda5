import * as v from 'valibot';
import type { AppError } from '#contract/app-error.ts';
import { CALLS } from '#contract/calls.ts';
import type { EngineCall } from '#contract/calls.ts';
import { isPlainRequest } from '#contract/is-request.ts';
import { invariant } from '#util/invariant.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { answered } from '../project/journal.ts';
import type { Context } from './context.ts';
import { HANDLERS } from './handlers.ts';
import { toAppError } from './trouble.ts';

type AnyHandler = (request: unknown, context: Context) => Result<unknown, AppError> | Promise<Result<unknown, AppError>>;

/** Answers a call from a window, whatever it is: unknown names and requests of another shape are refused before any handler runs. */
export async function dispatch(context: Context, name: string, request: unknown): Promise<Result<unknown, AppError>> {
  if (!Object.hasOwn(HANDLERS, name)) return fail({ code: 'bad-request', where: name.slice(0, 60) });
  const call = name as keyof typeof HANDLERS;
  if (!isPlainRequest(request)) return fail({ code: 'bad-request', where: call });
  const checked = v.safeParse(CALLS[call].request, request);
  if (!checked.success) return fail({ code: 'bad-request', where: [call, v.getDotPath(checked.issues[0])].filter(Boolean).join('.') });
  try {
    const result = await (HANDLERS[call] as AnyHandler)(checked.output, context);
    if (result.ok && context.store.careful) assertPolicy(context, call, checked.output);
    return result;
  } catch (error) {
    if (['concordance.', 'library.', 'learning.', 'search.'].some((noun) => call.startsWith(noun))) context.indexer.distrust(error);
    return fail(toAppError(error, context.log));
  }
}

/** A call that says it records must have gone through the journal under its sender's key: proved where the store is careful. */
function assertPolicy({ store }: Context, call: EngineCall, request: unknown): void {
  if (CALLS[call].undo === 'never') return;
  const once = typeof request === 'object' && request !== null && 'once' in request ? String(request.once) : '';
  invariant(answered(store.db, once) !== undefined, `${call} is in the journal`);
}
