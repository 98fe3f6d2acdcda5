import type { WebContents } from 'electron';
import type { Log } from '../state/log.ts';

const ENOUGH = 3;
const MINUTE = 60_000;

/** Loads a page again whose process died: what was acknowledged is in the engine. One that keeps dying is left as it is. */
export function reviveAfterCrash(contents: WebContents, log: Log): void {
  let crashes: readonly number[] = [];
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    log.say(`the window's process is gone: ${details.reason} (${details.exitCode})`);
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < MINUTE), now];
    if (crashes.length < ENOUGH) contents.reload();
  });
}
