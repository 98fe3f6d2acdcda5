import type { PassageId } from '#core/model/ids.ts';
import { fromEmended, toEmended } from '#core/model/positions.ts';
import { newOnce } from '../bridge/bridge.ts';
import { make } from './desk-act.ts';
import { stopOf } from './desk-outline.ts';
import { TYPED } from './desk-plan-text.ts';
import { continues, runAfter } from './desk-typing.ts';
import { openRun, setRun } from './desk-run.ts';
import { openedPage } from './desk.ts';

/** What was typed into a passage: a stretch of its marked-up text and what takes its place. */
export type Typed = {
  readonly passage: PassageId;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly composed: boolean;
  readonly forward: boolean; // taken out with Delete, so that the caret goes on behind what was struck
};

/**
 * Types into a passage: source text is struck, typed text added. `at` in milliseconds.
 * Gives where the caret stands afterwards in the marked-up text, or null if nothing was changed.
 */
export function type({ passage, from, to, text, composed, forward }: Typed, at: number): number | null {
  const before = stopOf(openedPage().issue, passage)?.passage.pieces;
  if (!before) return null;
  const target = toEmended(before, from) + text.length;
  const changes = text.length > 0 || toEmended(before, to) > toEmended(before, from);
  if (!changes) return fromEmended(before, target, forward ? 'after' : 'before');
  const stroke = { passage, from, to, text, composed, at };
  const run = openRun();
  const key = continues(run, stroke) ? run.key : newOnce();
  const issue = make('type', [{ kind: 'replaceText', passage, from, to, put: { text, why: TYPED } }], key);
  const after = issue && stopOf(issue, passage)?.passage.pieces;
  if (!after) return null;
  const caret = fromEmended(after, target, forward ? 'after' : 'before');
  setRun(runAfter(run, stroke, caret, key));
  return caret;
}
