import { undoLast } from '../../state/history.ts';
import { changeSettings, projectStore } from '../../state/project.ts';
import { say } from '../../state/toasts.ts';

/** Has the next export made ready while nobody does anything, or no longer. */
export async function setMakeReady(makeReady: boolean): Promise<void> {
  if (await changeSettings({ makeReady })) say(makeReady ? 'toast.make-ready.on' : 'toast.make-ready.off', {}, undoLast);
}

/** The other way than it is. */
export async function toggleMakeReady(): Promise<void> {
  const { info } = projectStore.getState();
  if (info) await setMakeReady(!info.settings.makeReady);
}
