import { afterPaint } from '../ui/after-paint.ts';
import { appStore } from './app.ts';
import { coalesce } from './coalesce.ts';
import { articleOf } from './desk-outline.ts';
import { deskViewStore } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { projectStore } from './project.ts';
import { forgetQueue, locate, noteHere, queueStore } from './queue.ts';

const SOON = 200; // milliseconds in which changes of the lists become one question

/** Keeps the queue with the project that is open, with what the desk shows, and with what is decided. To be called once. */
export function followQueue(): void {
  appStore.subscribe(({ app, engine }, before) => {
    if (app?.project?.id !== before.app?.project?.id) forgetQueue();
    else if (engine.state === 'ready' && before.engine.state !== 'ready' && queueStore.getState().here) void locate();
  });
  const ask = () => void locate();
  const again = coalesce(ask, SOON);
  projectStore.subscribe(({ revision }, before) => {
    if (revision !== before.revision && queueStore.getState().here) again();
  });
  const follow = () => {
    const { page } = deskStore.getState();
    const focus = deskViewStore.getState().selection?.focus ?? null;
    if (page && focus !== null && noteHere(page.id, articleOf(page.issue, focus)?.id ?? null)) afterPaint(ask);
  };
  deskStore.subscribe(({ page }, before) => {
    if (page?.id !== before.page?.id) follow();
  });
  deskViewStore.subscribe(({ selection }, before) => {
    if (selection?.focus !== before.selection?.focus) follow();
  });
}
