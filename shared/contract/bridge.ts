import type { Result } from '#util/result.ts';
import type { AppError } from './app-error.ts';
import type { CallName, Reply, Request } from './calls.ts';
import type { EventName, EventPayload } from './events.ts';

/** What the preload puts on `window.stet`: one function a call, one subscription an event, nothing else. */
export type Bridge = {
  readonly calls: { readonly [K in CallName]: (request: Request<K>) => Promise<Result<Reply<K>, AppError>> };
  readonly events: { readonly [K in EventName]: (listener: (payload: EventPayload<K>) => void) => () => void };
};

/** What goes over the message port between window and engine. */
export type ToEngine = { readonly id: number; readonly call: string; readonly request: unknown };
export type FromEngine =
  | { readonly id: number; readonly result: Result<unknown, AppError> }
  | { readonly event: string; readonly payload: unknown };

/** What main tells the preload of the way to the engine. With `ready` comes a port; `waiting`: one will come; `none`: answer so. */
export type LinkState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'none'; readonly error: AppError };

/** The channel main listens on for calls of its own, and the ones it speaks on. */
export const MAIN_CHANNEL = 'stet:call';
export const EVENT_CHANNEL = 'stet:event';
export const PORT_CHANNEL = 'stet:engine-port';
