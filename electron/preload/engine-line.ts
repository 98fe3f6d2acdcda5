import type { AppError } from '#contract/app-error.ts';
import type { FromEngine, LinkState, ToEngine } from '#contract/bridge.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';

const MOST_WAITING = 1_000;

type Answer = (result: Result<unknown, AppError>) => void;
type Waiting = { readonly message: ToEngine; readonly answer: Answer };

/** One end of a message channel, as a page and as Node have it. */
export type Port = {
  postMessage: (message: ToEngine) => void;
  close: () => void;
  onmessage: ((event: { readonly data: FromEngine }) => void) | null;
};

/** A line to the engine that outlives it: calls wait while it comes up and are answered when it dies. */
export type EngineLine = {
  readonly call: (name: string, request: unknown) => Promise<Result<unknown, AppError>>;
  /** What main says of the way to the engine. With `ready` comes the port. */
  readonly link: (state: LinkState, port: Port | undefined) => void;
};

/** Takes who is told the engine's events. */
export function createEngineLine(hear: (event: string, payload: unknown) => void): EngineLine {
  let state: LinkState = { kind: 'waiting' };
  let port: Port | null = null;
  let lastId = 0;
  const asked = new Map<number, Answer>(); // sent, not answered
  const queue: Waiting[] = [];

  const send = (to: Port, { message, answer }: Waiting): void => {
    try {
      to.postMessage(message);
      asked.set(message.id, answer);
    } catch {
      answer(fail({ code: 'bad-request', where: message.call })); // not a value that can be sent
    }
  };

  const receive = (message: FromEngine): void => {
    if ('event' in message) return hear(message.event, message.payload);
    const answer = asked.get(message.id);
    asked.delete(message.id);
    answer?.(message.result);
  };

  const hangUp = (): void => {
    if (port === null) return;
    port.onmessage = null; // what it still brings is not an answer of the next engine
    port.close();
    port = null;
    const unanswered = [...asked.values()];
    asked.clear();
    for (const answer of unanswered) answer(fail({ code: 'engine-restarted' }));
  };

  return {
    call: (name, request) =>
      new Promise((answer) => {
        const waiting = { message: { id: (lastId += 1), call: name, request }, answer };
        if (state.kind === 'none') answer(fail(state.error));
        else if (port !== null) send(port, waiting);
        else if (queue.length < MOST_WAITING) queue.push(waiting);
        else answer(fail({ code: 'bad-request', where: 'queue' }));
      }),
    link: (next, given) => {
      hangUp();
      state = next;
      if (next.kind === 'none') for (const { answer } of queue.splice(0)) answer(fail(next.error));
      if (given === undefined) return;
      port = given;
      given.onmessage = ({ data }) => receive(data);
      for (const waiting of queue.splice(0)) send(given, waiting);
    },
  };
}
