import type { IssueId } from '#contract/schemas/library.ts';
import type { PassageId } from '#core/model/ids.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { appStore } from './app.ts';
import { coalesce } from './coalesce.ts';
import { deskViewStore } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { focusStops } from './desk-focus.ts';
import { libraryQuery } from './library-query.ts';
import type { LibraryQuery } from './library-query.ts';
import { recall, remember } from './remember.ts';
import { asLeft, returnTo, screenStore } from './screen.ts';
import { followFilterPlaces } from './filter-places.ts';
import { LISTS, forgetSpots, spots } from './library-spot.ts';

type Screen = ReturnType<typeof screenStore.getState>;

/** Where a project was left: the screen and the way there, the Library's filter and order, and the passage each page was left at. */
type Left = { readonly version: string; readonly screen: Screen; readonly query: LibraryQuery; readonly focus: readonly (readonly [IssueId, PassageId])[] };

const isLeft = (value: unknown): value is Left => {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return value.version === appStore.getState().app?.version && 'screen' in value && 'query' in value && 'focus' in value && Array.isArray(value.focus); // of another version it may have another form
};

let resumed: string | null = null; // before a project is resumed, the way in must not take the place of what it was left at

/** Goes to where a project was left, if this computer remembers. To be called when it is opened. */
export function resumeProject(project: string): void {
  focusStops.clear();
  forgetSpots();
  const left = recall(`left.${project}`, isLeft);
  resumed = project;
  if (!left) return;
  for (const [issue, passage] of left.focus) focusStops.set(issue, passage);
  libraryQuery.setState(left.query);
  screenStore.setState(left.screen);
  returnTo(left.screen.place);
}

function keep(): void {
  const project = appStore.getState().app?.project?.id;
  const version = appStore.getState().app?.version;
  const screen = screenStore.getState();
  if (!project || project !== resumed || version === undefined) return;
  remember(`left.${project}`, { version, screen: { ...screen, place: asLeft(screen.place) }, query: libraryQuery.getState(), focus: [...focusStops] } satisfies Left);
}

const WAIT = 400; // milliseconds

/** Remembers where one is. To be called once. */
export function followPlaces(): void {
  const soon = coalesce(() => void afterPaint(keep), WAIT);
  screenStore.subscribe(soon);
  libraryQuery.subscribe(soon);
  for (const list of LISTS) spots[list].store.subscribe(soon);
  followFilterPlaces(() => resumed !== null && resumed === appStore.getState().app?.project?.id);
  deskViewStore.subscribe(({ selection }, before) => {
    const { page } = deskStore.getState();
    if (!page || !selection || selection === before.selection) return;
    focusStops.set(page.id, selection.focus);
    soon();
  });
  window.addEventListener('pagehide', keep);
}
