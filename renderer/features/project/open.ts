import type { AppError } from '#contract/app-error.ts';
import type { OpenProject } from '#contract/schemas/project.ts';
import type { Result } from '#util/result.ts';
import { call } from '../../bridge/bridge.ts';
import { appStore } from '../../state/app.ts';
import { settleDesk, whileLeaving } from '../../state/desk-leave.ts';
import { engineBack, sendHeld } from '../../state/desk-save.ts';
import { deskStore } from '../../state/desk.ts';
import { say, sayError } from '../../state/toasts.ts';

/** Waits for a project to be opened. Main announces the new state; it is asked for all the same, to be sure of it. */
function opened(ask: () => Promise<Result<OpenProject | null, AppError>>): Promise<void> {
  return whileLeaving(async () => {
    const project = await ask();
    if (!project.ok) return sayError(project.error);
    if (project.value !== null) await lookAnew();
  });
}

async function lookAnew(): Promise<void> {
  const state = await call('app.state', {});
  if (state.ok) appStore.setState({ app: state.value });
}

/** Opens what was chosen in a dialog. As long as that stands open, and if it is left without a choice, whoever was writing is still doing so. */
async function openChosen(choose: 'project.chooseFolder' | 'project.chooseExisting', open: 'project.openFolder' | 'project.openExisting'): Promise<void> {
  const chosen = await call(choose, {});
  if (!chosen.ok) return sayError(chosen.error);
  if (chosen.value === null) return;
  const { grant } = chosen.value;
  await opened(() => call(open, { grant }));
}

/** Asks for a folder to watch, and makes or opens its project. */
export const openFolder = (): Promise<void> => openChosen('project.chooseFolder', 'project.openFolder');

/** Asks for a NAME.stet. */
export const openExisting = (): Promise<void> => openChosen('project.chooseExisting', 'project.openExisting');

export const openSamples = (): Promise<void> => opened(() => call('project.openSamples', {}));

export const openRecent = (id: string): Promise<void> => opened(() => call('project.openRecent', { id }));

/** Closes the project. */
export function closeProject(): Promise<void> {
  return whileLeaving(async () => {
    const closed = await call('project.close', {});
    if (!closed.ok) return sayError(closed.error);
    await lookAnew();
  });
}

/** Closes the project and opens it again where one is: what is damaged is looked for and mended. What the desk holds is written before, or stays on it and is sent again. */
export async function reopenProject(): Promise<void> {
  await settleDesk();
  const { engine } = appStore.getState();
  appStore.setState({ engine: { state: 'reopening', error: null } }); // main's word for it may come behind its answer
  const asked = await call('project.reopen', {});
  if (!asked.ok) {
    appStore.setState({ engine });
    return sayError(asked.error);
  }
  if (!(await engineBack())) return; // the banner says why
  if (deskStore.getState().saving.state === 'held') sendHeld();
  say('project.reopened');
}

/** Looks at the whole watched folder again. */
export async function rescan(): Promise<void> {
  const done = await call('project.rescan', {});
  if (!done.ok) sayError(done.error);
}
