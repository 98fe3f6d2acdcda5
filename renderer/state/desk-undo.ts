import { newOnce } from '../bridge/bridge.ts';
import { closeRun } from './desk-run.ts';
import { gone, send } from './desk-save.ts';
import { tell } from './desk-tell.ts';
import { showTurned } from './desk-turned.ts';
import { canRedo, canUndo, momentOf, stepOver } from './desk-turns.ts';
import { deskStore } from './desk.ts';
import { withdrawUndo } from './toasts.ts';
import { refuseWriting } from './writing.ts';

/**
 * One step back or forth. Over what this window made, the page shows it at once, before the engine has heard of it; over what came before,
 * once the engine has said what it was. Resolves when the engine has done it, or it is held back.
 */
function step(back: boolean): Promise<void> {
  closeRun();
  const { page, turns } = deskStore.getState();
  if (!page) return Promise.resolve();
  if (refuseWriting()) return Promise.resolve();
  const next = stepOver(turns, page, back);
  if (!next) {
    tell(back ? 'error.nothing-to-undo' : 'error.nothing-to-redo');
    return Promise.resolve();
  }
  withdrawUndo();
  const { over } = next;
  const moment = momentOf(over ? (back ? over.before : over.after) : page);
  deskStore.setState({ turns: next.turns, page: { ...page, ...moment, canUndo: canUndo(next.turns), canRedo: canRedo(next.turns) } });
  if (over) showTurned(page, moment, back, over.label);
  const once = newOnce();
  send({ once, turn: back ? 'undo' : 'redo', over: over?.key ?? null });
  return gone(once);
}

/** Takes back the last entry of the journal that touches this page. */
export const undo = (): Promise<void> => step(true);

/** Does again what was last taken back. */
export const redo = (): Promise<void> => step(false);
