import { app } from 'electron';

/** Quits when the window is closed: first the window, which sends what it still holds, then what lies behind it, then the program. */
export function quitInOrder(finish: () => Promise<void>): void {
  let isFinished = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isFinished) return;
    event.preventDefault();
    void finish().finally(() => {
      isFinished = true;
      // In a turn of its own: asked as a promise settles, Electron now and then passes it over, and the program stays on without a window.
      setImmediate(() => app.quit());
    });
  });
}
