import type { StoreApi } from 'zustand';
import { afterBurst } from '../ui/burst.ts';

/** A store as it is drawn. Its state is always the store's; only who listens may hear of it a moment later. */
export type Shown<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

let depth = 0;

/**
 * Makes changes that need not be drawn while somebody types: what is typed itself, which the editor draws, and how far it is written. The stores change
 * at once, and what acts reads them as ever; what is drawn from them follows when the burst of typing is over, for many changes once.
 */
export function drawnLater<T>(change: () => T): T {
  depth += 1;
  try {
    return change();
  } finally {
    depth -= 1;
  }
}

/** A store for those who draw it: see `drawnLater`. */
export function shownOf<T>({ getState, getInitialState, subscribe }: StoreApi<T>): Shown<T> {
  const listeners = new Set<Parameters<typeof subscribe>[0]>();
  let drawn = getState();
  const tell = () => {
    const [state, before] = [getState(), drawn];
    if (state === before) return; // told meanwhile, by a change that could not wait
    drawn = state;
    for (const listener of [...listeners]) listener(state, before);
  };
  subscribe(() => (depth > 0 ? afterBurst(tell) : tell()));
  return {
    getState,
    getInitialState,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
