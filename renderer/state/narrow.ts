import { useSyncExternalStore } from 'react';

// As in the style sheets: below this width a details pane is a drawer.
const NARROW = '(width < 1100px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the window is too narrow for a details pane beside the main one. */
export const isNarrow = (): boolean => window.matchMedia(NARROW).matches;

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow);
