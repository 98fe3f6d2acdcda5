import './node-version.mjs';
import { spawn } from 'node:child_process';
import { hasDisplay } from './display.mjs';
import { runVerb, SetupFailure } from './failure.mjs';
import { inRoot, root } from './paths.mjs';
import { prepareWindows } from './prepare.mjs';
import { requireSandbox, sandboxFlags } from './sandbox.mjs';
import { say } from './say.mjs';

/** Main process and preload script, which are what restarts Electron; the renderer is reloaded by Vite. */
const restarting = ['vite.node.config.ts', 'vite.preload.config.ts'];

// npm run dev: the renderer from Vite's server with hot reload; main and engine are rebuilt and Electron restarted.
await runVerb(async () => {
  const electron = await prepareWindows({ virtualDisplay: false });
  if (!hasDisplay()) throw new SetupFailure('there is no display to open a window on.', 'Run it in a desktop session.');
  requireSandbox(electron.folder);

  const vite = await import('vite');
  const server = await vite.createServer({ configFile: inRoot('vite.config.ts') });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the development server has no address');
  say(`renderer at ${address}`);

  /** @type {import('node:child_process').ChildProcess | undefined} */
  let window;
  let restartDue = false;
  /** @type {(code: number) => void} */
  let finish = () => {};
  const finished = new Promise((/** @type {(code: number) => void} */ resolve) => (finish = resolve));

  const open = () => {
    restartDue = false;
    window = spawn(electron.binary, [...sandboxFlags(), root], {
      stdio: 'inherit',
      env: { ...process.env, ...electron.env, STET_DEV_SERVER: address },
    });
    window.once('exit', (code) => (restartDue ? open() : finish(code ?? 0)));
  };
  const restart = () => {
    if (window === undefined) return;
    restartDue = true;
    window.kill();
  };

  // The window is asked to close, and closing it ends everything else.
  const quit = () => void window?.kill();
  process.on('SIGINT', quit).on('SIGTERM', quit);

  const watchers = await Promise.all(restarting.map((config) => watch(vite, config, restart)));
  open();
  const code = await finished;
  await Promise.all([server.close(), ...watchers.map((watcher) => watcher.close())]);
  return code;
});

/**
 * Builds, and builds again after every change.
 * @param {typeof import('vite')} vite
 * @param {string} config
 * @param {() => void} rebuilt called after every build but the first
 * @returns {Promise<{ close: () => Promise<void> }>} once the first build is done
 */
async function watch(vite, config, rebuilt) {
  const watcher = await vite.build({ configFile: inRoot(config), build: { watch: {} }, logLevel: 'warn' });
  if (!('on' in watcher)) throw new Error(`${config} does not watch`);
  await new Promise((resolve) => {
    let isFirst = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(`${config}: ${event.error.message}`);
      if (event.code !== 'END') return;
      if (isFirst) resolve(undefined);
      else rebuilt();
      isFirst = false;
    });
  });
  return watcher;
}
