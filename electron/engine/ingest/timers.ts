import type { Clock } from './clock.ts';

/** Named timers: setting one again replaces it. */
export function startTimers(clock: Clock) {
  const running = new Map<string, () => void>();
  const clear = (name: string) => {
    running.get(name)?.();
    running.delete(name);
  };
  return {
    set: (name: string, milliseconds: number, call: () => void) => {
      clear(name);
      running.set(name, clock.after(milliseconds, () => {
        running.delete(name);
        call();
      }));
    },
    has: (name: string) => running.has(name),
    clear,
    clearAll: () => {
      for (const name of running.keys()) clear(name);
    },
  };
}
