import { createStore, useStore } from 'zustand';

/** How many edits are on their way to the disk. The status bar says "saving" until each is acknowledged. */
export const savingStore = createStore<{ readonly pending: number }>(() => ({ pending: 0 }));

export const useSaving = (): boolean => useStore(savingStore, (state) => state.pending > 0);

/** Counts an edit as on its way until its answer is there. Gives the answer. */
export async function whileSaving<T>(answer: Promise<T>): Promise<T> {
  savingStore.setState(({ pending }) => ({ pending: pending + 1 }));
  try {
    return await answer;
  } finally {
    savingStore.setState(({ pending }) => ({ pending: pending - 1 }));
  }
}
