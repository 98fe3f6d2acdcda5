import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { ensureFallbackRuntime, hasFallback } from './fallback-runtime.mjs';
import { isOffline } from './npm.mjs';
import { inRoot, stateFolder } from './paths.mjs';
import { allowedMinutes, run } from './run.mjs';
import { mention, say } from './say.mjs';

const minutes = allowedMinutes(5);
const downloaderNeeds = [22, 12];
const refusalFile = join(stateFolder, 'electron-download.json');

/**
 * @typedef {object} ElectronRuntime
 * @property {string} version
 * @property {string} folder holds the binary
 * @property {string} binary its path
 * @property {boolean} isFallback
 * @property {NodeJS.ProcessEnv} env makes the package `electron`, and so Playwright, use it
 */

/**
 * Finds or fetches an Electron and says which one it is: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the version
 * of package.json, else on Linux x64 the fallback.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron() {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named) {
    const runtime = await describe(named, false);
    if (runtime === undefined) {
      throw new SetupFailure(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, which holds no Electron.`, 'Unset it, or correct it.');
    }
    mention(`using Electron ${runtime.version} of ELECTRON_OVERRIDE_DIST_PATH`);
    return runtime;
  }

  const wanted = await wantedVersion();
  const dist = inRoot('node_modules', 'electron', 'dist');
  const there = await describe(dist, false);
  if (there !== undefined && there.version === wanted) {
    mention(`using Electron ${wanted}`);
    return there;
  }

  const refusal = (await rememberedRefusal(wanted)) ?? (await download(wanted));
  if (refusal === undefined) {
    const fetched = await describe(dist, false);
    if (fetched !== undefined) {
      mention(`using Electron ${fetched.version}`);
      return fetched;
    }
  }
  const reason = refusal ?? 'its downloader reported success and left no Electron';
  if (!hasFallback()) {
    throw new SetupFailure(
      `Electron ${wanted} could not be downloaded: ${reason}.`,
      'Let the machine reach github.com, or name a mirror in ELECTRON_MIRROR, or name the folder of an unpacked Electron in\n' +
        'ELECTRON_OVERRIDE_DIST_PATH; then run the command again.',
    );
  }
  const runtime = await describe(await ensureFallbackRuntime(), true);
  if (runtime === undefined) throw new Error('the fallback runtime was built and cannot be found');
  mention(`using Electron ${runtime.version} (fallback; Electron ${wanted} could not be downloaded: ${reason})`);
  return runtime;
}

/** The version of Electron that package.json asks for, as installed. */
export async function wantedVersion() {
  return JSON.parse(await readFile(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version;
}

/**
 * @param {string} folder
 * @param {boolean} isFallback
 * @returns {Promise<ElectronRuntime | undefined>}
 */
async function describe(folder, isFallback) {
  try {
    const version = (await readFile(join(folder, 'version'), 'utf8')).trim().replace(/^v/, '');
    const binary = join(folder, binaryName());
    return { version, folder, binary, isFallback, env: { ELECTRON_OVERRIDE_DIST_PATH: folder } };
  } catch {
    return undefined;
  }
}

function binaryName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} wanted
 * @returns {Promise<string | undefined>} why it could not be downloaded; undefined if it was
 */
async function download(wanted) {
  if (isOffline()) return 'npm is set to offline';
  const mirror = process.env['ELECTRON_MIRROR'];
  say(`downloading Electron ${wanted} from ${mirror ?? 'github.com'} (up to ${minutes} minutes)`);
  const result = await run(process.execPath, [inRoot('node_modules', 'electron', 'install.js')], {
    minutes,
    waitingFor: `Electron ${wanted} from ${mirror ?? 'github.com'}`,
  });
  if (result.code === 0) return undefined;
  const why = reasonOf(result);
  await mkdir(stateFolder, { recursive: true });
  await writeFile(refusalFile, JSON.stringify({ version: wanted, node: process.version, mirror, why }));
  say(`Electron ${wanted} could not be downloaded: ${why}`);
  return why;
}

/**
 * Tells a network that cannot be reached from a Node that is too old for the downloader.
 * @param {import('./run.mjs').RunResult} result
 * @param {string} nodeVersion
 */
export function reasonOf(result, nodeVersion = process.versions.node) {
  if (result.timedOut) return `no answer within ${minutes} minutes`;
  const network = /\b(?:ENOTFOUND|EAI_AGAIN|E[A-Z]*CONN[A-Z]+|ETIMEDOUT|E[A-Z]+UNREACH|fetch failed|HTTPError[^\n]*)/i.exec(result.output);
  if (network !== null) return `the place it comes from did not give it (${network[0]})`;
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [needsMajor = 0, needsMinor = 0] = downloaderNeeds;
  if (major < needsMajor || (major === needsMajor && minor < needsMinor)) {
    return `its downloader wants Node ${downloaderNeeds.join('.')}, this is ${nodeVersion}; it said: ${firstError(result.output)}`;
  }
  return `its downloader said: ${firstError(result.output)}`;
}

/** @param {string} output of a Node program that failed */
const firstError = (output) => /^\w*Error\b.*$/m.exec(output)?.[0] ?? output.trim().split('\n')[0];

/**
 * A download that failed once is not waited for again by every later command, until something about it changes.
 * @param {string} wanted
 * @returns {Promise<string | undefined>}
 */
async function rememberedRefusal(wanted) {
  try {
    const refusal = JSON.parse(await readFile(refusalFile, 'utf8'));
    const isSame =
      refusal.version === wanted && refusal.node === process.version && refusal.mirror === process.env['ELECTRON_MIRROR'];
    return isSame ? refusal.why : undefined;
  } catch {
    return undefined;
  }
}
