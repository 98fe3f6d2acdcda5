import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';
import { root } from './paths.mjs';
import { allowedMinutes, run, runOrFail } from './run.mjs';
import { mention, say } from './say.mjs';

const minutes = allowedMinutes(10);

/** Which Debian package brings which library that Electron is linked against. */
const packageOfLibrary = /** @type {const} */ ({
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libgbm.so.1': 'libgbm1',
  'libexpat.so.1': 'libexpat1',
  'libasound.so.2': 'libasound2',
});
const chineseFont = 'fonts-noto-cjk';
const virtualDisplay = 'xvfb';

/** What validates the TEI that is exported, and the schemas it goes by, which are no part of this repository. */
const validator = 'libxml2-utils';
const schemas = () => join(process.env['STET_SHARED'] ?? join(root, '..', 'shared'), 'schemas');

/**
 * Makes the system libraries of Electron available on Linux: installs them as root on Debian and its kin, else says how.
 * @param {string} binary Electron's binary
 * @param {{ display: boolean, tests?: boolean }} needs whether a virtual display is needed as well, and what tests go by
 */
export async function ensureSystemLibraries(binary, needs) {
  if (process.platform !== 'linux') return;
  if (needs.tests) await installValidator();
  const missing = await missingPackages(binary, needs);
  if (missing.length === 0) return;

  if (!isDebianLike()) {
    if (isOnlyFont(missing)) return mention('no Chinese font is installed: install Noto Sans CJK to see Chinese text.');
    throw new SetupFailure(
      `system libraries are missing; on Debian they are in the packages ${missing.join(' ')}.`,
      'Install what your distribution calls them, then run the command again.',
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await runOrFail('apt-get', ['update'], aptOptions('Updating the list of system packages'));
  const named = await Promise.all(missing.map(currentName));
  const command = `apt-get install -y --no-install-recommends ${named.join(' ')}`;
  if (isRoot) {
    say(`installing system packages: ${named.join(' ')} (up to ${minutes} minutes)`);
    await runOrFail('apt-get', command.split(' ').slice(1), aptOptions('Installing system packages'));
    const still = await missingPackages(binary, needs);
    if (still.length === 0) return;
    throw new SetupFailure(`these are still missing after installing them: ${still.join(' ')}.`, `Try: ${command}`);
  }
  if (isOnlyFont(missing)) return mention(`no Chinese font is installed: sudo ${command}`);
  throw new SetupFailure('system libraries that Electron needs are missing.', `sudo apt-get update && sudo ${command}`);
}

/** Tests hold what is exported against schemas where these lie beside the repository. Without a validator they fail, and say so: here it is only tried. */
async function installValidator() {
  if (!existsSync(schemas()) || (await run('xmllint', ['--version'])).code !== null) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !isDebianLike()) return mention(`xmllint is missing, which tests of the export need: on Debian it is in ${validator}.`);
  say(`installing system packages: ${validator} (up to ${minutes} minutes)`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { minutes, env });
  const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', validator], { minutes, env });
  if (installed.code !== 0) mention(`${validator} could not be installed: apt-get install ${validator} brings what tests of the export need.`);
}

/** @param {readonly string[]} packages */
const isOnlyFont = (packages) => packages.every((name) => name === chineseFont || name === 'fontconfig');

/** @param {string} what */
const aptOptions = (what) => ({
  what,
  minutes,
  waitingFor: `apt-get (${what.toLowerCase()})`,
  env: { DEBIAN_FRONTEND: 'noninteractive' },
  remedy: 'See whether the Debian mirror can be reached (apt-get update), then run the command again.',
});

/**
 * @param {string} binary
 * @param {{ display: boolean }} needs
 * @returns {Promise<string[]>} Debian packages, sorted
 */
async function missingPackages(binary, needs) {
  const linked = await run('ldd', [binary]);
  /** @type {Set<string>} */
  const packages = new Set(packagesFor(linked.output));
  if (needs.display && (await run('Xvfb', ['-help'])).code === null) packages.add(virtualDisplay);
  const fonts = await run('fc-list', [':lang=zh-cn', 'family']);
  if (fonts.code !== 0) packages.add('fontconfig');
  if (fonts.code !== 0 || fonts.output.trim() === '') packages.add(chineseFont);
  return [...packages].toSorted();
}

/**
 * @param {string} lddOutput
 * @returns {string[]} the packages that bring what was not found
 */
export function packagesFor(lddOutput) {
  const lines = lddOutput.matchAll(/^\s*(\S+) => not found$/gm);
  return Array.from(lines, ([, library = '']) => {
    const known = /** @type {Readonly<Record<string, string>>} */ (packageOfLibrary)[library];
    if (known !== undefined) return known;
    throw new SetupFailure(`Electron needs the system library ${library}, which is not installed.`, 'Install it, then run the command again.');
  });
}

/**
 * Ubuntu 24.04 and Debian 13 renamed libraries whose clock fields grew to 64 bits.
 * @param {string} name
 */
async function currentName(name) {
  const renamed = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return renamed.code === 0 ? `${name}t64` : name;
}

function isDebianLike() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}
