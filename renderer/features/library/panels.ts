import { createStore, useStore } from 'zustand';

/** A panel of the bulk bar that is open: to tag, or to set date, newspaper and page. */
export type BulkPanel = 'topics' | 'metadata' | null;

export const bulkPanelStore = createStore<{ readonly panel: BulkPanel }>(() => ({ panel: null }));

export const useBulkPanel = (): BulkPanel => useStore(bulkPanelStore, (state) => state.panel);

export const showBulkPanel = (panel: BulkPanel): void => bulkPanelStore.setState({ panel });
