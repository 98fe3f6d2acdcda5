import { app, nativeTheme, session, shell } from 'electron';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createTranslator } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';
import { LANGUAGES } from '#contract/schemas/project.ts';
import type { AppState, Keys } from '#contract/schemas/project.ts';
import { createHandlers } from './calls/handlers.ts';
import { serveCalls } from './calls/serve-calls.ts';
import { createEngineLink } from './engine/engine-link.ts';
import { startEngineProcess } from './engine/engine-process.ts';
import { superviseEngine } from './engine/supervisor.ts';
import { findPlaces } from './places.ts';
import { createKnownProjects } from './projects/known-projects.ts';
import { createWorkbench } from './projects/workbench.ts';
import { quitInOrder } from './quit.ts';
import { createGrants } from './state/grants.ts';
import { languageOf } from './state/language.ts';
import { openLog } from './state/log.ts';
import { openSettings } from './state/settings.ts';
import { nativeSourceOf, themeOf } from './state/theme.ts';
import { pageAddress, pageOrigin, serveApp } from './window/app-scheme.ts';
import { devServerOrigin } from './window/dev-server.ts';
import { createDialogs } from './window/dialogs.ts';
import { askBeforeClosing } from './window/leave.ts';
import { makeWindow } from './window/main-window.ts';
import type { MainWindow } from './window/main-window.ts';
import { setMenu } from './window/menu.ts';
import { reviveAfterCrash } from './window/revive.ts';
import { guardSession } from './window/session-guard.ts';

/** What can be done before Electron is ready: where things are, and the settings. Has to run after `chooseUserData`. */
export function prepareStet() {
  const places = findPlaces();
  const log = openLog(places.logs);
  return { places, log, settings: openSettings(places.settings, log) };
}

/** Puts the one window together and shows it. Runs once, when Electron is ready. */
export async function runStet({ places, log, settings }: ReturnType<typeof prepareStet>): Promise<void> {
  const devServer = devServerOrigin();
  process.on('uncaughtException', (error) => void log.bug(error));
  process.on('unhandledRejection', (error) => void log.bug(error));
  log.say(`Stet ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`);

  const language = (): AppState['language'] => languageOf(settings.get().language, app.getPreferredSystemLanguages());
  const t = (): Translate => createTranslator(language(), log.say);
  nativeTheme.themeSource = nativeSourceOf(settings.get().theme);

  let shown: MainWindow | null = null;
  const tell: MainWindow['tell'] = (event, payload) => shown?.tell(event, payload);
  const link = createEngineLink(
    (projectPath, folder, told) => {
      const options = { projectPath, folder, resourcesPath: places.resources, logPath: join(places.logs, 'engine.log'), acceptedPath: places.accepted, editor: userName(), watch: true };
      const output = join(places.logs, 'engine-output.log');
      return superviseEngine((heard) => startEngineProcess(places.engine, options, output, heard), log, told);
    },
    (state) => tell('engine.state', state),
  );
  const known = createKnownProjects(settings);
  const samplesNames = () => [t()('project.samples'), ...LANGUAGES.map((other) => createTranslator(other)('project.samples'))] as const;
  const workbench = createWorkbench({ ...places, samplesNames }, known, settings, link, () => {
    showMenu(); // what needs a project
    void announce();
  });
  void workbench.openLast(); // first of all: the engine has the longest way to the first row

  guardSession(session.defaultSession, devServer);
  if (devServer === null) serveApp(places.renderer);
  shown = makeWindow({
    preload: places.preload,
    bounds: settings.get().bounds,
    isDevelopment: devServer !== null,
    onBounds: (bounds) => settings.change({ bounds }),
  });
  const { window } = shown;
  link.show(window);
  reviveAfterCrash(window.webContents, log);
  const leave = askBeforeClosing(window, () => tell('app.closing', {}));
  const loaded = window.loadURL(pageAddress());

  let keys: Keys = {}; // the window's, as it last told
  const showMenu = (): void => setMenu({
    t: t(), isMac: process.platform === 'darwin', isDevelopment: devServer !== null, keys,
    state: { languageSetting: settings.get().language, themeSetting: settings.get().theme, project: workbench.project() },
    command: (command) => tell('app.command', { command }),
    inField: (act) => window.webContents[act](),
  });

  const appState = async (): Promise<AppState> => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    language: language(),
    languageSetting: settings.get().language,
    theme: themeOf(settings.get().theme, { dark: nativeTheme.shouldUseDarkColors, highContrast: nativeTheme.shouldUseHighContrastColors }),
    themeSetting: settings.get().theme,
    keys: settings.get().keys,
    reading: settings.get().reading,
    recent: await known.recent(),
    project: workbench.project(),
    notOpened: workbench.notOpened(),
  });
  const announce = async (): Promise<void> => tell('app.changed', await appState());
  const applySettings = (): void => {
    nativeTheme.themeSource = nativeSourceOf(settings.get().theme);
    showMenu();
    void announce();
  };
  applySettings();
  nativeTheme.on('updated', () => void announce());

  const grants = createGrants(link.grant);
  const dialogs = createDialogs(window, t, places.projects, app.getPath('documents'));
  const handlers = createHandlers({ appState, settings, changed: applySettings, workbench, dialogs, grants, reveal: (path) => shell.showItemInFolder(path), leave, keysTold: (told) => {
    keys = told;
    showMenu();
  } });
  serveCalls(handlers, window, pageOrigin(), log);

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  quitInOrder(async () => {
    await link.close();
    await settings.written();
  });

  await loaded;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a user without an entry in the system's list
  }
}
