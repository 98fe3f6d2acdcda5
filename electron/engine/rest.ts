import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const IDLE = 35_000; // milliseconds: a little more than threads, models and tables wait before they are let go of

/** Has something done when nothing happened for a while. */
export type Rest = {
  /** Something happens. */
  readonly touched: () => void;
  readonly end: () => void;
};

export type RestTimers = { readonly set: (act: () => void, milliseconds: number) => NodeJS.Timeout; readonly clear: (timer: NodeJS.Timeout | undefined) => void };

const TIMERS: RestTimers = { set: (act, milliseconds) => setTimeout(act, milliseconds).unref(), clear: clearTimeout };

/** Calls `release` once each time that nothing was `touched` for a while. */
export function restWhenIdle(release: () => void, timers: RestTimers = TIMERS): Rest {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const touched = () => {
    if (isOver) return;
    timers.clear(timer);
    timer = timers.set(release, IDLE);
  };
  touched();
  return {
    touched,
    end: () => {
      isOver = true;
      timers.clear(timer);
    },
  };
}

let collect: ((options: { readonly type: 'major'; readonly execution: 'sync'; readonly flavor: 'last-resort' }) => void) | null = null;

/**
 * Gives back what V8 keeps for objects that may come: half of the engine's memory after it has looked through an archive. V8 does so by itself only in a page that is
 * out of sight. Takes some ten milliseconds.
 */
export function giveMemoryBack(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as NonNullable<typeof collect>;
  }
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
