import { lstat, readFile } from 'node:fs/promises';
import { SetupFailure } from './failure.mjs';
import { isOffline, npm } from './npm.mjs';
import { inRoot } from './paths.mjs';
import { allowedMinutes } from './run.mjs';
import { mention, say } from './say.mjs';

const minutes = allowedMinutes(15);

/** Makes node_modules hold what package-lock.json says. */
export async function ensurePackages() {
  const wanted = await readLock(inRoot('package-lock.json'));
  const there = await readLock(inRoot('node_modules', '.package-lock.json'));
  if (wanted === undefined) throw new SetupFailure('package-lock.json is missing.', 'git checkout package-lock.json');
  if (there !== undefined && isUpToDate(wanted, there)) return;
  if (there !== undefined && (await isLink(inRoot('node_modules')))) {
    return mention('node_modules is a link to the packages of another checkout, which are not those of package-lock.json: they are taken as they are.');
  }

  say(`installing packages (npm ci, up to ${minutes} minutes)`);
  const started = Date.now();
  const result = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    minutes,
    waitingFor: 'npm ci, which installs the packages of package-lock.json',
  });
  if (result.code === 0) return mention(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
  throw new SetupFailure(
    `installing packages ${result.timedOut ? `took longer than ${minutes} minutes` : 'failed'}.\n${result.output.trim()}`,
    isOffline()
      ? 'npm is set to offline and its cache does not hold everything: unset npm_config_offline and run the command again.'
      : 'See whether the registry can be reached (npm ping), then run the command again. STET_TIME_LIMIT=60 allows 60 minutes.',
  );
}

/**
 * npm would empty the folder that a link leads to, under the hands of whoever works there.
 * @param {string} path
 */
async function isLink(path) {
  return (await lstat(path)).isSymbolicLink();
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages by folder
 */

/**
 * Whether what is installed is what is locked. Packages for other platforms are locked and rightly not installed.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} there
 */
export function isUpToDate(wanted, there) {
  for (const [folder, locked] of Object.entries(wanted)) {
    if (folder === '') continue;
    const installed = there[folder];
    if (installed === undefined) {
      if (locked.optional || locked.devOptional) continue;
      return false;
    }
    if (installed.version !== locked.version || installed.integrity !== locked.integrity) return false;
  }
  return Object.keys(there).every((folder) => folder in wanted);
}

/**
 * @param {string} path
 * @returns {Promise<LockedPackages | undefined>} undefined if there is none or it cannot be read
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
