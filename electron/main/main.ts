import { app } from 'electron';
import { failToStart } from './fail-to-start.ts';
import { prepareStet, runStet } from './run-stet.ts';
import { chooseUserData } from './places.ts';
import { pageAddress, registerAppScheme } from './window/app-scheme.ts';
import { guardContents } from './window/contents-guard.ts';
import { guardNetwork, guardProcesses } from './window/process-guard.ts';

// What has to be said before Electron is ready, in this order; then one Stet for each user-data folder.
chooseUserData();
registerAppScheme();
guardProcesses();
guardNetwork();
guardContents(pageAddress());

if (app.requestSingleInstanceLock()) {
  const prepared = prepareStet(); // while Electron gets ready
  // Not awaited: Electron is ready only once this file has run to its end.
  void app.whenReady().then(() => runStet(prepared)).catch(failToStart);
} else {
  app.quit(); // the one that runs comes to the front
}
