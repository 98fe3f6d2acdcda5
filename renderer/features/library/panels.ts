import { createStore, useStore } from 'zustand';

/** A panel of the bulk bar that is open: to tag, or to set date, newspaper and page. */
export type BulkPanel = 'topics' | 'metadata' | null;

export const bulkPanelStore = createStore<{ readonly panel: BulkPanel }>(() => ({ panel: null }));

/** Whether what is filtered is about to be saved as a queue. */
const saveQueueStore = createStore<{ readonly shown: boolean }>(() => ({ shown: false }));

export const useSaveQueueShown = (): boolean => useStore(saveQueueStore, (state) => state.shown);

export const showSaveQueue = (shown: boolean): void => saveQueueStore.setState({ shown });

export const useBulkPanel = (): BulkPanel => useStore(bulkPanelStore, (state) => state.panel);

export const showBulkPanel = (panel: BulkPanel): void => bulkPanelStore.setState({ panel });
