import { createStore, useStore } from 'zustand';
import type { ArticleId, PassageId } from '#core/model/ids.ts';

/** What is being dragged, and where it would go. */
export type Drag = {
  readonly what: 'passages' | { readonly article: ArticleId } | null;
  readonly over: { readonly passage: PassageId; readonly side: 'before' | 'after' } | null;
};

export const dragStore = createStore<Drag>(() => ({ what: null, over: null }));

export const useDropMark = (id: PassageId): 'before' | 'after' | null => useStore(dragStore, ({ over }) => (over?.passage === id ? over.side : null));

export const useDragging = (): boolean => useStore(dragStore, ({ what }) => what !== null);
