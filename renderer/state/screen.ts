import { createStore, useStore } from 'zustand';
import type { ArticleId } from '#core/model/ids.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { libraryQuery } from './library-query.ts';
import type { LibraryQuery } from './library-query.ts';
import { LISTS, spots } from './library-spot.ts';
import type { ListName, Spot } from './library-spot.ts';
import { recall, remember } from './remember.ts';

/** The Library as it was left: what it showed, in which order, and where one was in its list. */
export type Shown = LibraryQuery & { readonly spot: Spot | null };

/**
 * Where the user is. The desk remembers which page it holds; `article` is where it should open, `toWork`: at what wants a decision in it. Without
 * `was`, the Library is as it is.
 */
export type Place =
  | { readonly screen: 'library'; readonly view: ListName | 'files'; readonly was?: Shown }
  | { readonly screen: 'desk'; readonly issue: IssueId | null; readonly article: ArticleId | null; readonly toWork?: true }
  | { readonly screen: 'search' }
  | { readonly screen: 'concordance' }
  | { readonly screen: 'rules' }
  | { readonly screen: 'topics' }
  | { readonly screen: 'accepted' }
  | { readonly screen: 'names' }
  | { readonly screen: 'history' }
  | { readonly screen: 'export' }
  | { readonly screen: 'learning' }
  | { readonly screen: 'settings' };

export type ScreenName = Place['screen'];

/** The screens that stand in the rail, from its top; their keys are numbered so. */
export const RAIL = ['library', 'desk', 'search', 'topics', 'export', 'history'] as const satisfies readonly ScreenName[];

type State = {
  readonly place: Place;
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
  readonly lastIssue: IssueId | null;
  readonly list: ListName; // of the Library that is in front, or was last; remembered for projects that are opened for the first time
};

const MOST_KEPT = 100;

const isList = (value: unknown): value is ListName => LISTS.some((list) => list === value);
const list = recall('library.list', isList) ?? 'articles';

export const screenStore = createStore<State>(() => ({ place: { screen: 'library', view: list }, back: [], forward: [], lastIssue: null, list }));

export const useScreen = <T>(select: (state: State) => T): T => useStore(screenStore, select);

export const isScreen = (name: ScreenName): boolean => screenStore.getState().place.screen === name;

const home = (): Place => ({ screen: 'library', view: screenStore.getState().list });

const listOf = (place: Place, last: ListName): ListName => (place.screen === 'library' && place.view !== 'files' ? place.view : last);

const issueOf = (place: Place, last: IssueId | null): IssueId | null => (place.screen === 'desk' && place.issue !== null ? place.issue : last);

/** A place as it is gone back to: a page where it was left, not at the article it was first opened at; the Library with its filter, order, cursor and scroll. */
export function asLeft(place: Place): Place {
  if (place.screen === 'desk') return { screen: 'desk', issue: place.issue, article: null };
  return place.screen === 'library' ? { ...place, was: { ...libraryQuery.getState(), spot: place.view === 'files' ? null : spots[place.view].now() } } : place;
}

let returning = false;

/** Whether the Library is being put back to what it was. */
export const isReturning = (): boolean => returning;

/** Has the Library show what it showed when a place was left. */
export function returnTo(place: Place): void {
  if (place.screen !== 'library' || !place.was) return;
  const { spot, ...query } = place.was;
  returning = true;
  if (JSON.stringify(libraryQuery.getState()) !== JSON.stringify(query)) libraryQuery.setState(query);
  returning = false;
  if (place.view !== 'files') spots[place.view].want(spot);
}

/** Adds what the Library showed to the way back: it shows something else from now on. */
export function noteWay(was: Shown): void {
  screenStore.setState(({ place, back }) => (place.screen === 'library' ? { back: [...back, { ...place, was }].slice(-MOST_KEPT), forward: [] } : {}));
}

/** Goes to a place and remembers where it came from. */
export function goTo(place: Place): void {
  const before = screenStore.getState().list;
  screenStore.setState((state) => ({
    place,
    back: [...state.back, asLeft(state.place)].slice(-MOST_KEPT),
    forward: [],
    lastIssue: issueOf(place, state.lastIssue),
    list: listOf(place, state.list),
  }));
  const after = screenStore.getState().list;
  if (after !== before) remember('library.list', after);
}

/** Goes to a screen as the rail does: the desk opens with the page it held last. */
export function goToScreen(name: ScreenName): void {
  if (name === 'desk') goTo({ screen: 'desk', issue: screenStore.getState().lastIssue, article: null });
  else if (name === 'library') goTo(home());
  else goTo({ screen: name });
}

/** Opens a page on the desk, at an article if one is named: at its beginning, or (`toWork`) at what wants a decision in it. */
export function openIssue(issue: IssueId, article: ArticleId | null = null, toWork = false): void {
  goTo({ screen: 'desk', issue, article, ...(toWork && { toWork }) });
}

export function goBack(): void {
  screenStore.setState((state) => {
    const place = state.back.at(-1);
    return place ? { place, back: state.back.slice(0, -1), forward: [asLeft(state.place), ...state.forward], lastIssue: issueOf(place, state.lastIssue), list: listOf(place, state.list) } : state;
  });
  returnTo(screenStore.getState().place);
}

export function goForward(): void {
  screenStore.setState((state) => {
    const [place, ...forward] = state.forward;
    return place ? { place, back: [...state.back, asLeft(state.place)], forward, lastIssue: issueOf(place, state.lastIssue), list: listOf(place, state.list) } : state;
  });
  returnTo(screenStore.getState().place);
}

/** Back to the start: another project was opened or closed. */
export function forgetPlaces(): void {
  screenStore.setState({ place: home(), back: [], forward: [], lastIssue: null });
}
