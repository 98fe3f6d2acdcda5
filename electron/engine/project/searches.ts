import { namedList } from './named-list.ts';

/** The searches that were saved. */
export const savedSearches = namedList('search');
