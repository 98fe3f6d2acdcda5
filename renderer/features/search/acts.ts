import type { SavedSearch } from '#contract/schemas/search.ts';
import { call } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { goToScreen, isScreen, screenStore } from '../../state/screen.ts';
import { say, sayError } from '../../state/toasts.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { openAt } from '../desk/find/open-at.ts';
import { NOTHING_ASKED, askFor, currentHit, hits, loadSaved, moveTo, searchStore } from './search-store.ts';

export const moveBy = (step: number): void => moveTo((searchStore.getState().current ?? (step > 0 ? -1 : 0)) + step);

/** Puts the cursor on the first hit of the next article, or of this one, and from there of the one above. */
export function moveByArticle(step: 1 | -1): void {
  const { current } = searchStore.getState();
  const hit = currentHit();
  if (current === null || !hit) return moveTo(0);
  if (step > 0) return moveTo(current + hit.of - hit.nth);
  if (hit.nth > 0) return moveTo(current - hit.nth);
  const above = hits.row(current - 1);
  moveTo(current - 1 - (above?.nth ?? 0));
}

/** Opens the page of the hit under the cursor at its place. */
export async function openHit(): Promise<void> {
  const hit = currentHit();
  if (!hit) return;
  const { view } = searchStore.getState().question;
  const { issue, article, line, from, to } = hit;
  const asked = screenStore.getState().place;
  const place = await call('search.place', { view, issue, article, line, from, to });
  if (!place.ok) return sayError(place.error);
  if (screenStore.getState().place !== asked) return; // whoever has gone elsewhere meanwhile stays there
  const { passage, ...range } = place.value;
  openAt(issue, hit.hit, { passage, from: range.from, to: range.to });
}

const field = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('#search-text');

/** Goes to the search, with the words that are marked, and to its field. */
export function goToSearch(): void {
  const marked = (window.getSelection()?.toString() ?? '').replaceAll('\n', '').trim();
  if (!isScreen('search')) {
    if (marked !== '' && marked.length <= LONGEST_MARKED) askFor({ text: marked, expression: false });
    goToScreen('search');
  }
  const find = () => {
    field()?.focus();
    field()?.select();
  };
  if (field()) find();
  else void afterPaint(find);
}

const LONGEST_MARKED = 60;

/** Goes to the search and looks for a text in all articles, written so and not otherwise. */
export function lookFor(text: string): void {
  askFor({ ...NOTHING_ASKED, text, exact: true });
  goToScreen('search');
}

/** Puts a search aside under a name. */
export async function saveSearch(name: string): Promise<boolean> {
  const saved = await call('search.save', { once: crypto.randomUUID(), name, question: searchStore.getState().question });
  if (!saved.ok) {
    sayError(saved.error);
    return false;
  }
  await loadSaved();
  say('search.saved', { name }, undoLast);
  return true;
}

export async function removeSearch({ id, name }: SavedSearch): Promise<void> {
  const removed = await call('search.remove', { once: crypto.randomUUID(), id });
  if (!removed.ok) return sayError(removed.error);
  await loadSaved();
  say('search.removed', { name }, undoLast);
}
