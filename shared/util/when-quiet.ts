/** How a wait is begun and called off: by the platform's own timers, or by a test's. */
export type Timers<Timer> = { readonly set: (act: () => void, milliseconds: number) => Timer; readonly clear: (timer: Timer) => void };

/** Has something done when nothing happened for a while. */
export type Quiet = {
  /** Something happens. */
  readonly touched: () => void;
  readonly end: () => void;
};

/** Calls `act` once each time that nothing was `touched` for so many milliseconds; the wait begins at once. */
export function whenQuiet<Timer>(act: () => void, milliseconds: number, { set, clear }: Timers<Timer>): Quiet {
  let timer: Timer | null = null;
  let isOver = false;
  const stop = () => {
    if (timer !== null) clear(timer);
  };
  const touched = () => {
    if (isOver) return;
    stop();
    timer = set(act, milliseconds);
  };
  touched();
  return {
    touched,
    end: () => {
      isOver = true;
      stop();
    },
  };
}
