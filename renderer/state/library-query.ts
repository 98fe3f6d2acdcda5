import { createStore, useStore } from 'zustand';
import type { Filter, PageSort, Sort } from '#contract/schemas/library.ts';

/** The filter, the order of articles, and that of pages. */
export type LibraryQuery = { readonly filter: Filter; readonly sort: readonly Sort[]; readonly pageSort: readonly PageSort[] };

const FIRST: LibraryQuery = { filter: {}, sort: [{ column: 'risk', descending: true }], pageSort: [{ column: 'risk', descending: true }] };

/** What the library shows and in which order. */
export const libraryQuery = createStore<LibraryQuery>(() => FIRST);

export const useLibraryQuery = <T>(select: (state: LibraryQuery) => T): T => useStore(libraryQuery, select);

/** Changes some parts of the filter. A part that is undefined is left out. */
export function changeFilter(parts: { readonly [K in keyof Filter]?: Filter[K] | undefined }): void {
  libraryQuery.setState(({ filter }) => ({ filter: withParts(filter, parts) }));
}

/** The filter with some parts changed; parts that ask for nothing are left out, so that an empty filter is `{}`. */
export function withParts(filter: Filter, parts: { readonly [K in keyof Filter]?: Filter[K] | undefined }): Filter {
  const { exactTopics, ...next }: Filter = Object.fromEntries(Object.entries({ ...filter, ...parts }).filter(([, part]) => !asksNothing(part)));
  return exactTopics && asksTopics(next) ? { ...next, exactTopics } : next; // says nothing without topics
}

function asksNothing(part: unknown): boolean {
  if (part === undefined || part === false || part === '') return true;
  if (Array.isArray(part)) return part.length === 0;
  return typeof part === 'object' && part !== null && Object.keys(part).length === 0;
}

export const isFiltered = (filter: Filter): boolean => Object.keys(filter).length > 0;

/** Whether the filter asks for topics at all. */
export const asksTopics = (filter: Filter): boolean => (filter.topics?.length ?? 0) > 0 || (filter.columns?.topics ?? '') !== '';

/** Just the topics asked for, or what stands below them as well. */
export function toggleExactTopics(): void {
  changeFilter({ exactTopics: libraryQuery.getState().filter.exactTopics !== true });
}

export function clearFilter(): void {
  libraryQuery.setState({ filter: {} });
}

export function setSort(sort: readonly Sort[]): void {
  libraryQuery.setState({ sort });
}

export function setPageSort(pageSort: readonly PageSort[]): void {
  libraryQuery.setState({ pageSort });
}

/** Shows what another query asks for. */
export function showQuery(query: LibraryQuery): void {
  libraryQuery.setState(query);
}

export function forgetLibraryQuery(): void {
  libraryQuery.setState(FIRST);
}
