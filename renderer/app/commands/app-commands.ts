import { LANGUAGES } from '#contract/schemas/project.ts';
import type { Language, Theme } from '#contract/schemas/project.ts';
import { always } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import type { Command } from '../../commands/command.ts';
import { showOverlay } from '../../commands/overlay.ts';
import { appStore, isProjectOpen, setLanguage, setTheme } from '../../state/app.ts';
import { redoLast, undoLast } from '../../state/history.ts';
import { cancelJob, runningJob } from '../../state/project.ts';
import { goHome, goToPane } from '../focus.ts';
import { dismissNewest, toastStore } from '../../state/toasts.ts';
import { RAIL, goBack, goForward, goToScreen, isScreen, screenStore } from '../../state/screen.ts';

// The rail reads Alt+1, Alt+2 … from its top; Learning and the list of files, which do not stand in it, go on from there, and the accepted wordings at its foot after them.
const DIGITS = [...RAIL.map((screen, at) => [screen, at + 1] as const), ['accepted', 9] as const];

const goCommands = DIGITS.map(([screen, digit]): Command => ({
  id: `app.go.${screen}`,
  labelKey: `command.app.go.${screen}`,
  group: 'view',
  keys: [`Alt+${digit}`],
  inText: true,
  when: isProjectOpen,
  run: () => {
    // From a side pane of the same screen: back to what the screen is for.
    if (isScreen(screen)) goHome();
    goToScreen(screen);
  },
}));

const THEMES: readonly (readonly ['system' | Theme, string])[] = [['light', 'L'], ['dark', 'D'], ['contrast', 'C'], ['system', 'S']];

const themeCommands = THEMES.map(([theme, key]): Command => ({
  id: `app.theme.${theme}`,
  labelKey: `command.app.theme.${theme}`,
  group: 'view',
  keys: [`Alt+T ${key}`],
  inText: true,
  when: needing('needs.other-look', () => appStore.getState().app?.themeSetting !== theme),
  run: () => setTheme(theme),
}));

const LANGUAGE_KEYS: { readonly [L in Language]: string } = { en: 'E', 'zh-Hans': 'Z' };

const languageCommands = LANGUAGES.map((language): Command => ({
  id: `app.language.${language}`,
  labelKey: `command.app.language.${language}`,
  group: 'view',
  keys: [`Alt+T ${LANGUAGE_KEYS[language]}`],
  inText: true,
  when: needing('needs.other-look', () => appStore.getState().app?.language !== language),
  run: () => setLanguage(language),
}));

// The desk has an undo of its own.
const NOT_DESK = ['library', 'search', 'concordance', 'rules', 'topics', 'accepted', 'names', 'export', 'history', 'learning', 'settings'] as const;

/** What can be done from everywhere. */
export const appCommands: readonly Command[] = [
  { id: 'app.palette', labelKey: 'command.app.palette', group: 'app', keys: ['Mod+K'], inText: true, when: always, run: () => showOverlay('palette') },
  { id: 'app.open', labelKey: 'command.app.open', group: 'app', keys: ['Mod+P'], inText: true, when: isProjectOpen, run: () => showOverlay('open') },
  { id: 'app.keys', labelKey: 'command.app.keys', group: 'app', keys: ['?'], when: always, run: () => showOverlay('keys') },
  { id: 'app.pane.next', labelKey: 'command.app.pane.next', group: 'view', keys: ['F6'], inText: true, when: isProjectOpen, run: () => goToPane(1) },
  { id: 'app.pane.previous', labelKey: 'command.app.pane.previous', group: 'view', keys: ['Shift+F6'], inText: true, when: isProjectOpen, run: () => goToPane(-1) },
  { id: 'app.cancelJob', labelKey: 'command.app.cancel-job', group: 'app', keys: ['Mod+.'], inText: true, when: needing('needs.job', () => runningJob() !== null), run: () => cancelJob(runningJob() ?? '') },
  { id: 'app.dismiss', labelKey: 'command.app.dismiss', group: 'app', keys: ['Alt+X'], inText: true, when: needing('needs.message', () => toastStore.getState().toasts.length > 0), run: () => void dismissNewest() },
  { id: 'app.back', labelKey: 'command.app.back', group: 'view', keys: ['Alt+ArrowLeft'], when: needing('needs.back', () => screenStore.getState().back.length > 0), run: goBack },
  { id: 'app.forward', labelKey: 'command.app.forward', group: 'view', keys: ['Alt+ArrowRight'], when: needing('needs.forward', () => screenStore.getState().forward.length > 0), run: goForward },
  { id: 'history.undo', labelKey: 'command.history.undo', group: 'edit', keys: ['Mod+Z'], contexts: NOT_DESK, decides: true, when: () => isProjectOpen() && screenStore.getState().place.screen !== 'desk', run: undoLast },
  { id: 'history.redo', labelKey: 'command.history.redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], contexts: NOT_DESK, decides: true, when: () => isProjectOpen() && screenStore.getState().place.screen !== 'desk', run: redoLast },
  ...goCommands,
  ...themeCommands,
  ...languageCommands,
];
