import { createStore, useStore } from 'zustand';

const shownStore = createStore<{ readonly shown: boolean }>(() => ({ shown: false }));

/** Shows or hides the panel that a search is named in. */
export const showSaveSearch = (shown: boolean): void => shownStore.setState({ shown });

export const useSaveSearchShown = (): boolean => useStore(shownStore, (state) => state.shown);
