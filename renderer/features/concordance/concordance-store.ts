import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';
import type { Concordance, Mended, MendedCounts, MendedPlaceRow, Mender, Near, PlaceRow } from '#contract/schemas/concordance.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import { ok } from '#util/result.ts';
import { call, listen } from '../../bridge/bridge.ts';
import { appStore } from '../../state/app.ts';
import { coalesce } from '../../state/coalesce.ts';
import { createPageCache } from '../../state/page-cache.ts';
import type { CacheState, FetchWindow } from '../../state/page-cache.ts';
import { projectStore } from '../../state/project.ts';
import { FIRST_TICKS } from './ticks.ts';
import type { Ticks } from './ticks.ts';

/** What is read and what is to be read. `put` null: that is not said yet; '': nothing is. */
export type Asked = { readonly question: SearchQuestion; readonly put: string | null; readonly near: Near | null; readonly except?: readonly string[] };

type State = Asked & {
  readonly counts: Omit<Concordance, 'rows' | 'revision'>;
  readonly listed: SearchQuestion | null; // what they are the counts of: nothing is changed that was not listed
  readonly ticks: Ticks;
  readonly current: number; // the place with the cursor: the first, until one goes elsewhere
  readonly changing: 'changing' | 'taking-back' | null; // a mass change is under way, or many places are being taken back
  readonly last: (Mended & { readonly entry: number; readonly read: string; readonly put: string }) | null; // what was changed from here last
  readonly andRule: boolean; // what is changed becomes a standing rule too
  readonly shown: Mender | null; // whose places are shown instead of those still to be mended
  readonly done: MendedCounts;
};

const NOTHING: SearchQuestion = { text: '', expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false };
const NONE = { places: 0, articles: 0, pages: 0, approved: 0, behind: 0, change: 0 };
const NO_WORDINGS: readonly string[] = [];
const FIRST: State = { question: NOTHING, put: null, near: null, except: NO_WORDINGS, counts: NONE, listed: null, ticks: FIRST_TICKS, current: 0, andRule: false, changing: null, last: null, shown: null, done: { places: 0, back: 0, pages: 0 } };

/** What places are looked for and what is to become of them. It stays while one is elsewhere. */
export const concordanceStore = createStore<State>(() => FIRST);

export const useConcordance = <T>(select: (state: State) => T): T => useStore(concordanceStore, select);

/** A line of the list: a place still to be mended, or (with how it reads now) one that was. */
export type PlaceLine = PlaceRow & Partial<Pick<MendedPlaceRow, 'entry' | 'read' | 'put' | 'state'>>;

export const places = createPageCache<PlaceLine>();

export const usePlaces = (): CacheState => useSyncExternalStore(places.subscribe, places.state);

const EMPTY: FetchWindow<PlaceLine> = () => Promise.resolve(ok({ total: 0, revision: 0, rows: [] }));

let asked = 0; // questions that are not answered yet
let again = false; // something changed since they were asked

function windowsOf({ question, put, near, except, shown }: State): FetchWindow<PlaceLine> {
  if (shown !== null) return (offset, limit) => windowOfDone(shown, offset, limit);
  if (question.text.trim() === '') return EMPTY;
  return async (offset, limit) => {
    asked += 1;
    const answer = await call('concordance.find', { question, put, near, offset, limit, ...(except && { except: [...except] }) });
    asked -= 1;
    if (asked === 0 && again) queueMicrotask(refresh);
    if (!answer.ok) return answer;
    const { rows, revision, ...counts } = answer.value;
    if (concordanceStore.getState().question === question) concordanceStore.setState({ counts, listed: question });
    return ok({ total: counts.places, revision, rows });
  };
}

async function windowOfDone(mender: Mender, offset: number, limit: number): ReturnType<FetchWindow<PlaceLine>> {
  const answer = await call('concordance.done', { mender, offset, limit });
  if (!answer.ok) return answer;
  const { places: total, back, pages, revision, rows } = answer.value;
  if (concordanceStore.getState().shown === mender) concordanceStore.setState({ done: { places: total, back, pages } });
  return ok({ total, revision, rows });
}

/** Looks for other places, or has them read otherwise. What was ticked by hand is forgotten where other places are looked for. */
export function askFor(change: Partial<SearchQuestion>, more: Partial<Pick<State, 'put' | 'near'>> = {}): void {
  concordanceStore.setState((state) => ({
    ...more, question: { ...state.question, ...change }, shown: null, current: 0, last: null,
    ...(change.text?.trim() === '' && { counts: NONE }),
    ...(Object.keys(change).length > 0 && { ticks: { ...FIRST_TICKS, approved: state.ticks.approved } }),
  }));
  places.ask(windowsOf(concordanceStore.getState()));
}

let settling: ReturnType<typeof setTimeout> | null = null;
const SETTLE = 160; // milliseconds of rest after which what is typed is listed

/** What is to be read, as it is typed: it holds at once, the list follows when the typing pauses. */
export function typePut(put: string | null): void {
  concordanceStore.setState({ put, last: null });
  if (settling) clearTimeout(settling);
  settling = setTimeout(refresh, SETTLE);
}

/** Begins anew: with what is read, what is to be read, where one comes from, and in which wordings it is right. */
export function beginWith(text: string, put: string | null, near: Near | null, question: Partial<SearchQuestion> = {}, except: readonly string[] = NO_WORDINGS): void {
  concordanceStore.setState({ ...FIRST, counts: NONE, except });
  askFor({ ...NOTHING, ...question, text }, { put, near });
}

/** Begins to settle a spelling: it is put in the place of the other everywhere, and a standing rule has it so on pages to come. */
export function beginSettling(read: string, put: string): void {
  beginWith(read, put, null);
  concordanceStore.setState({ andRule: true });
}

export const toggleAndRule = (): void => concordanceStore.setState(({ andRule }) => ({ andRule: !andRule }));

/** Shows the places that an entry or a rule mended; null: those that are still to be mended again. */
export function showDone(mender: Mender | null): void {
  concordanceStore.setState({ shown: mender, current: 0 });
  places.ask(windowsOf(concordanceStore.getState()));
}

export function moveTo(index: number): void {
  const total = places.state().total ?? 0;
  if (total > 0) concordanceStore.setState({ current: Math.min(total - 1, Math.max(0, index)) });
}

/** The place under the cursor. */
export const currentPlace = (): PlaceLine | undefined => places.row(concordanceStore.getState().current);

function refresh(): void {
  again = false;
  places.refresh(windowsOf(concordanceStore.getState()));
}

/** What is settled goes from the list: the cursor stays where it is, on what comes next. */
function keepCursor(): void {
  const { total, changing } = places.state();
  const { current } = concordanceStore.getState();
  if (changing || total === null || current < total) return;
  concordanceStore.setState({ current: Math.max(0, total - 1) });
}

/** Follows what changes in the archive while the list is shown, until the returned function is called. */
export function followConcordance(): () => void {
  const soon = coalesce(() => {
    if (asked > 0) again = true;
    else refresh();
  }, 150);
  const stops = [
    places.subscribe(keepCursor),
    listen('library.changed', soon),
    projectStore.subscribe(({ info }, before) => {
      if (info?.head !== before.info?.head) soon();
    }),
    appStore.subscribe(({ engine }, before) => {
      if (engine.state === 'ready' && before.engine.state !== 'ready') refresh();
    }),
  ];
  refresh();
  return () => stops.forEach((stop) => stop());
}

/** Another project: nothing of this one's is looked for in it. */
export function forgetConcordance(): void {
  concordanceStore.setState(FIRST);
  places.ask(EMPTY);
}
