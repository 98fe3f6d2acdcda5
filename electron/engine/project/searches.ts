import type { SavedSearch } from '#contract/schemas/search.ts';
import type { Database } from '../db/database.ts';
import { storedSettings } from './settings.ts';

/** The most that can be saved. */
export const MOST_SEARCHES = 100;

/** The searches that were saved, as they were. */
export const savedSearches = (db: Database): readonly SavedSearch[] => storedSettings(db, ['searches']).searches ?? [];
