import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import { afterPaint } from '../ui/after-paint.ts';

type Follow = (listener: () => void) => () => void;

/** What many follow and is itself looked after only while somebody does: `start` is given how all are told, and gives what ends it. */
export function shared(start: (tell: () => void) => () => void): Follow {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) if (listeners.has(listener)) listener();
  };
  let stop: (() => void) | null = null;
  return (listener) => {
    stop ??= start(tell);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
    };
  };
}

/** The same to follow as `follow`, but one is told after the paint, once for all that happened until then. What one reads is as it is at that time. */
export const late = (follow: Follow): Follow => shared((tell) => follow(() => afterPaint(tell)));

type Followed<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

const followedBy = <T>({ getState, getInitialState }: Followed<T>, follow: Follow): Followed<T> =>
  ({ getState, getInitialState, subscribe: (listener) => follow(() => listener(getState(), getState())) });

/** A store whose followers are told after the paint. */
export const lateStore = <T>(store: Followed<T>): Followed<T> => followedBy(store, late((listener) => store.subscribe(listener)));

/** A store whose followers are told only where `part` of it is another than it was. */
export const partOfStore = <T>(store: Followed<T>, part: (state: T) => unknown): Followed<T> =>
  followedBy(store, shared((tell) => store.subscribe((now, before) => part(now) !== part(before) && tell())));

/** Whether a part of the window follows the desk after the paint: all that stands beside the text of the articles. */
export const Late = createContext(false);

/** What of a store is asked for, told at once or after the paint as it is for this part of the window. */
export function usePaced<T, U>(store: Followed<T>, afterwards: Followed<T>, pick: (state: T) => U): U {
  return useStore(useContext(Late) ? afterwards : store, pick);
}
