import type { EntryId } from '#contract/schemas/library.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Verdicts } from '#core/model/settlement.ts';

/** What of a page acts change. Trees share what they have in common, so that keeping many costs little. */
export type Moment = { readonly issue: Issue; readonly settled: Verdicts; readonly asideConfirmed: boolean };

/** One entry of the journal as this window made it: the page before and after. `entry` null: not acknowledged yet. */
export type Done = {
  readonly key: string; // the `once` it was first sent with
  readonly run: string | null;
  readonly entry: EntryId | null;
  readonly label: string;
  readonly before: Moment;
  readonly after: Moment;
};

/**
 * What can be taken back and done again on the page, the next one last. Null: an entry that only the engine knows.
 * Below them may be `more` from earlier days. `run`: the run of typing that the last act belongs to and that may go on.
 */
export type Turns = {
  readonly live: readonly (Done | null)[];
  readonly undone: readonly (Done | null)[];
  readonly moreLive: boolean;
  readonly moreUndone: boolean;
  readonly run: string | null;
};

export const NO_TURNS: Turns = { live: [], undone: [], moreLive: false, moreUndone: false, run: null };

const MOST_KEPT = 1_000;

/** The turns of a page as the engine has just given it. */
export const freshTurns = (canUndo: boolean, canRedo: boolean): Turns => ({ ...NO_TURNS, moreLive: canUndo, moreUndone: canRedo });

export const canUndo = ({ live, moreLive }: Turns): boolean => live.length > 0 || moreLive;
export const canRedo = ({ undone, moreUndone }: Turns): boolean => undone.length > 0 || moreUndone;

export function momentOf({ issue, settled, asideConfirmed }: Moment): Moment {
  return { issue, settled, asideConfirmed };
}

const isNow = (now: Moment, then: Moment): boolean => now.issue === then.issue && now.settled === then.settled && now.asideConfirmed === then.asideConfirmed;

/** The turns after an act. Typing that goes on belongs to the entry it began. Gives the key of that entry too. */
export function withDone(turns: Turns, done: Done): { readonly turns: Turns; readonly key: string } {
  const last = turns.live.at(-1);
  if (last && done.run !== null && turns.run === done.run) {
    return { turns: { ...turns, live: [...turns.live.slice(0, -1), { ...last, after: done.after }] }, key: last.key };
  }
  return { turns: { ...turns, live: [...turns.live, done].slice(-MOST_KEPT), moreLive: turns.moreLive || turns.live.length >= MOST_KEPT, run: done.run }, key: done.key };
}

/** One step back (or forth): what it is a step over, null where only the engine can say; the turns after it. Null: there is nothing to step over. */
export function stepOver(turns: Turns, now: Moment, back: boolean): { readonly turns: Turns; readonly over: Done | null } | null {
  const [from, to] = back ? [turns.live, turns.undone] : [turns.undone, turns.live];
  if (!(back ? canUndo : canRedo)(turns)) return null;
  const next = from.at(-1) ?? null;
  const known = next && isNow(now, back ? next.after : next.before) ? next : null;
  const [left, gone] = [from.slice(0, -1), [...to, known]];
  return { over: known, turns: { ...turns, run: null, ...(back ? { live: left, undone: gone } : { undone: left, live: gone }) } };
}

/** The turns once the engine has said which entry an act is; null where it is not the one it was taken for. */
export function withEntry(turns: Turns, key: string, entry: EntryId): Turns | null {
  if ([...turns.live, ...turns.undone].some((done) => done?.key === key && done.entry !== null && done.entry !== entry)) return null;
  const named = (list: Turns['live']) => (list.some((done) => done?.key === key && done.entry === null) ? list.map((done) => (done?.key === key ? { ...done, entry } : done)) : list);
  return { ...turns, live: named(turns.live), undone: named(turns.undone) };
}

/** The entry that an act became, if the engine has said so. */
export function entryOf({ live, undone }: Turns, key: string): EntryId | null {
  return [...undone, ...live].findLast((done) => done?.key === key)?.entry ?? null;
}
