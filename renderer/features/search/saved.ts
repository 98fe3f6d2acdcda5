import type { SavedSearch, SearchQuestion } from '#contract/schemas/search.ts';
import { NOTHING_ASKED, askFor, searchStore } from './search-store.ts';

/** So many saved searches have a digit. */
export const DIGITS = 9;

/** Whether a saved search is what is looked for now. */
export const isSavedAsked = ({ question }: SavedSearch, asked: SearchQuestion): boolean => JSON.stringify({ ...NOTHING_ASKED, ...question }) === JSON.stringify(asked);

/** The saved search that the focus is on, else the one that is looked for. */
export function savedHere(): SavedSearch | undefined {
  const { saved, question } = searchStore.getState();
  const focused = document.activeElement?.closest<HTMLElement>('[data-saved]')?.dataset['saved'];
  return saved.find(({ id }) => id === focused) ?? saved.find((search) => isSavedAsked(search, question));
}

/** Looks for what was saved as the one at that place in the list. */
export function askSaved(at: number): void {
  const search = searchStore.getState().saved[at];
  if (search) askFor(search.question);
}

/** Leads into the list of saved searches: to the one that is looked for, else to the first. */
export function goToSaved(): void {
  const here = savedHere() ?? searchStore.getState().saved[0];
  if (here) document.querySelector<HTMLElement>(`[data-saved="${CSS.escape(here.id)}"]`)?.focus();
}
