import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';

/** What the screen tells the frame of itself: where one is (after the project's name), and a figure or two. */
export type Here = {
  readonly trail: readonly string[]; // folder, page …; the last is where one is
  readonly note: string; // '' for none
};

const NOWHERE: Here = { trail: [], note: '' };

export const hereStore = createStore<Here>(() => NOWHERE);

export const useHere = (): Here => useStore(hereStore);

/** Tells the frame where one is, for as long as the component that calls it is shown. */
export function useTellHere(trail: readonly string[], note = ''): void {
  const joined = trail.join('\u0000');
  useEffect(() => {
    hereStore.setState({ trail: joined === '' ? [] : joined.split('\u0000'), note });
  }, [joined, note]);
  useEffect(() => () => hereStore.setState(NOWHERE), []);
}
