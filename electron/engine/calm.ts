const QUIET = 1_500; // milliseconds without a call
const MOST = 8_000; // milliseconds that are waited for it at most

/** Waits for a window to have what it asks for when it opens. */
export type Calm = {
  /** Resolves when nothing was asked for a while, or it has taken too long. */
  readonly come: Promise<void>;
  /** A call was answered. */
  readonly answered: () => void;
  /** It is not waited for any more. */
  readonly end: () => void;
};

export type CalmTimers = { readonly set: (act: () => void, milliseconds: number) => NodeJS.Timeout; readonly clear: (timer: NodeJS.Timeout | undefined) => void };

const TIMERS: CalmTimers = { set: (act, milliseconds) => setTimeout(act, milliseconds).unref(), clear: clearTimeout };

/** What nobody waits for begins once a window shows its first rows and answers: the first moments are the window's alone. */
export function awaitCalm(timers: CalmTimers = TIMERS): Calm {
  let quiet: NodeJS.Timeout | undefined;
  let over: () => void = () => undefined;
  const come = new Promise<void>((resolve) => (over = resolve));
  const longest = timers.set(() => finish(), MOST);
  let isOver = false;
  const end = () => {
    isOver = true;
    timers.clear(quiet);
    timers.clear(longest);
  };
  const finish = () => {
    end();
    over();
  };
  return {
    come, end,
    answered: () => {
      if (isOver) return;
      timers.clear(quiet);
      quiet = timers.set(finish, QUIET);
    },
  };
}
