import { createStore, useStore } from 'zustand';

/** What lies over the screen: the palette, quick open, the key sheet or the queues. */
export type Overlay = 'palette' | 'open' | 'keys' | 'queues' | null;

export const overlayStore = createStore<{ readonly overlay: Overlay }>(() => ({ overlay: null }));

export const useOverlay = (): Overlay => useStore(overlayStore, (state) => state.overlay);

export function showOverlay(overlay: Overlay): void {
  overlayStore.setState({ overlay });
}
