import { LANGUAGES } from '#contract/schemas/project.ts';
import type { Theme } from '#contract/schemas/project.ts';
import { always } from '../../commands/command.ts';
import type { Command } from '../../commands/command.ts';
import { showOverlay } from '../../commands/overlay.ts';
import { appStore, isProjectOpen, setLanguage, setTheme } from '../../state/app.ts';
import { redoLast, undoLast } from '../../state/history.ts';
import { goBack, goForward, goToScreen, screenStore } from '../../state/screen.ts';

const screens = ['library', 'desk', 'topics', 'export'] as const;

const goCommands = screens.map((screen): Command => ({
  id: `app.go.${screen}`,
  labelKey: `command.app.go.${screen}`,
  group: 'view',
  keys: [`Alt+${screens.indexOf(screen) + 1}`],
  inText: true,
  when: isProjectOpen,
  run: () => goToScreen(screen),
}));

const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];

const themeCommands = THEMES.map((theme): Command => ({
  id: `app.theme.${theme}`,
  labelKey: `command.app.theme.${theme}`,
  group: 'view',
  keys: [],
  when: () => appStore.getState().app?.themeSetting !== theme,
  run: () => setTheme(theme),
}));

const languageCommands = LANGUAGES.map((language): Command => ({
  id: `app.language.${language}`,
  labelKey: `command.app.language.${language}`,
  group: 'view',
  keys: [],
  when: () => appStore.getState().app?.language !== language,
  run: () => setLanguage(language),
}));

/** What can be done from everywhere. */
export const appCommands: readonly Command[] = [
  { id: 'app.palette', labelKey: 'command.app.palette', group: 'app', keys: ['Mod+K'], inText: true, keysOnly: true, when: always, run: () => showOverlay('palette') },
  { id: 'app.open', labelKey: 'command.app.open', group: 'app', keys: ['Mod+P'], inText: true, when: isProjectOpen, run: () => showOverlay('open') },
  { id: 'app.keys', labelKey: 'command.app.keys', group: 'app', keys: ['?'], when: always, run: () => showOverlay('keys') },
  { id: 'app.back', labelKey: 'command.app.back', group: 'view', keys: ['Alt+ArrowLeft'], when: () => screenStore.getState().back.length > 0, run: goBack },
  { id: 'app.forward', labelKey: 'command.app.forward', group: 'view', keys: ['Alt+ArrowRight'], when: () => screenStore.getState().forward.length > 0, run: goForward },
  { id: 'history.undo', labelKey: 'command.history.undo', group: 'edit', keys: ['Mod+Z'], when: () => isProjectOpen() && screenStore.getState().place.screen !== 'desk', run: undoLast },
  { id: 'history.redo', labelKey: 'command.history.redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], when: () => isProjectOpen() && screenStore.getState().place.screen !== 'desk', run: redoLast },
  ...goCommands,
  ...themeCommands,
  { id: 'app.theme.system', labelKey: 'command.app.theme.system', group: 'view', keys: [], when: () => appStore.getState().app?.themeSetting !== 'system', run: () => setTheme('system') },
  ...languageCommands,
];
