import { createStore, useStore } from 'zustand';

/** What lies over the screen: the palette, quick open, the key sheet, the queues, or the articles one may go on in. */
export type Overlay = 'palette' | 'open' | 'keys' | 'queues' | 'link' | null;

export const overlayStore = createStore<{ readonly overlay: Overlay }>(() => ({ overlay: null }));

export const useOverlay = (): Overlay => useStore(overlayStore, (state) => state.overlay);

export function showOverlay(overlay: Overlay): void {
  overlayStore.setState({ overlay });
}
