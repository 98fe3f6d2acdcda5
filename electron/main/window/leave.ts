import type { BrowserWindow } from 'electron';

const PATIENCE = 2_000; // milliseconds

/**
 * Holds the window's closing back until its page has sent or kept what it holds, at most two seconds. `ask` tells the page;
 * the returned function lets the window go. A page that is not there, or whose process died, is not waited for.
 */
export function askBeforeClosing(window: BrowserWindow, ask: () => void): () => void {
  let isFree = false;
  let patience: NodeJS.Timeout | undefined;
  const letGo = (): void => {
    clearTimeout(patience);
    isFree = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (isFree || window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) return;
    event.preventDefault();
    if (patience !== undefined) return;
    patience = setTimeout(letGo, PATIENCE);
    ask();
  });
  return letGo;
}
