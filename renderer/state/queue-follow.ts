import { appStore } from './app.ts';
import { coalesce } from './coalesce.ts';
import { articleOf } from './desk-outline.ts';
import { deskViewStore } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { projectStore } from './project.ts';
import { cameTo, forgetQueue, loadQueues, locate, queueStore } from './queue.ts';

const SOON = 200; // milliseconds in which changes of the lists become one question

/** Keeps the queue with the project that is open, with what the desk shows, and with what is decided. To be called once. */
export function followQueue(): void {
  appStore.subscribe(({ app, engine }, before) => {
    const id = app?.project?.id ?? null;
    const opened = id !== (before.app?.project?.id ?? null);
    const isBack = engine.state === 'ready' && before.engine.state !== 'ready';
    if (opened) forgetQueue();
    if (id !== null && (opened || isBack)) void loadQueues();
  });
  const again = coalesce(() => void locate(), SOON);
  projectStore.subscribe(({ revision }, before) => {
    if (revision !== before.revision && queueStore.getState().here) again();
  });
  const follow = () => {
    const { page } = deskStore.getState();
    const focus = deskViewStore.getState().selection?.focus ?? null;
    if (page && focus !== null) void cameTo(page.id, articleOf(page.issue, focus)?.id ?? null);
  };
  deskStore.subscribe(({ page }, before) => {
    if (page?.id !== before.page?.id) follow();
  });
  deskViewStore.subscribe(({ selection }, before) => {
    if (selection?.focus !== before.selection?.focus) follow();
  });
}
