import { isNearMiss } from '../model/decision.ts';
import type { Decision } from '../model/decision.ts';
import { surenessOf } from './open-decisions.ts';

/** Below this a decision is put before the editor; at or above it, it is stated and no more (interface.md). */
export const SURE = 0.8;

/** Silent reading of Chinese is put at about 260 words a minute, a word at one character and a half: what an editor can check against the page at best. */
const CHARACTERS_A_MINUTE = 400;

/** To see what is asked, look at the reasons or the place in the source, and press a key. */
const MINUTES_A_DOUBT = 5 / 60;

/** To go to an article and to approve it, however short it is: without this a line of ten characters would always come first. */
const MINUTES_AN_ARTICLE = 3 / 60;

/** Work that is left: the errors to be expected in it, how much of it has to be asked, and the minutes of attention it takes. */
export type Work = { readonly errors: number; readonly doubts: number; readonly minutes: number };

export const NO_WORK: Work = { errors: 0, doubts: 0, minutes: 0 };

/**
 * The work that open decisions and the text they are about stand for. `characters` in code points. A near miss is an error by what speaks for it; as a
 * doubt it does not count: it is the editor's choice whether near misses are asked.
 */
export function workOf(open: readonly Decision[], characters: number): Work {
  const doubts = open.filter((decision) => !isNearMiss(decision) && surenessOf(decision) < SURE).length;
  return {
    errors: open.reduce((sum, decision) => sum + 1 - surenessOf(decision), 0),
    doubts,
    minutes: characters / CHARACTERS_A_MINUTE + doubts * MINUTES_A_DOUBT + MINUTES_AN_ARTICLE,
  };
}

/** The work of several together: of a page's articles and what stands aside. */
export function together(works: readonly Work[]): Work {
  return works.reduce((sum, { errors, doubts, minutes }) => ({ errors: sum.errors + errors, doubts: sum.doubts + doubts, minutes: sum.minutes + minutes }), NO_WORK);
}

/** Errors to be expected per minute of attention: where a minute mends most. 0 where no work is left. */
export function riskOf({ errors, minutes }: Work): number {
  return minutes === 0 ? 0 : errors / minutes;
}
