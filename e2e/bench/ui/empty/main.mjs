import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, utilityProcess } from 'electron';

// The least an Electron program can be: one window with one page, the page that --page= names or an empty one, and, where --idle stands, one utility
// process that does nothing.
const value = (/** @type {string} */ name) => app.commandLine.getSwitchValue(name);
const userData = value('user-data-dir');
if (userData !== '') app.setPath('userData', userData);

void app.whenReady().then(async () => {
  if (app.commandLine.hasSwitch('idle')) utilityProcess.fork(fileURLToPath(new URL('idle.mjs', import.meta.url)), [], { serviceName: 'Idle' });
  const window = new BrowserWindow({ width: 1440, height: 900, useContentSize: true, show: false, webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false } });
  window.once('ready-to-show', () => window.show());
  const page = value('page');
  await (page === '' ? window.loadURL('data:text/html,<!doctype html><title>empty</title><p>ready</p>') : window.loadFile(page));
});
app.on('window-all-closed', () => app.quit());
