import { app } from 'electron';
import { devServerOrigin } from './dev-server.ts';

/** Every page's process is sandboxed. Chromium refuses that to root, who has to start it with --no-sandbox. */
export function guardProcesses(): void {
  const isRootWithout = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
  if (!isRootWithout) app.enableSandbox();
}

/** Stet has no business in any network: no name is ever resolved, and Chromium's own services stay silent. */
export function guardNetwork(): void {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-proxy-server');
  if (devServerOrigin() === null) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
