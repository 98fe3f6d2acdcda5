import { createStore, useStore } from 'zustand';
import type { PassageId } from '#core/model/ids.ts';
import type { Params, StringKey } from '#strings/index.ts';
import { lateStore } from './late.ts';
import type { DeskSelection } from './desk-selection.ts';
import { endBurst } from '../ui/burst.ts';
import { recall, remember } from './remember.ts';

/** How the text is shown: with its corrections, as it was printed, or as corrected. */
export const READINGS = ['marked', 'printed', 'emended'] as const;
export type View = (typeof READINGS)[number];

export const DETAIL_TABS = ['why', 'findings', 'topics', 'note', 'history'] as const;
export type DetailTab = (typeof DETAIL_TABS)[number];

/** A place in a passage's marked-up text that is being written at: the text itself (`to`: a stretch of it is marked), or one of its gaps. */
export type Writing = { readonly kind: 'text' | 'gap'; readonly passage: PassageId; readonly at: number; readonly to?: number };

/** A small list that a key opens to choose from. */
export type Chooser = 'send' | 'topics' | 'block' | null;

export type DeskView = {
  readonly selection: DeskSelection | null;
  readonly marks: ReadonlySet<PassageId>; // marked one by one, to be acted on together (desk-marks.ts)
  readonly hover: PassageId | null;
  readonly writing: Writing | null;
  readonly chooser: Chooser;
  readonly tab: DetailTab;
  readonly view: View;
  readonly noting: boolean; // the note is to be written: its field takes the keyboard once
  readonly drawer: boolean; // the details over the text, on a narrow window
  readonly said: { readonly key: StringKey; readonly params: Params; readonly nth: number } | null; // for the screen reader
  readonly reveal: number; // grows when the focused passage is to be brought into sight
};

export const NO_MARKS: ReadonlySet<PassageId> = new Set();

const isView = (value: unknown): value is View => READINGS.includes(value as View);

export const deskViewStore = createStore<DeskView>(() => ({
  selection: null, marks: NO_MARKS, hover: null, writing: null, chooser: null, tab: 'why', view: recall('desk.view', isView) ?? 'marked', noting: false, drawer: false,
  said: null, reveal: 0,
}));

// Who leaves a text, or points elsewhere, sees what was typed: no part is drawn of the page as it was before.
deskViewStore.subscribe(endBurst);

/** The same, told after the paint. */
export const lateDeskView = lateStore(deskViewStore);

/** What of it is asked for, at once in every part of the window: whoever opens a tab by a key may write in it with the next. */
export const useDeskView = <T>(pick: (state: DeskView) => T): T => useStore(deskViewStore, pick);

/** Selects, and brings the focus into sight. Writing in another passage ends. What the pointer rests on is pointed at again when it moves. */
export function select(selection: DeskSelection | null): void {
  deskViewStore.setState(({ writing, reveal }) => ({
    selection,
    hover: null,
    writing: writing && writing.passage === selection?.focus ? writing : null,
    chooser: null,
    reveal: reveal + 1,
  }));
}

export function hover(passage: PassageId | null): void {
  if (deskViewStore.getState().hover !== passage) deskViewStore.setState({ hover: passage });
}

export function write(writing: Writing | null): void {
  // The drawer of a narrow window lies over the ends of the lines: it makes way for whoever writes in them.
  deskViewStore.setState(({ reveal, drawer }) => ({ writing, chooser: null, drawer: drawer && writing === null, reveal: reveal + 1 }));
}

export function choose(chooser: Chooser): void {
  deskViewStore.setState({ chooser, writing: null });
}

export function setTab(tab: DetailTab): void {
  deskViewStore.setState({ tab });
}

/** Shows a tab of the details, where they are hidden behind the text as well. */
export function showTab(tab: DetailTab): void {
  deskViewStore.setState({ tab, noting: tab === 'note', drawer: true });
}

export function openDrawer(): void {
  deskViewStore.setState({ drawer: true });
}

export function closeDrawer(): void {
  deskViewStore.setState({ drawer: false });
}

export function nextView(): void {
  const view = READINGS[(READINGS.indexOf(deskViewStore.getState().view) + 1) % READINGS.length]!;
  setView(view);
}

export function setView(view: View): void {
  remember('desk.view', view);
  deskViewStore.setState({ view });
}

/** Tells the screen reader what was done. */
export function announce(key: StringKey, params: Params = {}): void {
  deskViewStore.setState(({ said }) => ({ said: { key, params, nth: (said?.nth ?? 0) + 1 } }));
}

/** A page was opened: nothing is selected yet. */
export function resetView(selection: DeskSelection | null): void {
  deskViewStore.setState(({ reveal }) => ({
    selection, marks: NO_MARKS, hover: null, writing: null, chooser: null, noting: false, drawer: false, reveal: reveal + 1,
  }));
}
