/** A row of the bare list: a passage's text; `begins`: an article begins with it; `doubt`: whether it does is asked. */
export type ListRow = { readonly id: string; readonly text: string; readonly begins: boolean; readonly doubt: boolean };

type Moment = { readonly rows: readonly ListRow[]; readonly focus: number };

/** What the bare list shows, and what it would show after an undo. */
export type ListState = Moment & { readonly pages: readonly (readonly ListRow[])[]; readonly page: number; readonly past: readonly Moment[] };

export const firstState = (pages: readonly (readonly ListRow[])[]): ListState => ({ pages, page: 0, rows: pages[0]!, focus: 0, past: [] });

const done = (state: ListState, rows: readonly ListRow[], focus: number): ListState => ({ ...state, rows, focus, past: [...state.past, { rows: state.rows, focus: state.focus }] });

const put = (rows: readonly ListRow[], at: number, change: Partial<ListRow>): readonly ListRow[] => rows.map((row, index) => (index === at ? { ...row, ...change } : row));

/** The next index from `from` on, and then from the top, at which a row is so; `from` where none is. */
function nextAt(rows: readonly ListRow[], from: number, is: (row: ListRow) => boolean): number {
  for (let step = 1; step <= rows.length; step += 1) if (is(rows[(from + step) % rows.length]!)) return (from + step) % rows.length;
  return from;
}

/** What the keys of the desk do, done to a plain list. `key` as `press` names it. */
export function pressed(state: ListState, key: string): ListState {
  const { rows, focus } = state;
  switch (key) {
    case 'j':
      return { ...state, focus: Math.min(focus + 1, rows.length - 1) };
    case 'J':
      return { ...state, focus: nextAt(rows, focus, ({ begins }) => begins) };
    case 'd':
      return { ...state, focus: nextAt(rows, focus, ({ doubt }) => doubt) };
    case 'a':
      return done(state, put(rows, focus, { doubt: false }), nextAt(put(rows, focus, { doubt: false }), focus, ({ doubt }) => doubt));
    case 's':
      return done(state, put(rows, focus, { begins: true }), focus);
    case 'm':
      return done(state, put(rows, focus, { begins: false }), focus);
    case 'Control+z': {
      const last = state.past.at(-1);
      return last ? { ...state, ...last, past: state.past.slice(0, -1) } : state;
    }
    case 'Control+PageDown':
    case 'Control+PageUp': {
      const page = (state.page + 1) % state.pages.length;
      return { ...state, page, rows: state.pages[page]!, focus: 0, past: [] };
    }
    default:
      return state;
  }
}
