import type { AppError } from '#contract/app-error.ts';
import type { EngineCall, Reply, Request } from '#contract/calls.ts';
import type { Result } from '#util/result.ts';
import type { Context } from './context.ts';

/** The contract's types as data: what a handler answers may be shared, and is changed by no one. */
export type Readonlyish<T> = T extends string | number | boolean | null | undefined | Uint8Array ? T : T extends readonly (infer E)[] ? readonly Readonlyish<E>[] : { readonly [K in keyof T]: Readonlyish<T[K]> };

type Answer<K extends EngineCall> = Result<Readonlyish<Reply<K>>, AppError>;

/** Answers one call. The request has been checked against its schema. What it throws is a bug. */
export type Handler<K extends EngineCall> = (request: Request<K>, context: Context) => Answer<K> | Promise<Answer<K>>;

/** Handlers of the calls named. */
export type HandlersOf<K extends EngineCall> = { readonly [N in K]: Handler<N> };

/** The calls whose names begin with this noun. */
export type CallsOf<Noun extends string> = Extract<EngineCall, `${Noun}.${string}`>;
