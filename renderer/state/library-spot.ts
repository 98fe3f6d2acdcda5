import { createStore } from 'zustand';

/** The Library's lists: of articles, and of pages. */
export const LISTS = ['articles', 'pages'] as const;
export type ListName = (typeof LISTS)[number];

/** Where one is in a list of the Library: the row with the cursor, the id of what is on it, and the first row in sight. */
export type Spot = { readonly current: number; readonly row: string | null; readonly top: number };

type State = {
  readonly spot: Spot | null; // as last noted; null: nowhere yet
  readonly wanted: Spot | null; // to be returned to as soon as its rows are there
};

const NOWHERE: State = { spot: null, wanted: null };

function createSpots() {
  const store = createStore<State>(() => NOWHERE);
  let top = 0; // it changes with every frame that scrolls: nobody is told
  return {
    store,
    /** Notes the cursor. Without one, the last one stays: a list that is being asked for has none. */
    noteCursor: (current: number | null, row: string | null): void => {
      if (current !== null) store.setState({ spot: { current, row, top } });
    },
    /** Notes the first row in sight. */
    noteTop: (row: number): void => void (top = row),
    /** The first row in sight, or that is to be. */
    top: (): number => top,
    /** Where one is now. */
    now: (): Spot | null => {
      const { spot } = store.getState();
      return spot && { ...spot, top };
    },
    /** Has the list go there as soon as its rows are there. */
    want: (spot: Spot | null): void => {
      if (spot) top = spot.top;
      store.setState({ wanted: spot });
    },
    forget: (): void => {
      top = 0;
      store.setState(NOWHERE);
    },
  };
}

/** Where one is in each of the lists. */
export const spots = { articles: createSpots(), pages: createSpots() } as const satisfies Record<ListName, unknown>;

export function forgetSpots(): void {
  for (const list of LISTS) spots[list].forget();
}
