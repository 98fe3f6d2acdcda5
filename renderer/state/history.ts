import { call, newOnce } from '../bridge/bridge.ts';
import { loadProject } from './project.ts';
import { whileSaving } from './saving.ts';
import { say, sayError } from './toasts.ts';

/** Takes back what was last done to the project or to many articles at once. At the desk, its own undo is used. */
export async function undoLast(): Promise<void> {
  const undone = await whileSaving(call('history.undo', { once: newOnce(), issue: null }));
  if (!undone.ok) return sayError(undone.error);
  say('toast.undone');
  await loadProject(); // a setting or a topic may have been what was taken back
}

/** Does again what was last taken back. */
export async function redoLast(): Promise<void> {
  const redone = await whileSaving(call('history.redo', { once: newOnce(), issue: null }));
  if (!redone.ok) return sayError(redone.error);
  say('toast.redone');
  await loadProject();
}
