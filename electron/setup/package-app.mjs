import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inRoot, stateFolder } from './paths.mjs';
import { runOrFail } from './run.mjs';

const inputs = ['dist', 'resources', 'package.json', 'package-lock.json', 'electron-builder.yml', 'electron/setup/after-pack.mjs'];

/**
 * The arguments that make electron-builder use the Electron that was found, instead of downloading one.
 * @param {import('./electron-runtime.mjs').ElectronRuntime} electron
 */
export const electronArguments = ({ folder, version }) => [
  `--config.electronDist=${folder}`,
  `--config.electronVersion=${version}`,
];

export const builder = inRoot('node_modules', 'electron-builder', 'cli.js');

/**
 * Lays out the application for this platform in release/, without making an installer, if what it is made of has changed.
 * @param {import('./electron-runtime.mjs').ElectronRuntime | undefined} electron
 */
export function packageUnpacked(electron) {
  if (electron === undefined) throw new Error('packaging needs an Electron');
  return oneAtATime(() => packageStale(electron));
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} electron */
async function packageStale(electron) {
  const stamp = join(stateFolder, 'packaged');
  const now = `${electron.version} ${await fingerprint(inputs)}`;
  if (existsSync(inRoot('release')) && (await readFile(stamp, 'utf8').catch(() => '')) === now) return;
  await rm(stamp, { force: true });
  await rm(inRoot('release'), { recursive: true, force: true });
  await runOrFail(process.execPath, [builder, '--dir', '--publish=never', ...electronArguments(electron)], {
    what: 'Packaging',
    remedy: 'The lines above are electron-builder’s.',
    waitingFor: 'electron-builder',
    env: { CI: '1', NO_COLOR: '1' },
  });
  await mkdir(stateFolder, { recursive: true });
  await writeFile(stamp, now);
}
