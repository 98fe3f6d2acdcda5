type Turn = { readonly done: Promise<void>; readonly resolve: () => void; readonly reject: (error: unknown) => void };

function newTurn(): Turn {
  let resolve: Turn['resolve'] = () => undefined;
  let reject: Turn['reject'] = () => undefined;
  const done = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { done, resolve, reject };
}

/**
 * Runs one kind of work over and over, never twice at a time. All who ask while a turn is under way share the next one, so that each gets
 * one that began after it asked.
 */
export function startTurns(work: () => Promise<void>, onIdle: () => void) {
  let next: Turn | null = null;
  let running = false;

  const run = async () => {
    running = true;
    for (let turn = next; turn; turn = next) {
      next = null;
      try {
        await work();
        turn.resolve();
      } catch (error) {
        turn.reject(error);
      }
    }
    running = false;
    onIdle();
  };

  return {
    ask: (): Promise<void> => {
      const turn = (next ??= newTurn());
      if (!running) void run();
      return turn.done;
    },
    busy: () => running,
  };
}
