import type { EntryId } from '#contract/schemas/library.ts';
import { call, newOnce } from '../bridge/bridge.ts';
import { closeRun } from './desk-run.ts';
import { drained } from './desk-save.ts';
import { loadProject } from './project.ts';
import { whileSaving } from './saving.ts';
import { say, sayError, sayHere, withdrawUndo } from './toasts.ts';

const keyOf = (label: string): string => `history.${label}`;

/** Takes back what was last done to the project or to many articles at once. At the desk, its own undo is used. */
export async function undoLast(): Promise<void> {
  const undone = await whileSaving(call('history.undo', { once: newOnce(), issue: null }));
  if (!undone.ok) return sayError(undone.error);
  sayHere('desk.undone', { what: keyOf(undone.value.label) });
  await loadProject(); // a setting or a topic may have been what was taken back
}

/** Does again what was last taken back. */
export async function redoLast(): Promise<void> {
  const redone = await whileSaving(call('history.redo', { once: newOnce(), issue: null }));
  if (!redone.ok) return sayError(redone.error);
  sayHere('desk.redone', { what: keyOf(redone.value.label) });
  await loadProject();
}

/** Takes an entry back, by the way `undo` does it, if nothing depends on it. False where something does: it is to be looked at first. */
export async function takeBackAlone(entry: EntryId, undo: (entries: readonly EntryId[]) => Promise<void>): Promise<boolean> {
  const dependents = await call('history.dependents', { entry });
  if (!dependents.ok) sayError(dependents.error);
  if (!dependents.ok || dependents.value.length > 0) return false;
  await undo([entry]);
  return true;
}

/** Takes entries of the project's history back, in this order, wherever they stand in it. Where one cannot be, those after it stay and the user is told. */
export async function undoInProject(entries: readonly EntryId[]): Promise<void> {
  closeRun();
  if (!(await drained())) return; // what the desk still has to write comes first
  let done = 0;
  for (const entry of entries) {
    const undone = await whileSaving(call('history.undo', { once: newOnce(), issue: null, entry }));
    if (!undone.ok) {
      sayError(undone.error);
      break;
    }
    done += 1;
  }
  if (done === 0) return;
  withdrawUndo();
  say('journal.taken-back', { count: done });
  await loadProject();
}
