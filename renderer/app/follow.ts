import { keymapStore, setKeymap } from '../commands/index.ts';
import type { Command } from '../commands/index.ts';
import { usable } from '../commands/rekey.ts';
import type { Reading } from '#contract/schemas/project.ts';
import { forgetConcordance } from '../features/concordance/concordance-store.ts';
import { forgetRules } from '../state/rules.ts';
import { forgetExport } from '../features/export/export-store.ts';
import { forgetPresets } from '../features/export/preset-store.ts';
import { forgetHistory, refreshHistory } from '../features/history/history-store.ts';
import { refreshLibrary } from '../features/library/library-store.ts';
import { forgetSearch } from '../features/search/search-store.ts';
import { forgetNames } from '../features/names/names-store.ts';
import { call } from '../bridge/bridge.ts';
import { forgetAccepted } from '../state/accepted.ts';
import { appStore } from '../state/app.ts';
import { learningStore, loadLearning } from '../state/learning.ts';
import { forgetLibraryQuery } from '../state/library-query.ts';
import { forgetJobs, forgetProject, loadProject, projectStore } from '../state/project.ts';
import { resumeProject } from '../state/places.ts';
import { forgetPlaces, isScreen, screenStore } from '../state/screen.ts';
import { leaveProject, leaveScreen, say } from '../state/toasts.ts';

// Where the system asks for more contrast in the page's own terms only, the theme that follows the system follows that too.
const MORE_CONTRAST = '(prefers-contrast: more)';
const FACES: { readonly [F in Reading['face']]: string } = { song: 'var(--serif)', hei: 'var(--hei)', system: 'var(--sans)' };

/** Keeps the page's language, theme and type as main has them. */
export function followLooks(): void {
  const contrast = window.matchMedia(MORE_CONTRAST);
  const show = () => {
    const { app } = appStore.getState();
    if (!app) return;
    const { documentElement: root } = document;
    root.lang = app.language;
    root.dataset['theme'] = app.themeSetting === 'system' && contrast.matches ? 'contrast' : app.theme;
    root.style.setProperty('--reading-size', `${app.reading.size}px`);
    root.style.setProperty('--reading-measure', String(app.reading.measure));
    root.style.setProperty('--reading-leading', String(app.reading.leading));
    root.style.setProperty('--reading-face', FACES[app.reading.face]);
    document.title = app.project ? `${app.project.name} – Stet` : 'Stet';
  };
  appStore.subscribe(show);
  contrast.addEventListener('change', show);
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
      forgetHistory();
      forgetSearch();
      forgetConcordance();
      forgetAccepted();
      forgetRules();
      forgetNames();
      forgetExport();
      forgetPresets();
      leaveProject();
      if (id !== null) resumeProject(id);
    }
    // What was asked before an engine was there at all waits for it, and is answered.
    const isBack = engine.state === 'ready' && before.engine.state !== 'ready' && (before.engine.state !== 'starting' || projectStore.getState().problem !== null);
    if (id !== null && (opened || isBack)) void loadProject().then(before.engine.state === 'taking-over' ? sayWritable : undefined);
    if (id !== null && !opened && isBack) {
      forgetJobs();
      refreshLibrary();
      if (isScreen('history')) refreshHistory();
      if (learningStore.getState().learning !== null) void loadLearning();
    }
  });
}

/** Where what could only be looked at was opened anew, it can be worked on now; another opener may have been quicker. */
function sayWritable(): void {
  if (projectStore.getState().info?.readOnly === null) say('project.writable');
}

/** What was said of a screen goes with it. */
export function followToasts(): void {
  screenStore.subscribe(({ place }, before) => place.screen !== before.place.screen && leaveScreen());
}

/** Keeps the keys in force as main has them, and tells main what they are of each command. What a later Stet no longer knows is left out. */
export function followKeys(own: readonly Command[]): void {
  keymapStore.subscribe(({ keys }) => void call('app.tellKeys', { keys: Object.fromEntries([...keys].map(([id, ways]) => [id, [...ways]])) }));
  setKeymap(own, {});
  appStore.subscribe(({ app }, before) => {
    if (app && app.keys !== before.app?.keys && JSON.stringify(app.keys) !== JSON.stringify(before.app?.keys ?? {})) setKeymap(own, usable(own, app.keys).changes);
  });
}
