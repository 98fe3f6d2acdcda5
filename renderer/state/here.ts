import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';

/** What the screen tells the frame of itself: where one is (after the project's name), a figure or two, and what is left to do here. */
export type Here = {
  readonly trail: readonly string[]; // folder, page …; the last is where one is
  readonly note: string; // '' for none
  readonly left: number | null; // articles of this page still to be looked at
};

const NOWHERE: Here = { trail: [], note: '', left: null };

export const hereStore = createStore<Here>(() => NOWHERE);

export const useHere = (): Here => useStore(hereStore);

/** Tells the frame where one is, for as long as the component that calls it is shown. */
export function useTellHere(trail: readonly string[], note = '', left: number | null = null): void {
  const joined = trail.join('\u0000');
  useEffect(() => {
    hereStore.setState({ trail: joined === '' ? [] : joined.split('\u0000'), note, left });
  }, [joined, note, left]);
  useEffect(() => () => hereStore.setState(NOWHERE), []);
}
