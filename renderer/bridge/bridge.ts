import type { AppError } from '#contract/app-error.ts';
import type { Bridge } from '#contract/bridge.ts';
import type { CallName, Reply, Request } from '#contract/calls.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { Result } from '#util/result.ts';
import { afterAwaitedPaint } from '../ui/after-paint.ts';
import { afterBurst } from '../ui/burst.ts';

declare global {
  interface Window {
    readonly stet: Bridge;
  }
}

// No character waits for what comes from outside: an answer that comes before the frame that shows what was typed waits for that, an event until the hands rest.

/** Asks main or the engine for something. What can be foreseen to go wrong is in the result; the promise is never rejected. */
export async function call<K extends CallName>(name: K, request: Request<K>): Promise<Result<Reply<K>, AppError>> {
  const answer = await window.stet.calls[name](request);
  await new Promise<void>(afterAwaitedPaint);
  return answer;
}

/** Hears an event until the returned function is called. */
export function listen<K extends EventName>(name: K, listener: (payload: EventPayload<K>) => void): () => void {
  let heard = true;
  const stop = window.stet.events[name]((payload) => afterBurst(() => heard && listener(payload)));
  return () => {
    heard = false;
    stop();
  };
}

/** A new key for an edit: sent again with the same key after a crash, it is not made twice. */
export function newOnce(): string {
  return crypto.randomUUID();
}
