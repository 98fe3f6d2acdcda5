import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { fail } from '#util/result.ts';
import { MAIN_CHANNEL } from '#contract/bridge.ts';
import type { Log } from '../state/log.ts';
import { answer } from './answer.ts';
import type { Handlers } from './answer.ts';

/** The only listener for messages of pages: the main frame of our window, showing our page, and nobody else, is answered. */
export function serveCalls(handlers: Handlers, window: BrowserWindow, origin: string, log: Log): void {
  ipcMain.handle(MAIN_CHANNEL, (event, name: unknown, request: unknown) =>
    isOurs(event, window, origin) ? answer(handlers, name, request, log) : fail({ code: 'bad-request', where: 'sender' }),
  );
}

function isOurs(event: IpcMainInvokeEvent, window: BrowserWindow, origin: string): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === origin;
}
