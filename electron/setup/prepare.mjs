import { buildStale } from './build-parts.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * Packages and an up-to-date build of some parts: enough for the command line.
 * @param {readonly import('./build-parts.mjs').Part[]} wanted
 */
export async function preparePlain(wanted) {
  await oneAtATime(ensurePackages);
  await buildStale(wanted);
}

/**
 * Packages and an Electron that can open windows here.
 * @param {{ virtualDisplay: boolean }} options whether a virtual display will do where there is no real one
 */
export const prepareWindows = ({ virtualDisplay }) =>
  oneAtATime(async () => {
    await ensurePackages();
    const electron = await ensureElectron();
    await ensureSystemLibraries(electron.binary, { display: virtualDisplay && !hasDisplay(), tests: virtualDisplay });
    return electron;
  });
