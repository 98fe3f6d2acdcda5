import { createStore } from 'zustand';
import type { ArticleId } from '#core/model/ids.ts';

/** Where one is in the list of the Library: the row with the cursor, the article on it, and the first row in sight. */
export type Spot = { readonly current: number; readonly article: ArticleId | null; readonly top: number };

type State = {
  readonly spot: Spot | null; // as last noted; null: nowhere yet
  readonly wanted: Spot | null; // to be returned to as soon as its rows are there
};

export const spotStore = createStore<State>(() => ({ spot: null, wanted: null }));

let top = 0; // it changes with every frame that scrolls: nobody is told

/** Notes the cursor. Without one, the last one stays: a list that is being asked for has none. */
export function noteCursor(current: number | null, article: ArticleId | null): void {
  if (current !== null) spotStore.setState({ spot: { current, article, top } });
}

/** Notes the first row in sight. */
export function noteTop(row: number): void {
  top = row;
}

/** The first row in sight, or that is to be. */
export const topNow = (): number => top;

/** Where one is now. */
export function spotNow(): Spot | null {
  const { spot } = spotStore.getState();
  return spot && { ...spot, top };
}

export function forgetSpot(): void {
  top = 0;
  spotStore.setState({ spot: null, wanted: null });
}
