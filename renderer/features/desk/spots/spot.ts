import type { PassageId } from '#core/model/ids.ts';

/** A stretch of a passage's marked-up text, UTF-16 offsets: a hit, or what a finding is about. */
export type Spot = { readonly passage: PassageId; readonly from: number; readonly to: number };

export const sameSpot = (a: Spot | null, b: Spot | null): boolean => a === b || (a !== null && b !== null && a.passage === b.passage && a.from === b.from && a.to === b.to);
