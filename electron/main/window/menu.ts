import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { AppState, Keys } from '#contract/schemas/project.ts';
import type { StringKey, Translate } from '#strings/index.ts';
import { acceleratorOf } from './accelerator.ts';

type MenuOptions = {
  readonly t: Translate;
  readonly isMac: boolean;
  readonly isDevelopment: boolean;
  readonly state: Pick<AppState, 'languageSetting' | 'themeSetting' | 'project'>;
  readonly keys: Keys; // of the window's commands, as they are in force
  readonly command: (id: string) => void;
  readonly inField: (act: 'undo' | 'redo') => void; // in a text field that is not the journal's
};

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

/**
 * Sets the system's menu. Its commands are the window's, with the keys they have there: the keys are shown, and given by the window alone, so that no press counts
 * twice. What needs a project is grey without one.
 */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

function menuTemplate(options: MenuOptions): Item[] {
  const { t, isMac } = options;
  const menu = (label: StringKey, submenu: Item[]): Item => ({ label: t(label), submenu });
  return [
    ...(isMac ? [menu('app.name', appMenu(options))] : []),
    menu('menu.file', fileMenu(options)),
    menu('menu.edit', editMenu(options)),
    menu('menu.view', viewMenu(options)),
    menu('menu.go', goMenu(options)),
    ...(isMac ? [{ label: t('menu.window'), role: 'windowMenu' } satisfies Item] : []),
    menu('menu.help', helpMenu(options)),
  ];
}

/** A command of the window. `always`: without a project too. */
function command({ t, keys, state, command: send }: MenuOptions, label: StringKey, id: string, { always = false, byKey }: { readonly always?: boolean; readonly byKey?: () => void } = {}): Item {
  const accelerator = acceleratorOf(keys[id] ?? []);
  return {
    label: t(label),
    enabled: always || state.project !== null,
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
    // macOS gives a press to the menu all the same once the window has passed it over: there it means nothing, or what a text field makes of it.
    click: (_item, _window, event) => (event?.triggeredByAccelerator ? byKey?.() : send(id)),
  };
}

const role = ({ t }: MenuOptions, label: StringKey, name: NonNullable<Item['role']>): Item => ({ label: t(label), role: name });

/** One of several, which is marked. */
const choice = (options: MenuOptions, label: StringKey, id: string, checked: boolean): Item => ({ ...command(options, label, id, { always: true }), type: 'radio', checked });

function appMenu(options: MenuOptions): Item[] {
  return [
    role(options, 'menu.about', 'about'),
    LINE,
    command(options, 'rail.settings', 'project.settings'),
    LINE,
    role(options, 'menu.services', 'services'),
    LINE,
    role(options, 'menu.hide', 'hide'),
    role(options, 'menu.hide-others', 'hideOthers'),
    role(options, 'menu.unhide', 'unhide'),
    LINE,
    role(options, 'menu.quit', 'quit'),
  ];
}

function fileMenu(options: MenuOptions): Item[] {
  return [
    command(options, 'menu.open-folder', 'project.openFolder', { always: true }),
    command(options, 'menu.open-project', 'project.openExisting', { always: true }),
    command(options, 'command.project.openSamples', 'project.openSamples', { always: true }),
    LINE,
    command(options, 'command.project.rescan', 'project.rescan'),
    command(options, 'menu.export', 'app.go.export'),
    ...(options.isMac ? [] : [command(options, 'rail.settings', 'project.settings')]),
    LINE,
    command(options, 'menu.close-project', 'project.close'),
    ...(options.isMac ? [] : [LINE, role(options, 'menu.quit', 'quit')]),
  ];
}

function editMenu(options: MenuOptions): Item[] {
  return [
    // Not the roles: those would undo inside a text field, past the journal.
    command(options, 'menu.undo', 'history.undo', { byKey: () => options.inField('undo') }),
    command(options, 'menu.redo', 'history.redo', { byKey: () => options.inField('redo') }),
    LINE,
    role(options, 'menu.cut', 'cut'),
    role(options, 'menu.copy', 'copy'),
    role(options, 'menu.paste', 'paste'),
    role(options, 'menu.select-all', 'selectAll'),
    LINE,
    command(options, 'menu.find', 'desk.find'),
  ];
}

function viewMenu(options: MenuOptions): Item[] {
  const { t, state: { themeSetting, languageSetting } } = options;
  const themes = (['system', 'light', 'dark', 'contrast'] as const).map((theme) => choice(options, `command.app.theme.${theme}`, `app.theme.${theme}`, themeSetting === theme));
  const languages = (['en', 'zh-Hans'] as const).map((language) => choice(options, `command.app.language.${language}`, `app.language.${language}`, languageSetting === language));
  return [
    command(options, 'command.desk.source', 'desk.source'),
    command(options, 'command.desk.details', 'desk.details'),
    command(options, 'command.desk.picture', 'desk.picture'),
    LINE,
    { label: t('menu.theme'), submenu: themes },
    { label: t('menu.language'), submenu: languages },
    LINE,
    role(options, 'menu.zoom-in', 'zoomIn'),
    role(options, 'menu.zoom-out', 'zoomOut'),
    role(options, 'menu.zoom-reset', 'resetZoom'),
    LINE,
    role(options, 'menu.full-screen', 'togglefullscreen'),
    ...(options.isDevelopment ? [LINE, role(options, 'menu.developer-tools', 'toggleDevTools')] : []),
  ];
}

function goMenu(options: MenuOptions): Item[] {
  return [
    command(options, 'menu.quick-open', 'app.open'),
    command(options, 'menu.queues', 'queue.choose'),
    LINE,
    ...(['library', 'desk', 'search', 'topics', 'export', 'history'] as const).map((screen) => command(options, `rail.${screen}`, `app.go.${screen}`)),
    command(options, 'rail.learning', 'learning.go'),
    command(options, 'rail.names', 'app.go.names'),
    command(options, 'rail.accepted', 'app.go.accepted'),
    LINE,
    command(options, 'command.app.back', 'app.back'),
    command(options, 'command.app.forward', 'app.forward'),
    LINE,
    command(options, 'command.desk.next-page', 'desk.nextPage'),
    command(options, 'command.desk.previous-page', 'desk.previousPage'),
    command(options, 'command.desk.next-doubt', 'desk.nextDoubt'),
  ];
}

function helpMenu(options: MenuOptions): Item[] {
  return [
    command(options, 'menu.palette', 'app.palette', { always: true }),
    command(options, 'menu.keys', 'app.keys', { always: true }),
    ...(options.isMac ? [] : [LINE, role(options, 'menu.about', 'about')]),
  ];
}
