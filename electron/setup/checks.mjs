import { readFile, rm } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { allParts, buildStale } from './build-parts.mjs';
import { SetupFailure } from './failure.mjs';
import { packageUnpacked } from './package-app.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { compiler, forgetStaleTypes } from './types.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Counts of tests
 * @typedef {{ counts: Counts, failed: readonly string[], again: readonly string[] }} Found what a report says: tests that failed, with the beginning of why; tests that passed when tried again
 * @typedef {{ ok: boolean, output: string } & Partial<Found>} Outcome
 * @typedef {{ electron?: import('./electron-runtime.mjs').ElectronRuntime, env: NodeJS.ProcessEnv }} Stage
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {boolean} [needsWindows] it opens windows, or needs the Electron that does
 * @property {string} [after] a check without whose success this one would only say the same again
 * @property {(stage: Stage) => Promise<Outcome>} run
 */

/** How long one check may take before it is taken to hang; the journeys, a window after another, take many times as long as any other. */
const minutes = 20;
const minutesOfJourneys = 50;
const linesOfWhy = 6;

const bin = (/** @type {string[]} */ ...parts) => inRoot('node_modules', ...parts);
const reports = (/** @type {string} */ name) => inRoot('.cache', 'reports', name);

/**
 * Everything that has to hold, in stages; the checks of a stage run side by side, each stage waits for the one before it.
 * @type {readonly (readonly Check[])[]}
 */
export const stages = [
  [
    { name: 'types', run: types },
    { name: 'lint', run: () => tool(bin('oxlint', 'bin', 'oxlint'), ['--deny-warnings']) },
    { name: 'dependencies', run: () => tool(bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), dependencyArguments) },
  ],
  [{ name: 'build', run: () => act(() => buildStale(allParts)) }],
  [{ name: 'tests', run: tests }],
  [{ name: 'package', needsWindows: true, after: 'build', run: ({ electron }) => act(() => packageUnpacked(electron)) }],
  [{ name: 'journeys', needsWindows: true, after: 'build', run: journeys }],
];

/** What dependency-cruiser looks at; the guard that counts its modules uses the same. */
export const dependencyArguments = ['--config', '.dependency-cruiser.mjs', 'shared', 'electron', 'renderer', 'resources', 'e2e', '*.config.ts'];

async function types() {
  await forgetStaleTypes();
  return tool(compiler, ['-b']);
}

/** @param {Stage} stage */
async function tests({ env }) {
  const report = reports('vitest.json');
  await rm(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const outcome = await tool(bin('vitest', 'vitest.mjs'), args, env);
  return { ...outcome, ...(await foundIn(report, outcome.ok, vitestFound)) };
}

/** @param {Stage} stage */
async function journeys({ env }) {
  const report = reports('journeys.json');
  await rm(report, { force: true });
  const args = ['test', '--config', 'playwright.config.ts', '--reporter=list,json'];
  const outcome = await tool(bin('@playwright', 'test', 'cli.js'), args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, minutesOfJourneys);
  return { ...outcome, ...(await foundIn(report, outcome.ok, playwrightFound)) };
}

/**
 * A run that failed without a failed test (it could not start, a file could not be loaded) counts as one failure.
 * @param {string} report
 * @param {boolean} ok
 * @param {(found: any) => Found} read
 * @returns {Promise<Found>}
 */
async function foundIn(report, ok, read) {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  const found = text === undefined ? { counts: { passed: 0, failed: 0 }, failed: [], again: [] } : read(JSON.parse(text));
  return ok || found.counts.failed > 0 ? found : { ...found, counts: { ...found.counts, failed: 1 } };
}

/** @param {any} report @returns {Found} */
function vitestFound({ numPassedTests, numFailedTests, testResults }) {
  const failed = testResults.flatMap((/** @type {any} */ file) => file.assertionResults
    .filter((/** @type {any} */ each) => each.status === 'failed')
    .map((/** @type {any} */ each) => told(each.fullName, each.failureMessages[0])));
  return { counts: { passed: numPassedTests, failed: numFailedTests }, failed, again: [] };
}

/** @param {any} report @returns {Found} */
function playwrightFound({ stats, suites }) {
  /** @param {any} suite @returns {any[]} */
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const specs = suites.flatMap(specsOf);
  const inState = (/** @type {string} */ state) => specs
    .filter((/** @type {any} */ { tests }) => tests.some((/** @type {any} */ { status }) => status === state))
    .map((/** @type {any} */ { file, line, title, tests }) => told(`${file}:${line} ${title}`, tests[0].results[0]?.error?.message));
  return { counts: { passed: stats.expected + stats.flaky, failed: stats.unexpected }, failed: inState('unexpected'), again: inState('flaky') };
}

/** @param {string} name @param {string | undefined} why */
function told(name, why = '') {
  const lines = stripVTControlCharacters(why).split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, linesOfWhy);
  return [name, ...lines.map((line) => `  ${line}`)].join('\n');
}

/**
 * @param {string} script run with this Node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {number} [limit] minutes
 * @returns {Promise<Outcome>}
 */
async function tool(script, args, env = {}, limit = minutes) {
  const { code, output, timedOut } = await run(process.execPath, [script, ...args], { minutes: limit, env: { NO_COLOR: '1', CI: '1', ...env } });
  const end = timedOut ? `\nended: it took longer than ${limit} minutes` : '';
  return { ok: code === 0, output: `${stripVTControlCharacters(output).trimEnd()}${end}` };
}

/**
 * @param {() => Promise<unknown>} doIt
 * @returns {Promise<Outcome>}
 */
async function act(doIt) {
  try {
    await doIt();
    return { ok: true, output: '' };
  } catch (error) {
    if (error instanceof SetupFailure) return { ok: false, output: `${error.message}\n${error.remedy}` };
    throw error;
  }
}
