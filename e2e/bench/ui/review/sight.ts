import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import type { Role } from '#core/model/role.ts';
import { outlineOf } from '../../../../renderer/state/desk-outline.ts';
import type { DeskState } from './press.ts';

/** Pairs of passages of which it turned out that one is not in sight from the other. */
export type Hidden = ReadonlySet<string>;

export const pairOf = (from: PassageId, to: PassageId): string => `${from} ${to}`;

// How tall things are drawn in a window of the first size, about, in pixels: guesses made before a page is played. Where one is wrong that is seen, and
// another way is taken.
const PANE = 768;
const LINE = { characters: 34, height: 30.6 };
const BODY = 5;
const HEADS: Readonly<Partial<Record<Role, number>>> = { headline: 44.6, kicker: 32, subtitle: 38, subhead: 42, byline: 36, caption: 32, credit: 32 };
const RULE = 62; // what is drawn above an article
const CLEAR = 24; // so much of a passage is to be in sight

// When the desk scrolls: see renderer/features/desk/articles/reveal.tsx.
const ABOVE = 88;
const BELOW = 96;
const HIGH = PANE / 4;

type Place = { readonly top: number; readonly bottom: number; readonly first: boolean };

const known = new WeakMap<Issue, readonly Place[]>();

/** Where each passage is drawn, from the page's top. */
function placesOf(issue: Issue): readonly Place[] {
  const before = known.get(issue);
  if (before) return before;
  let bottom = 0;
  const places = outlineOf(issue).stops.map(({ passage: { role, pieces }, index }): Place => {
    const lines = Math.ceil((readPieces(issue.source, pieces, 'emended').length + 2) / LINE.characters);
    const top = bottom + (index === 0 ? RULE : 0);
    bottom = top + (role === 'body' ? BODY + lines * LINE.height : (HEADS[role] ?? LINE.height) + (lines - 1) * LINE.height);
    return { top, bottom, first: index === 0 };
  });
  known.set(issue, places);
  return places;
}

const placeOf = (issue: Issue, passage: PassageId): Place => placesOf(issue)[outlineOf(issue).at.get(passage)!]!;

/** How far a page is scrolled, if a passage is drawn so far below the top of what is in sight. */
export const scrolledFor = (issue: Issue, passage: PassageId, top: number): number => placeOf(issue, passage).top - top;

/** How far the desk has scrolled once it has brought a passage into sight. */
export function scrolledTo(issue: Issue, scroll: number, passage: PassageId): number {
  const place = placeOf(issue, passage);
  const [top, bottom] = [place.top - scroll, place.bottom - scroll];
  const toRead = top > PANE / 2 && place.first;
  const fits = bottom <= PANE - BELOW || bottom - top > PANE - ABOVE - BELOW;
  if (!toRead && top >= ABOVE && fits && top <= PANE - BELOW) return scroll;
  if (toRead || top < -PANE || bottom > 2 * PANE) return Math.max(0, place.top - HIGH);
  return Math.max(0, scroll + (top < ABOVE ? top - ABOVE : Math.min(bottom - (PANE - BELOW), top - ABOVE)));
}

/** The desk once it has brought its focus into sight. */
export const brought = (state: DeskState): DeskState => ({ ...state, scroll: scrolledTo(state.issue, state.scroll, state.selection.focus) });

/** The passages that are likely in sight where a page is scrolled so far, but the one in focus. */
export function inSight(issue: Issue, scroll: number, focus: PassageId, hidden: Hidden): readonly PassageId[] {
  const places = placesOf(issue);
  return outlineOf(issue).stops.flatMap(({ passage: { id } }, i) =>
    (id !== focus && places[i]!.bottom > scroll + CLEAR && places[i]!.top < scroll + PANE - CLEAR && !hidden.has(pairOf(focus, id)) ? [id] : []));
}
