import type { LookAlikes } from '../language/look-alikes.ts';

const UNMET = 0.5; // names that differ in the same place and were not met

/** Two names that differ in one place, and the names that differ from them there alone; they themselves may be among these. */
export type InPlace = { readonly at: number; readonly read: string; readonly meant: string; readonly names: readonly string[] };

/**
 * How many names an archive may be expected to have that differ in a place by chance: those that do, by a character that does not look like the one that is meant, and
 * half a name for those that were not met. 1 / 2 where there is none.
 */
export function namesByChance({ at, read, meant, names }: InPlace, lookAlikes: LookAlikes): number {
  return UNMET + names.filter((name) => name !== read && name !== meant && lookAlikes.rank(name.charCodeAt(at), meant.charCodeAt(at)) < 0).length;
}

/** How many times more names differ there by chance than where none does. */
export const timesMoreByChance = (place: InPlace, lookAlikes: LookAlikes): number => namesByChance(place, lookAlikes) / UNMET;
