import type { Decision } from '#core/model/decision.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { ASK_ALL } from '../../../../renderer/state/desk-asking.ts';
import { nextDoubt, openDoubts } from '../../../../renderer/state/desk-doubts.ts';
import type { Doubt } from '../../../../renderer/state/desk-doubts.ts';
import { only, stepArticle, stepPassage } from '../../../../renderer/state/desk-selection.ts';

/** A page as far as walking about it goes. `doubts`: what D stops at is known. */
export type Ground = { readonly issue: Issue; readonly decisions: readonly Decision[]; readonly settled: Verdicts; readonly doubts: boolean };

/** What is asked on a page. */
export const doubtsOn = ({ issue, decisions, settled, doubts }: Ground): readonly Doubt[] => (doubts ? openDoubts(issue, decisions, settled, ASK_ALL) : []);

/** The fewest keys from a passage to every other, and which. */
export function walksFrom(ground: Ground, from: PassageId): ReadonlyMap<PassageId, readonly string[]> {
  const { issue } = ground;
  const open = doubtsOn(ground);
  const steps = (at: PassageId): readonly (readonly [string, PassageId | undefined])[] => [
    ['d', nextDoubt(issue, open, at)?.passage],
    ['Shift+J', stepArticle(issue, only(at), 1)?.focus],
    ['Shift+K', stepArticle(issue, only(at), -1)?.focus],
    ['j', stepPassage(issue, only(at), 1)?.focus],
    ['k', stepPassage(issue, only(at), -1)?.focus],
  ];
  const ways = new Map<PassageId, readonly string[]>([[from, []]]);
  for (const at of ways.keys()) { // a map goes on to what is put into it on the way
    for (const [key, to] of steps(at)) if (to !== undefined && !ways.has(to)) ways.set(to, [...ways.get(at)!, key]);
  }
  return ways;
}
