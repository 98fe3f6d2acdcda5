import { BrowserWindow, nativeTheme, screen } from 'electron';
import { EVENT_CHANNEL } from '#contract/bridge.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { Bounds } from '../state/settings.ts';
import { placeWindow, SMALLEST } from './bounds.ts';
import { webPreferences } from './preferences.ts';

export type MainWindow = {
  readonly window: BrowserWindow;
  /** Tells the page what is so. Says nothing once the window is gone. */
  readonly tell: <K extends EventName>(event: K, payload: EventPayload<K>) => void;
};

type WindowOptions = {
  readonly preload: string;
  readonly bounds: Bounds | null;
  readonly isDevelopment: boolean;
  readonly onBounds: (bounds: Bounds) => void;
};

/** Makes the window, not loaded and not shown: it shows itself when its page has something to show. */
export function makeWindow({ preload, bounds, isDevelopment, onBounds }: WindowOptions): MainWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(bounds, screens, screen.getPrimaryDisplay().workArea),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#181715' : '#fbfaf6', // the paper of the tokens: no flash before they are there
    webPreferences: webPreferences(preload, isDevelopment),
  });
  window.once('ready-to-show', () => {
    if (bounds?.maximized === true) window.maximize();
    window.show();
  });
  window.on('close', () => onBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  return {
    window,
    tell: (event, payload) => {
      if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event, payload);
    },
  };
}
