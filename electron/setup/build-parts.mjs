import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inRoot, stateFolder } from './paths.mjs';
import { runOrFail } from './run.mjs';
import { mention } from './say.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} config the Vite configuration that builds it
 * @property {readonly string[]} inputs what it is made from
 * @property {readonly string[]} outputs folders of dist/ that are its own
 */

const everywhere = ['shared', 'resources', 'package.json', 'package-lock.json'];

/** @satisfies {Readonly<Record<string, Part>>} */
export const parts = {
  node: {
    name: 'node',
    config: 'vite.node.config.ts',
    inputs: [...everywhere, 'electron/main', 'electron/engine', 'electron/cli', 'vite.node.config.ts'],
    outputs: ['dist/main', 'dist/engine', 'dist/cli', 'dist/chunks'],
  },
  preload: {
    name: 'preload',
    config: 'vite.preload.config.ts',
    inputs: [...everywhere, 'electron/preload', 'vite.preload.config.ts'],
    outputs: ['dist/preload'],
  },
  renderer: {
    name: 'renderer',
    config: 'vite.config.ts',
    inputs: [...everywhere, 'renderer', 'vite.config.ts'],
    outputs: ['dist/renderer'],
  },
};

export const allParts = Object.values(parts);

/** @param {string} path */
const isInput = (path) => !/\.test\.tsx?$|\/testing\/|\/tsconfig[^/]*\.json$|\.md$/.test(path);

/**
 * Builds the parts whose inputs have changed since they were last built.
 * @param {readonly Part[]} wanted
 * @returns {Promise<string[]>} the names of those that were built
 */
export const buildStale = (wanted) => oneAtATime(() => build(wanted));

/** @param {readonly Part[]} wanted */
async function build(wanted) {
  /** @type {string[]} */
  const built = [];
  for (const part of wanted) {
    const stamp = join(stateFolder, `built-${part.name}`);
    const now = await fingerprint(part.inputs, isInput);
    const outputs = await fingerprint(part.outputs);
    if ((await readFile(stamp, 'utf8').catch(() => '')) === `${now} ${outputs}`) continue;
    await rm(stamp, { force: true });
    await buildPart(part);
    await mkdir(stateFolder, { recursive: true });
    await writeFile(stamp, `${now} ${await fingerprint(part.outputs)}`);
    built.push(part.name);
  }
  if (built.length > 0) mention(`built ${built.join(', ')}`);
  return built;
}

/** @param {Part} part */
async function buildPart(part) {
  for (const folder of part.outputs) await rm(inRoot(folder), { recursive: true, force: true });
  await runOrFail(process.execPath, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', part.config, '--logLevel', 'warn'], {
    what: `Building ${part.name}`,
    remedy: 'The lines above name the file and the place. npm run check shows type errors as well.',
    waitingFor: `the build of ${part.name}`,
  });
}
