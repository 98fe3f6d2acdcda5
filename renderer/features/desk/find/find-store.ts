import { createStore, useStore } from 'zustand';
import { caretIn } from '../../../ui/text-editor/places.ts';
import type { PassageId } from '#core/model/ids.ts';
import { only } from '../../../state/desk-selection.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore, openedPage } from '../../../state/desk.ts';
import { sameSpot } from '../spots/spot.ts';
import type { Spot } from '../spots/spot.ts';
import { hitFrom, hitsOf } from './hits.ts';
import type { Place } from './hits.ts';

/** Where one was when the search began. */
type Origin = { readonly page: number; readonly place: Place | null; readonly scroll: number };

export type Find = {
  readonly isOpen: boolean;
  readonly words: string; // kept when the bar is closed, for the next time
  readonly current: Spot | null;
  readonly origin: Origin | null; // null: one has gone on from there
  readonly asked: number; // grows when the field is to take the keyboard
  readonly shown: number; // grows when the current hit is to be brought into sight
};

export const findStore = createStore<Find>(() => ({ isOpen: false, words: '', current: null, origin: null, asked: 0, shown: 0 }));

export const useFind = <T>(pick: (state: Find) => T): T => useStore(findStore, pick);

const pane = (): Element | null => document.querySelector('.desk-articles .articles');
const rowOf = (passage: PassageId) => document.querySelector<HTMLElement>(`[data-passage="${CSS.escape(passage)}"]`);
const isInBar = (): boolean => Boolean(document.activeElement?.closest('.find-bar'));

/** The place the next hit is looked for from: the caret, else the beginning of the passage with the focus. */
function placeNow(): Place | null {
  const { selection, writing } = deskViewStore.getState();
  if (writing?.kind === 'text') return { passage: writing.passage, at: caretIn(document.querySelector('.desk-articles .text-editor')) ?? writing.at };
  return selection && { passage: selection.focus, at: 0 };
}

const hitsNow = (words: string): readonly Spot[] => hitsOf(openedPage().issue, deskViewStore.getState().view, words);

/** A few words that are marked in the text: most likely what is to be looked for. */
function markedWords(): string {
  const words = (window.getSelection()?.toString() ?? '').replaceAll('\n', '').trim();
  return isInBar() || words.length > 60 ? '' : words;
}

/** Opens the bar, or goes to it, with the words that are marked. */
export function openFind(): void {
  const marked = markedWords();
  const { isOpen, origin, asked } = findStore.getState();
  const here: Origin = { page: openedPage().id, place: placeNow(), scroll: pane()?.scrollTop ?? 0 };
  findStore.setState({ isOpen: true, origin: isOpen && origin ? origin : here, asked: asked + 1 });
  look(marked || findStore.getState().words);
}

/** Looks for other words, from where one was. */
export function look(words: string): void {
  const { origin, shown } = findStore.getState();
  const current = hitFrom(openedPage().issue, hitsNow(words), origin?.place ?? placeNow(), 1);
  findStore.setState({ words, current, shown: shown + 1 });
}

/** Goes on to the next hit or back to the one before; opens the bar if nothing was looked for yet. */
export function stepFind(step: 1 | -1): void {
  const { words, current, shown } = findStore.getState();
  if (words === '') return openFind();
  const hits = hitsNow(words);
  const place = placeNow();
  const isHere = current !== null && hits.some((hit) => sameSpot(hit, current)) && (isInBar() || isAt(place, current));
  const hit = hitFrom(openedPage().issue, hits, isHere ? { passage: current.passage, at: step > 0 ? current.from + 1 : current.from } : place, step);
  findStore.setState({ isOpen: true, current: hit, shown: shown + 1 });
  if (hit && !isInBar()) goTo(hit);
}

function isAt(place: Place | null, hit: Spot): boolean {
  if (place?.passage !== hit.passage) return false;
  return deskViewStore.getState().writing?.kind !== 'text' || (place.at >= hit.from && place.at <= hit.to);
}

/** Moves the focus to a hit, or the caret if text is being written. The hit is brought into sight by whoever draws it, not its whole passage. */
function goTo(hit: Spot): void {
  const isWriting = deskViewStore.getState().writing?.kind === 'text';
  deskViewStore.setState({
    selection: only(hit.passage), chooser: null, drawer: false,
    writing: isWriting ? { kind: 'text', passage: hit.passage, at: hit.from, to: hit.to } : null,
  });
  findStore.setState({ origin: null });
  if (!isWriting) rowOf(hit.passage)?.focus({ preventScroll: true });
}

/** Opens the bar with words that were found elsewhere, at one of the places they stand at; the text keeps the keyboard. */
export function showSpot(words: string, spot: Spot): void {
  const { shown } = findStore.getState();
  findStore.setState({ isOpen: true, words, current: spot, origin: null, shown: shown + 1 });
}

/** From the bar into the text, at the hit. */
export function enterHit(): void {
  const { current } = findStore.getState();
  if (!current) return;
  deskViewStore.setState({ writing: null });
  goTo(current);
}

/** The current hit of a passage, for whoever begins to write in it. */
export function currentHit(passage: PassageId): Spot | null {
  const { isOpen, current } = findStore.getState();
  return isOpen && current?.passage === passage ? current : null;
}

/** Gives the keyboard back to the text: to what is being written, else to the passage with the focus. */
function focusText(): void {
  const { selection } = deskViewStore.getState();
  const editor = document.querySelector<HTMLElement>('.desk-articles [contenteditable="true"]');
  (editor ?? (selection && rowOf(selection.focus)))?.focus({ preventScroll: true });
}

/** Closes the bar and returns to where one was, unless one has gone on from there. */
export function closeFind(): void {
  const { origin } = findStore.getState();
  const held = isInBar();
  findStore.setState({ isOpen: false, current: null, origin: null });
  const here = pane();
  if (here && origin && origin.page === deskStore.getState().page?.id) here.scrollTop = origin.scroll;
  if (held) focusText();
}
