import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { StringKey, Translate } from '#strings/index.ts';

type MenuOptions = {
  readonly t: Translate;
  readonly isMac: boolean;
  readonly isDevelopment: boolean;
  readonly command: (id: string) => void;
};

/**
 * Sets the system's menu. It holds what a system expects there; the registry of the renderer knows all commands and their keys, so
 * commands here show no keys of their own.
 */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

function menuTemplate({ t, isMac, isDevelopment, command }: MenuOptions): MenuItemConstructorOptions[] {
  const item = (label: StringKey, id: string): MenuItemConstructorOptions => ({ label: t(label), click: () => command(id) });
  const role = (label: StringKey, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({ label: t(label), role: name });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const quit = role('menu.quit', 'quit');
  return [
    ...(isMac ? [{ label: t('app.name'), submenu: [quit] }] : []),
    {
      label: t('menu.file'),
      submenu: [
        item('menu.open-folder', 'project.openFolder'),
        item('menu.open-project', 'project.openExisting'),
        item('menu.close-project', 'project.close'),
        ...(isMac ? [] : [line, quit]),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        // Not the roles: those would undo inside a text field, past the journal.
        item('menu.undo', 'history.undo'),
        item('menu.redo', 'history.redo'),
        line,
        role('menu.cut', 'cut'),
        role('menu.copy', 'copy'),
        role('menu.paste', 'paste'),
        role('menu.select-all', 'selectAll'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        role('menu.zoom-in', 'zoomIn'),
        role('menu.zoom-out', 'zoomOut'),
        role('menu.zoom-reset', 'resetZoom'),
        line,
        role('menu.full-screen', 'togglefullscreen'),
        ...(isDevelopment ? [line, role('menu.developer-tools', 'toggleDevTools')] : []),
      ],
    },
    { label: t('menu.help'), submenu: [item('menu.palette', 'app.palette'), item('menu.keys', 'app.keys')] },
  ];
}
