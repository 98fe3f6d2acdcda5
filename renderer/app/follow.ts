import { setKeymap } from '../commands/index.ts';
import type { Command } from '../commands/index.ts';
import { usable } from '../commands/rekey.ts';
import { refreshLibrary } from '../features/library/library-store.ts';
import { appStore } from '../state/app.ts';
import { loadLearning } from '../state/learning.ts';
import { forgetLibraryQuery } from '../state/library-query.ts';
import { forgetJobs, forgetProject, loadProject } from '../state/project.ts';
import { forgetPlaces } from '../state/screen.ts';

/** Keeps the page's language and theme as main has them. */
export function followLooks(): void {
  appStore.subscribe(({ app }) => {
    if (!app) return;
    document.documentElement.lang = app.language;
    document.documentElement.dataset['theme'] = app.theme;
    document.title = app.project ? `${app.project.name} – Stet` : 'Stet';
  });
}

/** Loads the project when one is opened and when the engine is ready again; forgets it when it is closed. */
export function followOpenProject(): void {
  appStore.subscribe(({ app, engine }, before) => {
    const id = app?.project?.id ?? null;
    const opened = id !== (before.app?.project?.id ?? null);
    if (opened) {
      forgetProject();
      forgetPlaces();
      forgetLibraryQuery();
    }
    const isBack = engine.state === 'ready' && before.engine.state !== 'ready';
    if (id !== null && (opened || isBack)) void loadProject();
    if (id !== null && !opened && isBack) {
      forgetJobs();
      refreshLibrary();
      void loadLearning();
    }
  });
}

/** Keeps the keys in force as main has them. What a later Stet no longer knows is left out. */
export function followKeys(own: readonly Command[]): void {
  setKeymap(own, {});
  appStore.subscribe(({ app }, before) => {
    if (app && app.keys !== before.app?.keys && JSON.stringify(app.keys) !== JSON.stringify(before.app?.keys ?? {})) setKeymap(own, usable(own, app.keys).changes);
  });
}
