import { createStore, useStore } from 'zustand';
import { drawnLater, shownOf } from './shown.ts';

/** How many edits are on their way to the disk. The status bar says "saving" until each is acknowledged. */
export const savingStore = createStore<{ readonly pending: number }>(() => ({ pending: 0 }));

const shownSaving = shownOf(savingStore);

export const useSaving = (): boolean => useStore(shownSaving, (state) => state.pending > 0);

/** Counts an edit as on its way until its answer is there. Gives the answer. */
export async function whileSaving<T>(answer: Promise<T>): Promise<T> {
  count(1);
  try {
    return await answer;
  } finally {
    count(-1);
  }
}

// No key waits for the status bar.
function count(step: 1 | -1): void {
  drawnLater(() => savingStore.setState(({ pending }) => ({ pending: pending + step })));
}
