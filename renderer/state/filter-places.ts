import type { Filter } from '#contract/schemas/library.ts';
import { libraryQuery } from './library-query.ts';
import { spots } from './library-spot.ts';
import { isReturning, noteWay, screenStore } from './screen.ts';

const TYPED: ReadonlySet<string> = new Set(['text', 'columns', 'dateFrom', 'dateTo']);

/** The parts of the filter that differ. */
function changedParts(one: Filter, other: Filter): readonly string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Filter)[];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

/**
 * Makes each filter of the Library a place that Back returns to; what is typed on into the same field is one. `isOpen`: whether the project that is open
 * is the one the filter is of. Returns how to stop.
 */
export function followFilterPlaces(isOpen: () => boolean): () => void {
  let typed: { readonly part: string; readonly way: readonly unknown[] } | null = null; // the last field that was typed into, and the way back since then
  return libraryQuery.subscribe((now, before) => {
    const { place } = screenStore.getState();
    if (now.filter === before.filter || isReturning() || place.screen !== 'library' || place.view === 'files' || !isOpen()) return;
    const parts = changedParts(now.filter, before.filter);
    if (parts.length === 0) return;
    const part = parts.every((name) => TYPED.has(name)) ? parts.join(' ') : '';
    if (part === '' || typed?.part !== part || typed.way !== screenStore.getState().back) noteWay({ ...before, spot: spots[place.view].now() });
    typed = part === '' ? null : { part, way: screenStore.getState().back };
  });
}
